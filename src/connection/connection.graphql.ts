import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { CompanyReader } from "../company/company-reader";
import { CompanyType } from "../company/company.graphql";
import type { Database } from "../db/database";
import { actorOf } from "../graphql/actor";
import { loaderFor, type GraphQLContext } from "../graphql/context";
import { ConnectionState } from "../graphql/enums";
import { Node } from "../graphql/node";
import { MutationPayload, payload } from "../graphql/payload";
import type { Actor } from "../kernel/actor";
import type { Locale } from "../kernel/locale";
import type { ConnectionStatus } from "../policy/vocabulary";
import { ConnectionEntity } from "./connection.entity";
import type { ConnectionService } from "./connection.service";
import { editionSupport, editionText } from "./editions";

@ObjectType("ErpConnection", { implements: Node, description: "A company's one connection to its ERP." })
export class ErpConnectionType extends Node {
  @Field({ description: "Code of the connector, such as xero." })
  connector!: string;

  @Field({ description: "The commercial plan, lower case with underscores." })
  edition!: string;

  @Field({ description: "ISO 3166-1 alpha-2 code of the organisation in the ERP." })
  country!: string;

  @Field(() => ConnectionState)
  status!: ConnectionStatus;

  @Field(() => String, { nullable: true, description: "The organisation's name in the ERP." })
  organisationName!: string | null;

  @Field(() => String, { nullable: true, description: "The ERP's tracking category that stands for projects." })
  trackingCategory!: string | null;

  @Field({ description: "Whether the integration works with the edition in that country." })
  editionSupported!: boolean;

  @Field({ description: "The same in words, with what would do." })
  editionMessage!: string;

  @Field(() => Int, { description: "Send it back as `expectedVersion` when you change the connection." })
  version!: number;

  static of(entity: ConnectionEntity, locale: Locale): ErpConnectionType {
    const { country, edition } = entity;
    const editionSupported = editionSupport(country, edition).supported;
    const editionMessage = editionText(country, edition, locale);
    return Object.assign(new ErpConnectionType(), entity, { editionSupported, editionMessage });
  }
}

@InputType()
export class ConfigureConnectionInput {
  @Field(() => ID, { description: "Id or slug." })
  company!: string;

  @Field(() => String, { nullable: true, description: "xero if left out." })
  connector?: string | null;

  @Field({ description: "The commercial plan of the ERP's organisation, as people write it." })
  edition!: string;

  @Field({ description: "ISO 3166-1 alpha-2 code of the organisation in the ERP." })
  country!: string;

  @Field(() => ConnectionState, { nullable: true, description: "As it is if left out; PENDING for a new connection." })
  status?: ConnectionStatus | null;

  @Field(() => String, { nullable: true, description: "As it is if left out; null clears it." })
  organisationName?: string | null;

  @Field(() => String, { nullable: true, description: "As it is if left out; null clears it." })
  trackingCategory?: string | null;

  @Field(() => Int, { nullable: true, description: "The version you saw, 0 for no connection yet." })
  expectedVersion?: number | null;
}

@ObjectType()
export class ConfigureConnectionPayload extends MutationPayload {
  @Field(() => ErpConnectionType, { nullable: true })
  connection: ErpConnectionType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** The connection under Company, and the mutation that configures it. */
@Resolver(() => CompanyType)
export class ConnectionResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: ConnectionService,
  ) {}

  @FieldResolver(() => ErpConnectionType, { nullable: true, description: "Null: not configured yet." })
  async connection(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<ErpConnectionType | null> {
    await this.reader.require(context, company.entity, "view");
    const loader = loaderFor(context, "connection of company", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(ConnectionEntity, { companyId: In([...ids]) });
      const byCompany = new Map(found.map((connection) => [connection.companyId, connection]));
      return ids.map((id) => byCompany.get(id) ?? null);
    });
    const entity = await loader.load(company.id);
    return entity && ErpConnectionType.of(entity, context.locale);
  }

  @Mutation(() => ConfigureConnectionPayload, { description: "Makes or changes the company's connection to its ERP." })
  async configureConnection(
    @Arg("input", () => ConfigureConnectionInput) input: ConfigureConnectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ConfigureConnectionPayload> {
    return payload(ConfigureConnectionPayload, async () => {
      const { company, ...given } = input;
      const settings = { ...given, locale: context.locale };
      const { connection, policyRevision } = await this.service.configure(actorOf(context), company, settings);
      return { connection: ErpConnectionType.of(connection, context.locale), policyRevision };
    });
  }

  /** For `node(id)`; null: no such connection, or not for this actor. */
  async find(actor: Actor, id: string, locale: Locale = "en"): Promise<ErpConnectionType | null> {
    const entity = await this.database.read().findOneBy(ConnectionEntity, { id });
    const visible = entity && (await this.reader.permits(actor, entity.companyId, "view"));
    return visible ? ErpConnectionType.of(entity, locale) : null;
  }
}
