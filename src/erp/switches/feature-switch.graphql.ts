import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { In } from "typeorm";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { DirectExport, FeatureName } from "../../tenant/graphql/enums";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Locale } from "../../kernel/locale";
import { FEATURES, type DirectExportMode, type Feature } from "../../policy/model/vocabulary";
import { FeatureSwitchEntity } from "./feature-switch.entity";
import type { FeatureSwitchService } from "./feature-switch.service";
import { FeatureType } from "../feature-map/feature.graphql";
import { Node } from "../../infra/graphql/node";
import { derivedId } from "../../infra/graphql/global-id";

@ObjectType("CompanyFeature", {
  implements: Node,
  description: "A feature of the catalogue as the company has switched it.",
})
export class CompanyFeatureType extends Node {
  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => FeatureType, { description: "What the catalogue says of it." })
  catalogue!: FeatureType;

  @Field({ description: "Whether new records may enter." })
  enabled!: boolean;

  @Field(() => DirectExport)
  directExport!: DirectExportMode;

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you set the switch; 0: never set." })
  version!: number;

  static of(
    companyId: string,
    feature: Feature,
    entity: FeatureSwitchEntity | undefined,
    locale: Locale,
  ): CompanyFeatureType {
    return Object.assign(new CompanyFeatureType(), {
      id: derivedId("company-feature", companyId, feature),
      feature,
      catalogue: FeatureType.of(feature, locale),
      enabled: entity?.enabled ?? false,
      directExport: entity?.directExport ?? "off",
      version: entity?.version ?? 0,
    });
  }
}

@InputType()
export class SetFeatureSwitchInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => FeatureName)
  feature!: Feature;

  @Field(() => Boolean, { nullable: true, description: "As it is if left out." })
  enabled?: boolean | null;

  @Field(() => DirectExport, { nullable: true, description: "As it is if left out." })
  directExport?: DirectExportMode | null;

  @Field(() => Int, { nullable: true, description: "The version you saw, 0 if it was never set." })
  expectedVersion?: number | null;
}

@ObjectType()
export class SetFeatureSwitchPayload extends MutationPayload {
  @Field(() => CompanyFeatureType, { nullable: true })
  feature: CompanyFeatureType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** The catalogue, a company's switches, and the mutation that sets them. */
@Resolver(() => CompanyType)
export class FeatureResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: FeatureSwitchService,
  ) {}

  @Query(() => [FeatureType], { name: "features", description: "The catalogue; what does not synchronise is in it." })
  catalogue(@Ctx() context: GraphQLContext): FeatureType[] {
    actorOf(context);
    return FeatureType.all(context.locale);
  }

  @FieldResolver(() => [CompanyFeatureType], {
    nullable: true,
    description: "Every feature of the catalogue, as the company set it.",
  })
  async features(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<CompanyFeatureType[]> {
    await this.reader.require(context, company.entity, "view");
    const loader = loaderFor(context, "switches of company", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(FeatureSwitchEntity, { companyId: In([...ids]) });
      const switches = new Map(found.map((one) => [`${one.companyId}|${one.feature}`, one]));
      return ids.map((id) => (feature: Feature) => switches.get(`${id}|${feature}`));
    });
    const switchOf = await loader.load(company.id);
    return FEATURES.map((feature) => CompanyFeatureType.of(company.id, feature, switchOf(feature), context.locale));
  }

  @Mutation(() => SetFeatureSwitchPayload, { description: "Switches a feature of the company, or its direct export." })
  async setFeatureSwitch(
    @Arg("input", () => SetFeatureSwitchInput) input: SetFeatureSwitchInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SetFeatureSwitchPayload> {
    const shown = (row: FeatureSwitchEntity) => ({
      feature: CompanyFeatureType.of(row.companyId, input.feature, row, context.locale),
    });
    const work = async () => {
      const { company, ...settings } = input;
      const { featureSwitch, policyRevision } = await this.service.set(actorOf(context), company, settings);
      return { ...shown(featureSwitch), policyRevision };
    };
    return payload(SetFeatureSwitchPayload, work, shown);
  }
}
