import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { ChangeKind, LedgerChange } from "../../erp/connector/connector";
import { LedgerTrouble } from "../../erp/connector/ledger-api";
import type { Database } from "../../infra/db/database";
import { type Clock, instantAfter, toInstant } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import { LaneBusy, type LaneCalls } from "../../infra/outbox/lane-call";
import type { KnownActor } from "../../policy/ports";
import type { LedgerRoutes } from "../delivery/ledger-routes";
import { ErpWatermarkEntity, type SweepPurpose } from "./erp-watermark.entity";

/** How far a reading goes back behind its watermark: changes can appear in the ledger a little late. */
const OVERLAP_MS = 5 * 60_000;
/** A page with fewer rows is the last. */
const FULL_PAGE = 100;

export const SWEEP_OUTCOMES = ["complete", "put_off", "failed", "not_connected"] as const;
export type SweepOutcome = (typeof SWEEP_OUTCOMES)[number];

export interface Swept {
  readonly outcome: SweepOutcome;
  readonly read: number;
  /** Why it is not complete. */
  readonly reason: string | null;
}

/** What is to be read, and what is done with each page, in the transaction that moves the watermark. */
export interface Sweep {
  readonly by: KnownActor;
  readonly connection: ConnectionEntity;
  readonly purpose: SweepPurpose;
  readonly kind: ChangeKind;
  /** Where a first reading begins; null: with the oldest change. */
  readonly from: string | null;
  readonly mostCalls: number;
  /** Answers the instant of the first change that must be read once more, if any: the watermark stays before it. */
  readonly keep: (scope: ChangeScope, changes: readonly LedgerChange[]) => Promise<string | null>;
}

/** The first change of this reading that must be read once more. */
interface Held {
  at: string | null;
}

export interface SweepParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly changes: CompanyChangePort;
  readonly calls: LaneCalls;
  readonly ledgers: LedgerRoutes;
}

/**
 * Reads what changed in a ledger, page by page. The watermark moves in the transaction that keeps a page: a process that
 * dies reads the page again, and what is kept twice is kept once.
 */
export class ChangeSweep {
  constructor(private readonly parts: SweepParts) {}

  async run(sweep: Sweep): Promise<Swept> {
    const route = this.parts.ledgers.of(sweep.connection.id);
    if (!route) return { outcome: "not_connected", read: 0, reason: null };
    const mark = await this.watermark(sweep);
    const held: Held = { at: null };
    let read = 0;
    try {
      for await (const page of this.pages(sweep, mark)) {
        read += page.length;
        await this.keep(sweep, page, held);
      }
      await this.note(sweep, { sweptAt: toInstant(this.parts.clock.now()), lastError: null });
      return { outcome: "complete", read, reason: null };
    } catch (error) {
      const outcome = readingOutcome(error);
      if (outcome === null) throw error;
      const reason = (error as Error).message;
      if (outcome === "failed") await this.note(sweep, { lastError: reason.slice(0, 500) });
      return { outcome, read, reason };
    }
  }

  /**
   * Each page begins where the last one ended, not at a number: what changes during the reading moves to the end, and
   * by numbers the first row of the next page would be passed over.
   */
  private async *pages(sweep: Sweep, mark: ErpWatermarkEntity): AsyncGenerator<readonly LedgerChange[]> {
    const seen = new Map<string, string>();
    let since = mark.changedUpTo === null ? sweep.from : minus(mark.changedUpTo, OVERLAP_MS);
    let page = 1;
    for (let calls = 0; ; calls += 1) {
      if (calls >= sweep.mostCalls) throw new LaneBusy(null);
      const rows = await this.call(sweep, since, page);
      const fresh = rows.filter(({ externalId, changedAt }) => seen.get(externalId) !== changedAt);
      for (const { externalId, changedAt } of fresh) seen.set(externalId, changedAt);
      // That a list is empty says something of what was in it.
      if (fresh.length > 0 || isWhole(sweep.kind)) yield fresh;
      const last = rows.at(-1);
      if (!last || rows.length < FULL_PAGE || isWhole(sweep.kind)) return;
      const reached = wholeSecond(last.changedAt);
      if (since === null || reached > since) {
        since = reached;
        page = 1;
      } else page += 1;
    }
  }

  private call({ connection, kind }: Sweep, since: string | null, page: number): Promise<readonly LedgerChange[]> {
    const route = this.parts.ledgers.of(connection.id);
    if (!route) throw new LaneBusy(null);
    const lane = { id: connection.id, companyId: connection.companyId };
    const read = () => route.connector.changedSince(route.tenancy, kind, isWhole(kind) ? null : since, page);
    return this.parts.calls.call(lane, read, retryAfterOf);
  }

  private keep(sweep: Sweep, page: readonly LedgerChange[], held: Held): Promise<void> {
    return this.parts.changes.runAs(sweep.by, sweep.connection.companyId, async (scope) => {
      const hold = await sweep.keep(scope, page);
      if (hold !== null && (held.at === null || hold < held.at)) held.at = hold;
      const last = page.at(-1);
      if (!last || isWhole(sweep.kind)) return;
      const reached = held.at !== null && held.at < last.changedAt ? held.at : last.changedAt;
      // Another reading may be further by now.
      await scope.manager
        .createQueryBuilder()
        .update(ErpWatermarkEntity)
        .set({ changedUpTo: reached })
        .where(where(sweep))
        .andWhere('("changedUpTo" IS NULL OR "changedUpTo" < :reached)', { reached })
        .execute();
    });
  }

  private watermark(sweep: Sweep): Promise<ErpWatermarkEntity> {
    return this.parts.database.write(async (manager) => {
      const fresh = {
        id: newId(),
        companyId: sweep.connection.companyId,
        ...where(sweep),
        changedUpTo: null,
        sweptAt: null,
        lastError: null,
        createdAt: toInstant(this.parts.clock.now()),
      };
      const insert = manager.createQueryBuilder().insert().into(ErpWatermarkEntity).values(fresh);
      await insert.orIgnore().updateEntity(false).execute();
      return manager.findOneByOrFail(ErpWatermarkEntity, where(sweep));
    });
  }

  private async note(sweep: Sweep, said: Partial<ErpWatermarkEntity>): Promise<void> {
    await this.parts.database.write((manager) => manager.update(ErpWatermarkEntity, where(sweep), said));
  }
}

function where({ connection, purpose, kind }: Sweep) {
  return { connectionId: connection.id, purpose, kind };
}

/** Kinds that come in one list. */
export function isWhole(kind: ChangeKind): boolean {
  return kind === "item" || kind === "tracking_option";
}

/** What came of a reading that threw; null: the fault is ours. */
export function readingOutcome(error: unknown): SweepOutcome | null {
  if (error instanceof LaneBusy) return "put_off";
  if (!(error instanceof LedgerTrouble)) return null;
  return error.kind === "refused" || error.kind === "unauthorised" ? "failed" : "put_off";
}

/** Of a call to the ledger that it put off. */
export function retryAfterOf(error: unknown): number | null {
  return error instanceof LedgerTrouble ? (error.details.retryAfterMs ?? null) : null;
}

function minus(instant: string, milliseconds: number): string {
  return instantAfter(instant, -milliseconds);
}

/** If-Modified-Since knows no smaller part of time. */
function wholeSecond(instant: string): string {
  return `${instant.slice(0, 19)}.000Z`;
}
