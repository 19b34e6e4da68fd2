import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import { listUnder } from "../../tenant/companies/batched-list";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { actorOf } from "../../infra/graphql/actor";
import { ConnectionArgs, type Connection } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";
import { payload } from "../../tenant/graphql/payload";
import { toInstant, type Clock } from "../../kernel/clock";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import type { RecordAnswers } from "../types/stale-record.graphql";
import { ErpIntegrationType } from "../types/erp-integration.graphql";
import { deliveryKey } from "../delivery/outbox-delivery";
import { RecordAddressInput, RecordPayload } from "../types/record-inputs.graphql";
import type { RecordRights } from "../record/record-rights";
import { RecordFailureType, RecordType } from "../types/record-type.graphql";
import { DeliveryList, type DeliveryFilter } from "./delivery-list";
import * as types from "./delivery-type.graphql";
import { waitsOf } from "./delivery-waits";
import { limitUse } from "../record/erp-limits";
import { FaultType } from "../faults/fault-type.graphql";
import type { RetryService } from "./retry.service";
import { UnknownFaultEntity } from "../faults/unknown-fault.entity";
import { derivedId, rowId } from "../../infra/graphql/global-id";
import { OutboxLaneEntity } from "../../infra/outbox/outbox-lane.entity";
import { isId } from "../../kernel/ids";

@ArgsType()
export class DeliveryListArgs extends ConnectionArgs {
  @Field(() => types.DeliveryFilterName, { nullable: true })
  filter?: DeliveryFilter | null;

  @Field(() => ID, { nullable: true, description: "Id of the connection in whose lane they queue." })
  connection?: string | null;
}

/** The tool's deliveries: what is on its way, what stands still, and why. */
@Resolver(() => ErpIntegrationType)
export class DeliveriesResolver {
  private readonly list: DeliveryList;

  constructor(
    private readonly database: Database,
    private readonly rights: RecordRights,
    private readonly reader: CompanyReader,
  ) {
    this.list = new DeliveryList(database);
  }

  @FieldResolver(() => types.DeliveryConnection, { description: "Of the records that you may see, the latest first." })
  async deliveries(
    @Root() { companyId }: ErpIntegrationType,
    @Args(() => DeliveryListArgs) { filter, connection, ...args }: DeliveryListArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<types.DeliveryType>> {
    return listUnder(context, companyId, args, {
      name: `deliveries ${JSON.stringify([filter, connection])}`,
      pages: async (ids, request) =>
        this.list.pages(ids, request, { filter, connection }, await this.visible(context, ids)),
      node: (entity) => types.DeliveryType.of(entity, context.locale),
    });
  }

  @FieldResolver(() => [types.LaneType], { description: "Where deliveries queue, one for each connection." })
  async lanes(
    @Root() { companyId }: ErpIntegrationType,
    @Ctx() context: GraphQLContext,
    @Arg("connection", () => ID, { nullable: true, description: "Its lane only." }) connection?: string | null,
  ): Promise<types.LaneType[]> {
    const loader = loaderFor(context, "delivery lanes", async (ids: readonly string[]) => {
      const found = await this.list.lanes(ids, await this.visible(context, ids));
      return ids.map((id) => found.filter(({ lane }) => lane.companyId === id));
    });
    const wanted = connection?.toLowerCase();
    const found = (await loader.load(companyId)).filter(({ lane }) => !wanted || lane.id === wanted);
    return found.map((one) => types.LaneType.of(one, context.locale));
  }

  @FieldResolver(() => [types.LimitType], { description: "What the ERP takes of each kind, and how much it holds." })
  async limits(@Root() { companyId }: ErpIntegrationType, @Ctx() context: GraphQLContext): Promise<types.LimitType[]> {
    const loader = loaderFor(context, "limits of the ERP", async (ids: readonly string[]) => {
      const found = await limitUse(this.database.read(), ids);
      return ids.map((id) => found.filter((one) => one.companyId === id));
    });
    return (await loader.load(companyId)).map((one) => types.LimitType.of(one, context.locale));
  }

  @FieldResolver(() => types.UnknownFaultConnection, {
    nullable: true,
    description:
      "Reasons of the ERP that have no code yet, the latest first. For administrators and the vendor's staff.",
  })
  async unknownFaults(
    @Root() { companyId }: ErpIntegrationType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<Connection<types.UnknownFaultType>> {
    await this.reader.requireFor(context, companyId, "administer");
    return listUnder(context, companyId, args, {
      name: "unknown faults",
      pages: (parentIds, request) => {
        const query = this.database.read().createQueryBuilder(UnknownFaultEntity, "fault");
        const orderBy = [{ column: "lastSeenAt", direction: "desc" }] as const;
        return pagesByParent({ ...request, query, alias: "fault", parent: "companyId", parentIds, orderBy });
      },
      node: (entity) => types.UnknownFaultType.of(entity),
    });
  }

  /** For `node(id)`. Throws PolicyRefusal where the caller may not look into its company. */
  async lane(id: string, context: GraphQLContext): Promise<types.LaneType | null> {
    const lane = isId(id) ? await this.database.read().findOneBy(OutboxLaneEntity, { id }) : null;
    if (!lane) return null;
    await this.reader.requireFor(context, lane.companyId, "view");
    return (await this.lanes(ErpIntegrationType.of(lane.companyId), context, id))[0] ?? null;
  }

  private visible(context: GraphQLContext, ids: readonly string[]): Promise<readonly SqlFilter[]> {
    const sorted = [...ids].sort();
    const loader = loaderFor(context, `visible records of ${sorted.join()}`, async (names: readonly "view"[]) => {
      const companies = await this.database.read().findBy(CompanyEntity, { id: In(sorted) });
      const filters = await this.rights.filters(actorOf(context), companies, ["view"], "record");
      return names.map(() => filters);
    });
    return loader.load("view");
  }
}

@Resolver(() => types.DeliveryType)
export class DeliveryWaitsResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => [types.WaitType], { description: "Why it does not leave now; empty: it does, or it is done." })
  async waits(@Root() { entity }: types.DeliveryType, @Ctx() context: GraphQLContext): Promise<types.WaitType[]> {
    const loader = loaderFor(context, "waits of deliveries", (messages: readonly OutboxMessageEntity[]) =>
      waitsOf(this.database.read(), messages, toInstant(this.clock.now())),
    );
    return (await loader.load(entity)).map((wait) => types.WaitType.of(wait, context.locale));
  }
}

