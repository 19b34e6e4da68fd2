import { Arg, Args, Ctx, Field, ID, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyType } from "../../tenant/companies/company.graphql";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { ConnectionState } from "../../tenant/graphql/enums";
import { Node } from "../../infra/graphql/node";
import { TakesIdempotencyKey } from "../../tenant/graphql/keyed-mutations";
import { MutationPayload, payload } from "../../tenant/graphql/payload";
import type { Actor } from "../../kernel/actor";
import type { Locale } from "../../kernel/locale";
import type { ConnectionStatus } from "../../policy/model/vocabulary";
import { ConnectionEntity } from "./connection.entity";
import { AddConnectionInput, ConfigureConnectionInput, RemoveConnectionInput } from "./connection-inputs.graphql";
import type { ConnectionChange, ConnectionService } from "./connection.service";
import { editionSupport, editionText } from "./editions";
import { CountryCode } from "../../infra/graphql/scalars";

@ObjectType("ErpLedger", {
  implements: Node,
  description: "A connection of a company to its ERP: one legal entity, one organisation there.",
})
export class ErpConnectionType extends Node {
  @Field({ description: "What people call it: the legal entity whose books it leads to. Unique in the company." })
  name!: string;

  @Field({ description: "Whether projects and records that name no connection travel by it." })
  isDefault!: boolean;

  @Field({ description: "Code of the connector, such as xero." })
  connector!: string;

  @Field({ description: "The commercial plan, lower case with underscores." })
  edition!: string;

  @Field(() => CountryCode, { description: "ISO 3166-1 alpha-2 code of the organisation in the ERP." })
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
    const isDefault = entity.defaultOf !== null;
    return Object.assign(new ErpConnectionType(), entity, { isDefault, editionSupported, editionMessage });
  }
}

const ErpConnectionConnection = connectionOf(ErpConnectionType, "ErpLedger");

@ObjectType()
export class ConfigureConnectionPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the connection that was taken away; null: none was." })
  removedConnectionId: string | null = null;

  @Field(() => ErpConnectionType, { nullable: true })
  connection: ErpConnectionType | null = null;

  @Field(() => Int, { nullable: true, description: "From which policy revision on it counts." })
  policyRevision: number | null = null;
}

/** The connections under Company, and the mutations that set them up. */
@Resolver(() => CompanyType)
export class ConnectionResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
    private readonly service: ConnectionService,
  ) {}

  @FieldResolver(() => ErpConnectionType, {
    nullable: true,
    description: "The company's default connection, mostly its only one. Null: not configured yet.",
  })
  async connection(@Root() company: CompanyType, @Ctx() context: GraphQLContext): Promise<ErpConnectionType | null> {
    await this.reader.require(context, company.entity, "view");
    const loader = loaderFor(context, "connection of company", async (ids: readonly string[]) => {
      const found = await this.database.read().findBy(ConnectionEntity, { defaultOf: In([...ids]) });
      const byCompany = new Map(found.map((connection) => [connection.companyId, connection]));
      return ids.map((id) => byCompany.get(id) ?? null);
    });
    const entity = await loader.load(company.id);
    return entity && ErpConnectionType.of(entity, context.locale);
  }

  @FieldResolver(() => ErpConnectionConnection, {
    nullable: true,
    description: "All its connections, by name: one for each legal entity that keeps books of its own.",
  })
  async connections(
    @Root() company: CompanyType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<ErpConnectionType>> {
    await this.reader.require(context, company.entity, "view");
    return listUnder(context, company.id, args, {
      name: "connections",
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(ConnectionEntity, "erp");
        const orderBy = [{ column: "name", direction: "asc", folded: true }] as const;
        return pagesByParent({ ...request, query, alias: "erp", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => ErpConnectionType.of(entity, context.locale),
    });
  }

  @Mutation(() => ConfigureConnectionPayload, {
    description: "Changes a connection to the ERP, the default if none is named; makes the company's first.",
  })
  configureConnection(
    @Arg("input", () => ConfigureConnectionInput) { company, ...settings }: ConfigureConnectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ConfigureConnectionPayload> {
    const { locale } = context;
    return changed(locale, () => this.service.configure(actorOf(context), company, settings));
  }

  @Mutation(() => ConfigureConnectionPayload, {
    description: "One more connection, for a legal entity with books of its own. Projects are bound to it one by one.",
  })
  @TakesIdempotencyKey(ConfigureConnectionPayload)
  addConnection(
    @Arg("input", () => AddConnectionInput) { company, ...settings }: AddConnectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ConfigureConnectionPayload> {
    const { locale } = context;
    return changed(locale, () => this.service.add(actorOf(context), company, settings));
  }

  @Mutation(() => ConfigureConnectionPayload, {
    description: "Takes away a connection that nothing hangs on: no record, no project, no consent.",
  })
  removeConnection(
    @Arg("input", () => RemoveConnectionInput) { company, connection, expectedVersion }: RemoveConnectionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ConfigureConnectionPayload> {
    return changed(
      context.locale,
      () => this.service.retire(actorOf(context), company, connection, expectedVersion),
      ({ id }) => id,
    );
  }

  /** For `node(id)`; null: no such connection, or not for this actor. */
  async find(actor: Actor, id: string, { locale }: Pick<GraphQLContext, "locale">): Promise<ErpConnectionType | null> {
    const entity = await this.database.read().findOneBy(ConnectionEntity, { id });
    const visible = entity && (await this.reader.permits(actor, entity.companyId, "view"));
    return visible ? ErpConnectionType.of(entity, locale) : null;
  }
}

function changed(
  locale: Locale,
  change: () => Promise<ConnectionChange>,
  removed: (connection: ConnectionEntity) => string | null = () => null,
): Promise<ConfigureConnectionPayload> {
  const shown = (connection: ConnectionEntity) => ({ connection: ErpConnectionType.of(connection, locale) });
  const work = async () => {
    const { connection, policyRevision } = await change();
    return { ...shown(connection), policyRevision, removedConnectionId: removed(connection) };
  };
  return payload(ConfigureConnectionPayload, work, shown);
}
