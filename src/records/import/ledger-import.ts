import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { ChangeKind } from "../../erp/connector/connector";
import { HOUR_MS, toInstant } from "../../kernel/clock";
import type { KnownActor } from "../../policy/ports";
import { RecordEntity } from "../record/record.entity";
import { ChangeSweep, type SweepOutcome, type SweepParts } from "./change-sweep";
import { ErpWatermarkEntity } from "./erp-watermark.entity";
import { keepPage, type Kept } from "./import-page";
import type { ImportGate } from "./import-gate";
import { IMPORTED_UNASKED, type Staged } from "./staged-item";
import { importDependent } from "./staging.service";

/** What the ledger is read for, feature by feature, in the order in which they build on each other. */
export const READ_FOR: Readonly<Record<Staged, readonly ChangeKind[]>> = {
  project: ["tracking_option"],
  vendor: ["contact"],
  job_cost: ["bill", "spend_money", "supplier_credit"],
  commitment_payment: ["bill", "payment"],
};
const ORDER: readonly Staged[] = ["project", "vendor", "job_cost", "commitment_payment"];
/** Jobs, vendors and payments hourly, job costs once a day (sync schedule). */
const EVERY_MS: Readonly<Record<Staged, number>> = {
  project: HOUR_MS,
  vendor: HOUR_MS,
  commitment_payment: HOUR_MS,
  job_cost: 24 * HOUR_MS,
};
/** Asking every minute a ledger that is not there would spend most of the day's allowance. */
const REST_MS = 5 * 60_000;
const IMPORTS: KnownActor = { kind: "system", id: "imports", name: "imports" };
/** Costs and payments that are taken over in one transaction. */
const BATCH_SIZE = 100;

export interface FeatureImport {
  readonly feature: Staged;
  readonly outcome: SweepOutcome | "not_open";
  /** Rows of the ledger that were looked at. */
  readonly read: number;
  /** New or changed things that wait or were taken over. */
  readonly staged: number;
  /** Taken over by itself. */
  readonly imported: number;
  readonly reason: string | null;
}

export interface ImportParts extends SweepParts {
  readonly gate: ImportGate;
}

/** Reads jobs, contacts, job costs and payments from ledgers by their date of change. */
export class LedgerImport {
  private readonly sweeps: ChangeSweep;
  /** Ledgers that did not answer are left alone for a while. */
  private readonly restUntil = new Map<string, number>();

  constructor(private readonly parts: ImportParts) {
    this.sweeps = new ChangeSweep(parts);
  }

  /** For the schedule: whatever is due, of all connections. One that does not answer keeps no other waiting. */
  async run(): Promise<void> {
    const connections = await this.parts.database.read().findBy(ConnectionEntity, { status: "authorised" });
    const defects: unknown[] = [];
    for (const connection of connections) {
      const now = this.parts.clock.now().getTime();
      if (!this.parts.ledgers.of(connection.id) || (this.restUntil.get(connection.id) ?? 0) > now) continue;
      await this.readDue(connection, now).catch((error: unknown) => defects.push(error));
    }
    if (defects.length > 0) throw defects[0];
  }

  private async readDue(connection: ConnectionEntity, now: number): Promise<void> {
    const due = await this.due(connection);
    const results = due.length === 0 ? [] : await this.read(IMPORTS, connection, due);
    const fruitless = results.some(
      ({ outcome, read }) => outcome === "failed" || (outcome === "put_off" && read === 0),
    );
    if (fruitless) this.restUntil.set(connection.id, now + REST_MS);
    else this.restUntil.delete(connection.id);
  }

  /** Reads some features of a connection now. */
  async read(
    by: KnownActor,
    connection: ConnectionEntity,
    features: readonly Staged[],
    mostCalls = 50,
  ): Promise<FeatureImport[]> {
    const open = await this.parts.gate.open(connection);
    const results: FeatureImport[] = [];
    for (const feature of ORDER.filter((one) => features.includes(one))) {
      if (!open.has(feature)) {
        results.push({ feature, outcome: "not_open", read: 0, staged: 0, imported: 0, reason: null });
        continue;
      }
      const swept = await this.sweep(by, connection, feature, mostCalls);
      const imported = IMPORTED_UNASKED.includes(feature) ? await this.takeOver(by, connection, feature) : 0;
      results.push({ feature, ...swept, imported });
    }
    return results;
  }

  private async sweep(by: KnownActor, connection: ConnectionEntity, feature: Staged, mostCalls: number) {
    const kept: Kept = { staged: 0 };
    let read = 0;
    for (const kind of READ_FOR[feature]) {
      const swept = await this.sweeps.run({
        by,
        connection,
        purpose: purposeOf(feature),
        kind,
        // Payments older than the connection never flow (sync schedule); of all else the whole ledger is of interest.
        from: feature === "commitment_payment" ? connection.createdAt : null,
        mostCalls,
        keep: (scope, changes) => keepPage(scope, connection, feature, changes, kept),
      });
      read += swept.read;
      if (swept.outcome !== "complete") return { outcome: swept.outcome, read, ...kept, reason: swept.reason };
    }
    return { outcome: "complete" as const, read, ...kept, reason: null };
  }

  /** What builds on nothing that is missing is taken over, without anybody being asked. */
  private async takeOver(by: KnownActor, connection: ConnectionEntity, feature: Staged): Promise<number> {
    const { id: connectionId, companyId } = connection;
    const here = { companyId, connectionId, feature, direction: "import" } as const;
    const where = { ...here, state: "staged", prerequisitesBlocked: false } as const;
    let imported = 0;
    for (;;) {
      const found = await this.parts.database
        .read()
        .find(RecordEntity, { where, select: { id: true }, order: { id: "ASC" }, take: BATCH_SIZE });
      if (found.length === 0) return imported;
      const ids = found.map(({ id }) => id);
      const taken = await this.parts.changes.runAs(by, companyId, (scope) => this.takeAll(scope, ids, where));
      if (taken === 0) return imported;
      imported += taken;
    }
  }

  private async takeAll(scope: ChangeScope, ids: string[], where: object): Promise<number> {
    const records = await scope.manager.findBy(RecordEntity, { ...where, id: In(ids) });
    for (const record of records) await importDependent(scope, record);
    return records.length;
  }

  private async due({ id }: ConnectionEntity): Promise<Staged[]> {
    const marks = await this.parts.database.read().findBy(ErpWatermarkEntity, { connectionId: id });
    const now = this.parts.clock.now().getTime();
    return ORDER.filter((feature) => {
      const before = toInstant(new Date(now - EVERY_MS[feature]));
      return READ_FOR[feature].some((kind) => {
        const mark = marks.find((one) => one.kind === kind && one.purpose === purposeOf(feature));
        return !mark?.sweptAt || mark.sweptAt <= before;
      });
    });
  }
}

/** Bills are read for costs and for payments, each in its own time. */
function purposeOf(feature: Staged) {
  return feature === "commitment_payment" ? ("payments" as const) : ("import" as const);
}
