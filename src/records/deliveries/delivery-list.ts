import type { EntityManager, SelectQueryBuilder } from "typeorm";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import type { Database } from "../../infra/db/database";
import type { Page } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import { OutboxLaneEntity } from "../../infra/outbox/outbox-lane.entity";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import { RecordEntity } from "../record/record.entity";

/** Filters of the deliveries. `dead_letters`: those that go on only when a person does something. */
export const DELIVERY_FILTERS = ["under_way", "dead_letters", "delivered"] as const;
export type DeliveryFilter = (typeof DELIVERY_FILTERS)[number];

const WHERE: Readonly<Record<DeliveryFilter, string>> = {
  under_way: "message.state IN ('waiting', 'in_flight', 'unknown')",
  // Of an earlier revision, or of a record that was given back since, nobody has to do anything.
  dead_letters: `message.state IN ('dead', 'refused', 'withheld') AND record.state = 'failed'
    AND message."key" = 'record:' || record.id || ':' || record.revision`,
  delivered: "message.state = 'delivered'",
};

export interface DeliverySearch {
  readonly filter?: DeliveryFilter | null;
  /** Id of the connection in whose lane they queue. */
  readonly connection?: string | null;
}

/** Messages on their way, restricted to records that the `may` filters let through. */
export class DeliveryList {
  constructor(private readonly database: Database) {}

  pages(
    companyIds: readonly string[],
    request: SizedRequest,
    { filter, connection }: DeliverySearch,
    may: readonly SqlFilter[],
  ): Promise<ReadonlyMap<string, Page<OutboxMessageEntity>>> {
    const query = this.query(may);
    if (filter) query.andWhere(`(${WHERE[filter]})`);
    if (connection) query.andWhere("message.lane = :wantedLane", { wantedLane: connection.toLowerCase() });
    const orderBy = [{ column: "id", direction: "desc" }] as const;
    return pagesByParent({ ...request, query, alias: "message", parent: "companyId", parentIds: companyIds, orderBy });
  }

  /** The lanes of companies, with how many messages of each kind the viewer may see there: two SELECTs. */
  async lanes(companyIds: readonly string[], may: readonly SqlFilter[]): Promise<LaneSummary[]> {
    const manager: EntityManager = this.database.read();
    const lanes = await manager
      .createQueryBuilder(OutboxLaneEntity, "lane")
      .where("lane.companyId IN (:...companyIds) AND lane.queue = 'ledger'", { companyIds })
      .orderBy("lane.createdAt")
      .addOrderBy("lane.id")
      .getMany();
    const counts = await this.query(may)
      .andWhere("message.companyId IN (:...companyIds)", { companyIds })
      .select("message.lane", "lane")
      .addSelect(`SUM(CASE WHEN ${WHERE.under_way} THEN 1 ELSE 0 END)`, "underWay")
      .addSelect(`SUM(CASE WHEN ${WHERE.dead_letters} THEN 1 ELSE 0 END)`, "deadLetters")
      .groupBy("message.lane")
      .getRawMany<{ lane: string; underWay: string | number; deadLetters: string | number }>();
    return lanes.map((lane) => {
      const own = counts.find((one) => one.lane === lane.id);
      return { lane, underWay: Number(own?.underWay ?? 0), deadLetters: Number(own?.deadLetters ?? 0) };
    });
  }

  private query(may: readonly SqlFilter[]): SelectQueryBuilder<OutboxMessageEntity> {
    const query = this.database
      .read()
      .createQueryBuilder(OutboxMessageEntity, "message")
      .innerJoin(RecordEntity, "record", "record.id = message.subjectId AND record.companyId = message.companyId");
    for (const { where, parameters } of may) query.andWhere(where, parameters);
    return query;
  }
}

export interface LaneSummary {
  readonly lane: OutboxLaneEntity;
  readonly underWay: number;
  readonly deadLetters: number;
}
