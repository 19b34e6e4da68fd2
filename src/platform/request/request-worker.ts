import { IsNull, type EntityManager, type SelectQueryBuilder } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { LeaseQueue, type Served } from "../../infra/queue/lease-queue";
import { Leases } from "../../infra/queue/leases";
import { toInstant, type Clock } from "../../kernel/clock";
import type { PlatformLoss } from "../connect/platform-loss";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PlatformDetailEntity } from "../link/platform-detail.entity";
import { PlatformRequestEntity, type RequestOutcome } from "../link/platform-request.entity";
import type { ConstructionPlatform, ErpRequest } from "../port/construction-platform";
import { isPassing, PlatformTrouble } from "../port/platform-trouble";
import { RequestContext, type RequestContextParts } from "./request-context";
import type { Handled, RequestHandling } from "./request-handling";
import { LedgerNotSeen } from "./unlinking";

export interface RequestWorkerParts extends RequestContextParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly platform: Pick<ConstructionPlatform, "request" | "requests">;
  readonly handling: RequestHandling;
  readonly loss: PlatformLoss;
  /** Unique among the processes. */
  readonly name: string;
  readonly warn: (error: unknown) => void;
}

/** Longer than a company's turn takes; what a process that died had taken is free after it. */
export const LEASE_MS = 5 * 60_000;
/** Requests of a company in one turn, so that no company keeps the others waiting. */
const MAX_PER_TURN = 100;
const COMPANIES_IN_PARALLEL = 8;
/** With growing pauses about six hours: then what could not be done is said to be so. */
const MAX_FAILURES = 12;
const FIRST_WAIT_MS = 5_000;
const MAX_WAIT_MS = 60 * 60_000;

/** Fetches announced requests and carries them out, each company's in the order in which the platform made them. */
export class RequestWorker {
  private readonly connections: LeaseQueue<PlatformConnectionEntity>;

  constructor(private readonly parts: RequestWorkerParts) {
    const leases = new Leases(PlatformConnectionEntity, { ...parts, leaseMs: LEASE_MS });
    this.connections = new LeaseQueue({
      ...{ database: parts.database, clock: parts.clock, leases, most: COMPANIES_IN_PARALLEL },
      due: dueConnections,
      taken: (servedAt) => ({ servedAt }),
      serve: (connection) => this.serve(connection),
      nextAt: () => this.nextAt(),
    });
  }

  /** Does what can be done now. Answers when there will be more to do; null: nothing waits for a time. */
  turn(): Promise<Date | null> {
    return this.connections.turn();
  }

  stop(): void {
    this.connections.stop();
  }

  private async serve(connection: PlatformConnectionEntity): Promise<Served<PlatformConnectionEntity>> {
    await this.fetch(connection);
    for (const request of await this.ready(connection)) {
      if (this.connections.isStopping) break;
      if (!(await this.carryOut(connection, request))) break;
    }
    return {};
  }

  /** What is known by its id alone is fetched: one by itself, or many in one list. */
  private async fetch(connection: PlatformConnectionEntity): Promise<void> {
    const announced = await this.waiting(connection, "announced");
    if (announced.length === 0) return;
    const at = { connectionId: connection.id, platformCompanyId: connection.platformCompanyId };
    const { platform, database } = this.parts;
    try {
      const [only] = announced;
      const found =
        announced.length === 1 && only
          ? [await platform.request(at, only.requestId)]
          : (await platform.requests(at, { ids: announced.map(({ requestId }) => requestId), page: 1 })).rows;
      const byId = new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
      await database.write(async (manager) => {
        for (const row of announced) await this.keepFetched(manager, row, byId.get(row.requestId));
      });
    } catch (error) {
      await this.passing(connection, announced, error);
    }
  }

  private async keepFetched(manager: EntityManager, row: PlatformRequestEntity, found: ErpRequest | undefined) {
    if (!found) return this.close(manager, row, { outcome: "missing", problem: "The platform has no such request" });
    const { name, data, createdAt } = found;
    const madeAt = Number.isNaN(Date.parse(createdAt)) ? null : new Date(createdAt).toISOString();
    const fetched = { name: name.slice(0, 200), data: data as never, madeAt, state: "ready" as const, failures: 0 };
    await manager.update(PlatformRequestEntity, { id: row.id }, fetched);
  }

  private ready(connection: PlatformConnectionEntity): Promise<PlatformRequestEntity[]> {
    return this.waiting(connection, "ready");
  }

