import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { ConnectionArgs, connectionOf, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { groupBy } from "../../kernel/groups";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { enumOf } from "../../tenant/graphql/enums";
import { PlatformDetailEntity } from "../link/platform-detail.entity";
import {
  PlatformRequestEntity,
  REQUEST_OUTCOMES,
  REQUEST_STATES,
  type RequestOutcome,
  type RequestState,
} from "../link/platform-request.entity";
import { DETAIL_STATUSES, type DetailStatus } from "../port/item-types";
import { PlatformConnectionType } from "./platform-connection.graphql";
import { FAILED_OUTCOMES } from "./platform-figures";
import { DateTime } from "../../infra/graphql/scalars";

const StateName = enumOf(
  REQUEST_STATES,
  "PlatformRequestState",
  "ANNOUNCED: to be fetched. READY: to be carried out. OPEN: its details wait for what becomes of records. CLOSED: over.",
);
const OutcomeName = enumOf(REQUEST_OUTCOMES, "PlatformRequestOutcome", "What became of a request.");
const DetailStatusName = enumOf(DETAIL_STATUSES, "PlatformDetailStatus", "What the platform's users see of a request.");
const FILTERS = ["all", "open", "failed"] as const;
type Filter = (typeof FILTERS)[number];
const FilterName = enumOf(
  FILTERS,
  "PlatformRequestFilter",
  "Which requests: all, those not closed, those that failed.",
);

@ObjectType({ description: "What the platform waits for after a request, as its users see it." })
export class PlatformRequestDetail {
  @Field({ description: "Its id on the platform." })
  detailId!: string;

  @Field(() => DetailStatusName)
  status!: DetailStatus;

  @Field(() => [String], { description: "What the platform's users read." })
  messages!: readonly string[];

  @Field(() => ID, { nullable: true, description: "The record that it is about; null: none." })
  recordId!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When (ISO 8601) the platform was told its end." })
  toldAt!: string | null;
}

@ObjectType({ description: "What somebody did in the platform's ERP tool, and how far it is carried out." })
export class PlatformRequest {
  @Field({ description: "Its id on the platform." })
  requestId!: string;

  @Field(() => String, {
    nullable: true,
    description: "What was done, in the platform's words; null: not fetched yet.",
  })
  name!: string | null;

  @Field(() => StateName)
  state!: RequestState;

  @Field(() => OutcomeName, { nullable: true })
  outcome!: RequestOutcome | null;

  @Field(() => String, { nullable: true, description: "What is wrong with it, or why it was refused." })
  problem!: string | null;

  @Field(() => DateTime, { description: "When (ISO 8601) it arrived here." })
  arrivedAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When (ISO 8601) nothing was owed for it any more." })
  closedAt!: string | null;

  /** Not fields. */
  id!: string;
  companyId!: string;

  static of(row: PlatformRequestEntity): PlatformRequest {
    const { id, companyId, requestId, name, state, outcome, problem, createdAt: arrivedAt, closedAt } = row;
    const fields = { requestId, name, state, outcome, problem, arrivedAt, closedAt };
    return Object.assign(new PlatformRequest(), { id, companyId, ...fields });
  }
}

const RequestConnection = connectionOf(PlatformRequest, "PlatformRequest");

/** Requests under the connection, the latest first. */
@Resolver(() => PlatformConnectionType)
export class PlatformRequestsResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: CompanyReader,
  ) {}

  @FieldResolver(() => RequestConnection, {
    nullable: true,
    description: "Requests of the platform's ERP tool, the latest first. For whoever may see the company's people.",
  })
  async requests(
    @Root() connection: PlatformConnectionType,
    @Arg("only", () => FilterName, { defaultValue: "all" }) only: Filter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<PlatformRequest>> {
    await this.reader.requireFor(context, connection.companyId, "review");
    return listUnder(context, connection.id, args, {
      name: `platform requests ${only}`,
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(PlatformRequestEntity, "request");
        if (only === "open") query.where("request.state <> 'closed'");
        if (only === "failed") query.where("request.outcome IN (:...failed)", { failed: FAILED_OUTCOMES });
        const orderBy = [{ column: "createdAt", direction: "desc" }] as const;
        return pagesByParent({ ...request, query, alias: "request", parent: "connectionId", parentIds, orderBy });
      },
      node: (row) => PlatformRequest.of(row),
    });
  }
}

/** Details under a request. */
@Resolver(() => PlatformRequest)
export class PlatformDetailsResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [PlatformRequestDetail], { description: "One for each object, or one for all of it." })
  details(@Root() { id }: PlatformRequest, @Ctx() context: GraphQLContext): Promise<PlatformRequestDetail[]> {
    const loader = loaderFor(context, "details of platform requests", async (ids: readonly string[]) => {
      const where = { requestId: In([...ids]) };
      const found = await this.database.read().find(PlatformDetailEntity, { where, order: { id: "ASC" } });
      const byRequest = groupBy(found, ({ requestId }) => requestId);
      return ids.map((one) => (byRequest.get(one) ?? []).map(shown));
    });
    return loader.load(id);
  }
}

function shown({ detailId, status, messages, recordId, toldAt }: PlatformDetailEntity): PlatformRequestDetail {
  return Object.assign(new PlatformRequestDetail(), { detailId, status, messages, recordId, toldAt });
}