/** What carries a record, for the state of the record alone does not say what it waits for. */
@Resolver(() => RecordType)
export class RecordDeliveryResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => types.DeliveryType, {
    nullable: true,
    description:
      "What became of its last sending, and what that waits for. Null: this revision was not sent from here.",
  })
  async delivery(@Root() { entity }: RecordType, @Ctx() context: GraphQLContext): Promise<types.DeliveryType | null> {
    const loader = loaderFor(context, "deliveries of records", async (keys: readonly string[]) => {
      const found = await this.database.read().findBy(OutboxMessageEntity, { key: In([...keys]) });
      const byKey = new Map(found.map((message) => [message.key, message]));
      return keys.map((key) => byKey.get(key) ?? null);
    });
    const message = await loader.load(deliveryKey(entity));
    return message && types.DeliveryType.of(message, context.locale);
  }
}

@Resolver(() => RecordFailureType)
export class FailureFaultResolver {
  @FieldResolver(() => FaultType, { description: "What the code means, and what to do." })
  fault(@Root() { code }: RecordFailureType, @Ctx() context: GraphQLContext): FaultType {
    return FaultType.of(code, context.locale);
  }
}

/** What people do about deliveries that stand still. */
@Resolver()
export class DeliveryMutationsResolver {
  constructor(
    private readonly retries: RetryService,
    private readonly answers: RecordAnswers,
  ) {}

  @Mutation(() => RecordPayload, {
    description: "Tries a failed record again as it is, on your right to send it; it is looked up before it is sent.",
  })
  retryRecord(@Arg("input") input: RecordAddressInput, @Ctx() context: GraphQLContext): Promise<RecordPayload> {
    const actor = actorOf(context);
    return this.answers.of(RecordPayload, context, async () => ({
      record: RecordType.of(await this.retries.retry(actor, input)),
    }));
  }

  @Mutation(() => types.ResumeDeliveryLanePayload, {
    description: "Lets a lane go on that was paused because the ERP did not accept the connection.",
  })
  resumeDeliveryLane(
    @Arg("input") { company, lane }: types.ResumeDeliveryLaneInput,
    @Ctx() context: GraphQLContext,
  ): Promise<types.ResumeDeliveryLanePayload> {
    const actor = actorOf(context);
    return payload(types.ResumeDeliveryLanePayload, async () => ({
      laneId: derivedId("delivery-lane", (await this.retries.resume(actor, company, rowId(lane, "delivery-lane"))).id),
    }));
  }
}