  private async waiting(connection: PlatformConnectionEntity, state: "announced" | "ready") {
    const at = toInstant(this.parts.clock.now());
    return this.parts.database
      .read()
      .createQueryBuilder(PlatformRequestEntity, "request")
      .where({ connectionId: connection.id, state })
      .andWhere("request.nextAt <= :at", { at })
      .orderBy("request.ordinal")
      .addOrderBy("request.id")
      .limit(MAX_PER_TURN)
      .getMany();
  }

  /** False: nothing more can be done for the company now. */
  private async carryOut(connection: PlatformConnectionEntity, request: PlatformRequestEntity): Promise<boolean> {
    const { handling, database } = this.parts;
    const company = await database.read().findOneByOrFail(CompanyEntity, { id: connection.companyId });
    const context = new RequestContext(this.parts, connection, request, company.locale);
    try {
      const handled = await handling.handle(context, request.failures >= MAX_FAILURES);
      await database.write((manager) => this.settle(manager, request, handled));
      return true;
    } catch (error) {
      if (error instanceof PlatformTrouble) return this.passing(connection, [request], error);
      if (!(error instanceof LedgerNotSeen)) this.parts.warn(error);
      await this.postpone([request], null, error);
      return true;
    }
  }

  /** Open as long as the platform was not told how each detail ended. */
  private async settle(manager: EntityManager, { id }: PlatformRequestEntity, handled: Handled): Promise<void> {
    const open = await manager.existsBy(PlatformDetailEntity, { requestId: id, toldAt: IsNull() });
    const closedAt = open ? null : toInstant(this.parts.clock.now());
    const state = open ? ("open" as const) : ("closed" as const);
    await manager.update(PlatformRequestEntity, { id }, { ...handled, state, closedAt });
  }

  private async close(
    manager: EntityManager,
    { id }: PlatformRequestEntity,
    handled: { outcome: RequestOutcome; problem: string },
  ) {
    const closedAt = toInstant(this.parts.clock.now());
    await manager.update(PlatformRequestEntity, { id }, { ...handled, state: "closed", closedAt });
  }

  /** What passes by itself is tried later; else the connection is lost, and all of it waits. Always false. */
  private async passing(
    connection: PlatformConnectionEntity,
    requests: readonly PlatformRequestEntity[],
    error: unknown,
  ): Promise<false> {
    if (!(error instanceof PlatformTrouble)) throw error;
    if (!isPassing(error) && error.kind !== "refused") await this.parts.loss.lost(connection.id, error);
    await this.postpone(requests, error.kind === "rate_limited" ? (error.details.retryAfterMs ?? null) : null, error);
    return false;
  }

  /** @param waitMs the platform's limits ask for it, which is no failure; null: a growing pause */
  private async postpone(
    requests: readonly PlatformRequestEntity[],
    waitMs: number | null,
    error: unknown,
  ): Promise<void> {
    const now = this.parts.clock.now().getTime();
    const problem = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await this.parts.database.write(async (manager) => {
      for (const { id, failures } of requests) {
        const wait = waitMs ?? Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
        const nextAt = toInstant(new Date(now + wait));
        const failed = waitMs === null ? failures + 1 : failures;
        await manager.update(PlatformRequestEntity, { id }, { nextAt, failures: failed, problem });
      }
    });
  }

  private async nextAt(): Promise<string | null> {
    const row = await this.parts.database
      .read()
      .createQueryBuilder(PlatformRequestEntity, "request")
      .innerJoin(PlatformConnectionEntity, "connection", "connection.id = request.connectionId")
      .select(
        "MIN(CASE WHEN connection.pausedUntil > request.nextAt THEN connection.pausedUntil ELSE request.nextAt END)",
        "at",
      )
      .where("request.state IN ('announced', 'ready') AND connection.state <> 'lost'")
      .getRawOne<{ at: string | null }>();
    return row?.at ?? null;
  }
}

/** Whose requests can be fetched or carried out now, those that waited longest first. */
function dueConnections(manager: EntityManager, at: string): SelectQueryBuilder<PlatformConnectionEntity> {
  return manager
    .createQueryBuilder(PlatformConnectionEntity, "connection")
    .where("connection.state <> 'lost'")
    .andWhere("(connection.pausedUntil IS NULL OR connection.pausedUntil <= :at)", { at })
    .andWhere(
      `EXISTS (SELECT 1 FROM platform_request request WHERE request."connectionId" = connection.id
      AND request.state IN ('announced', 'ready') AND request."nextAt" <= :at)`,
    )
    .orderBy("connection.servedAt")
    .addOrderBy("connection.id");
}
