import { In, type EntityManager } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { type Clock, instantAfter, toInstant } from "../../kernel/clock";
import type { AnswerScope, PlatformAnswers } from "../answer/answers";
import { endWords } from "../answer/end-words";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import type { PlatformLoss } from "../connect/platform-loss";
import { insertNew } from "../link/insert-new";
import { announcedRequest, openDetail } from "../link/new-rows";
import { PlatformDetailEntity } from "../link/platform-detail.entity";
import { PlatformRequestEntity } from "../link/platform-request.entity";
import type { ConstructionPlatform, RequestDetail } from "../port/construction-platform";
import { isPassing, PlatformTrouble } from "../port/platform-trouble";

export interface OpenRequestsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly platform: Pick<ConstructionPlatform, "requests" | "openDetails">;
  readonly answers: PlatformAnswers;
  readonly loss: PlatformLoss;
  /** Called after a commit that left a request to carry out. */
  readonly onWork: () => void;
}

/** An event is given so long to arrive before its request is looked for: only the event says whose act it was. */
const GRACE_MS = 5 * 60_000;
/** Requests may become visible late, and clocks differ. */
const OVERLAP_MS = 60 * 60_000;
const CHUNK = 500;

/**
 * Finds what no event told of, and what was never closed: events are told at best, and answers can get lost. So every
 * request of the platform is carried out, and every detail ended, even if all events are lost.
 */
export class OpenRequests {
  constructor(private readonly parts: OpenRequestsParts) {}

  /** Every company, one after the other. What one company's platform refuses keeps no other waiting. */
  async run(): Promise<void> {
    const { database, loss } = this.parts;
    const rows = await database.read().find(PlatformConnectionEntity, { order: { servedAt: "ASC" } });
    for (const row of rows) {
      if (row.state === "lost") continue;
      await this.reconcile(row).catch(async (error: unknown) => {
        if (!(error instanceof PlatformTrouble)) throw error;
        if (!isPassing(error) && error.kind !== "refused") await loss.lost(row.id, error);
      });
    }
  }

  /** Throws PlatformTrouble. */
  async reconcile(connection: PlatformConnectionEntity): Promise<void> {
    await this.findRequests(connection);
    for (const status of ["in_progress", "stale"] as const) await this.findDetails(connection, status);
    await this.parts.database.write((manager) => this.closeEnded(manager, connection));
  }

  private async findRequests(connection: PlatformConnectionEntity): Promise<void> {
    const { platform, clock, database } = this.parts;
    const until = clock.now().getTime() - GRACE_MS;
    const since = instantAfter(connection.requestsReadUntil ?? connection.createdAt, -OVERLAP_MS);
    for (let page = 1; ; page += 1) {
      const { rows, more } = await platform.requests(targetOf(connection), { since, page });
      const due = rows.filter(({ createdAt }) => !(Date.parse(createdAt) > until));
      await this.announce(
        connection,
        due.map(({ id }) => id),
      );
      if (!more) break;
    }
    const requestsReadUntil = toInstant(new Date(until));
    await database.write((manager) =>
      manager.update(PlatformConnectionEntity, { id: connection.id }, { requestsReadUntil }),
    );
  }

  private async findDetails(connection: PlatformConnectionEntity, status: "in_progress" | "stale"): Promise<void> {
    // What is ended leaves the list: all of it is read first.
    const open: RequestDetail[] = [];
    for (let page = 1; ; page += 1) {
      const { rows, more } = await this.parts.platform.openDetails(targetOf(connection), status, page);
      open.push(...rows);
      if (!more) break;
    }
    for (let start = 0; start < open.length; start += CHUNK)
      await this.compare(connection, open.slice(start, start + CHUNK));
  }

  /** Answers what is open there and ended here anew; what is open there and not known here is looked for by its request. */
  private async compare(connection: PlatformConnectionEntity, open: readonly RequestDetail[]): Promise<void> {
    const { database, clock, answers } = this.parts;
    const connectionId = connection.id;
    const unseen = await database.write(async (manager) => {
      const scope = { manager, at: toInstant(clock.now()) };
      const detailId = In(open.map(({ id }) => id));
      const known = await manager.findBy(PlatformDetailEntity, { connectionId, detailId });
      for (const detail of known) await answers.again(scope, detail, GRACE_MS);
      const there = new Set(known.map((detail) => detail.detailId));
      return this.forgotten(
        scope,
        connection,
        open.filter(({ id }) => !there.has(id)),
      );
    });
    await this.announce(connection, unseen);
  }

  /** Details of requests that are closed here are ended; answers which requests are not known at all. */
  private async forgotten(
    scope: AnswerScope,
    connection: PlatformConnectionEntity,
    open: readonly RequestDetail[],
  ): Promise<readonly string[]> {
    const ids = [...new Set(open.flatMap(({ requestId }) => requestId ?? []))];
    const where = { connectionId: connection.id, requestId: In(ids) };
    const known = new Map(
      (await scope.manager.findBy(PlatformRequestEntity, where)).map((row) => [row.requestId, row]),
    );
    const { locale } = await scope.manager.findOneByOrFail(CompanyEntity, { id: connection.companyId });
    for (const { id, requestId } of open) {
      const request = requestId === null ? undefined : known.get(requestId);
      if (request?.state !== "closed") continue;
      const detail = openDetail(connection, request.id, id, scope.at);
      await insertNew(scope.manager, PlatformDetailEntity, [detail]);
      await this.parts.answers.end(scope, detail, { status: "failed", messages: [endWords("forgotten", locale)] });
    }
    return ids.filter((id) => !known.has(id));
  }

  /** What is known already stays as it is. */
  private async announce(connection: PlatformConnectionEntity, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { database, clock, onWork } = this.parts;
    await database.write(async (manager) => {
      const at = toInstant(clock.now());
      const rows = ids.map((id) => announcedRequest(connection, id, null, at));
      await insertNew(manager, PlatformRequestEntity, rows);
      database.afterCommit(onWork);
    });
  }

  /** Two details that ended at the same time may each have seen the other one open. */
  private async closeEnded(manager: EntityManager, { id: connectionId }: PlatformConnectionEntity): Promise<void> {
    const untold = `SELECT 1 FROM platform_detail detail WHERE detail."requestId" = platform_request.id
      AND detail."toldAt" IS NULL`;
    await manager
      .createQueryBuilder()
      .update(PlatformRequestEntity)
      .set({ state: "closed", closedAt: toInstant(this.parts.clock.now()) })
      .where({ connectionId, state: "open" })
      .andWhere(`NOT EXISTS (${untold})`)
      .execute();
  }
}

function targetOf({ id, platformCompanyId }: PlatformConnectionEntity) {
  return { connectionId: id, platformCompanyId };
}
