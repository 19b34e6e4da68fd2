import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { actorOf } from "../../infra/graphql/actor";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { enumOf } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import { STAKEHOLDER_ROLES, type StakeholderRole } from "../../policy/model/vocabulary";
import { StakeholderEntity } from "./stakeholder.entity";
import type { StakeholderService } from "./stakeholder.service";

const StakeholderRoleName = enumOf(STAKEHOLDER_ROLES, "StakeholderRole", "The customer's parts in the implementation.");

@ObjectType("Stakeholder", {
  implements: Node,
  description: "A person with a part in the implementation; a member, or somebody the directory does not know.",
})
export class StakeholderType extends Node {
  @Field(() => StakeholderRoleName)
  role!: StakeholderRole;

  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field({ description: "Whether the implementation cannot do without." })
  required!: boolean;

  @Field(() => ID, { nullable: true, description: "The member of that e-mail when the list was set; null: none." })
  memberId!: string | null;

  static of({ id, role, email, name, required, memberId }: StakeholderEntity): StakeholderType {
    return Object.assign(new StakeholderType(), { id, role, email, name, required, memberId });
  }
}

@InputType({ description: "A person with a part in the implementation." })
export class StakeholderInput {
  @Field(() => StakeholderRoleName)
  role!: StakeholderRole;

  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field({ defaultValue: false, description: "Whether the implementation cannot do without." })
  required!: boolean;
}

@InputType()
export class SetStakeholdersInput {
  @Field(() => ID, { description: "Slug or id." })
  company!: string;

  @Field(() => [StakeholderInput], {
    description: "The whole list, with exactly one ERP implementation contact; who is not in it has no part any more.",
  })
  stakeholders!: StakeholderInput[];
}

@ObjectType()
export class SetStakeholdersPayload extends MutationPayload {
  @Field(() => [StakeholderType], { nullable: true })
  stakeholders: StakeholderType[] | null = null;

  @Field(() => Int, { nullable: true, description: "The company's policy revision from now on." })
  policyRevision: number | null = null;
}

/** Stakeholders under Company, and the mutation that sets them. */
@Resolver(() => CompanyType)
export class StakeholderResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: StakeholderService,
  ) {}

  @FieldResolver(() => [StakeholderType], {
    nullable: true,
    description: "Who takes part in the implementation for the company.",
  })
  async stakeholders(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<StakeholderType[]> {
    await this.reader.require(context, company.entity, "view");
    const load = (ids: readonly string[]) => this.ofCompanies(ids);
    return loaderFor(context, "stakeholders of companies", load).load(company.id);
  }

  @Mutation(() => SetStakeholdersPayload, { description: "Replaces the list of who takes part." })
  setStakeholders(
    @Arg("input", () => SetStakeholdersInput) input: SetStakeholdersInput,
    @Ctx() context: GraphQLContext,
  ) {
    return payload(SetStakeholdersPayload, async () => {
      const { company, stakeholders } = input;
      const changed = await this.service.set(actorOf(context), company, stakeholders);
      const { policyRevision } = changed;
      return { stakeholders: changed.stakeholders.map((one) => StakeholderType.of(one)), policyRevision };
    });
  }

  /** For `node(id)`; null: no such stakeholder, or not for this actor. */
  async find(actor: Actor, id: string): Promise<StakeholderType | null> {
    const entity = await this.database.read().findOneBy(StakeholderEntity, { id });
    return entity && (await this.reader.permits(actor, entity.companyId, "view")) ? StakeholderType.of(entity) : null;
  }

  private async ofCompanies(ids: readonly string[]): Promise<StakeholderType[][]> {
    const where = { companyId: In([...ids]) };
    const order = { role: "ASC", email: "ASC" } as const;
    const found = await this.database.read().find(StakeholderEntity, { where, order });
    return ids.map((id) => found.filter(({ companyId }) => companyId === id).map((one) => StakeholderType.of(one)));
  }
}
