import { In, type EntityManager } from "typeorm";
import { defaultConnection } from "../../erp/connections/connection-lookup";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { insertRows } from "../../infra/db/query/rows";
import { instantAfter, toInstant } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { KnownActor } from "../../policy/ports";
import { ChangeSweep, type Swept, type SweepParts } from "../import/change-sweep";
import { RecordEntity } from "../record/record.entity";
import { DriftFindingEntity } from "./drift-finding.entity";
import { COMPARED, COMPARED_KINDS, compareChanges, type ComparedKind } from "./drift-page";
import { actionsFor } from "./proposals";
import { ReconciliationRowEntity } from "./reconciliation-row.entity";
import { ReconciliationEntity } from "./reconciliation.entity";

const EVERY_MS = 24 * 60 * 60_000;
const OVERLAP_MS = 5 * 60_000;
const RECONCILER: KnownActor = { kind: "system", id: "reconciliation", name: "reconciliation" };

/** Compares what was delivered with what ledgers hold now, and lays what differs down as a plan. */
export class Reconciler {
  private readonly sweeps: ChangeSweep;

  constructor(private readonly parts: SweepParts) {
    this.sweeps = new ChangeSweep(parts);
  }

  /** For the schedule: each authorised connection once a day. */
  async run(): Promise<void> {
    const { database, clock, ledgers } = this.parts;
    const before = toInstant(new Date(clock.now().getTime() - EVERY_MS));
    for (const connection of await database.read().findBy(ConnectionEntity, { status: "authorised" })) {
      const last = await latestOf(database.read(), connection.id);
      if (ledgers.of(connection.id) && (last === null || last.madeAt <= before))
        await this.compare(RECONCILER, connection);
    }
  }

  /** Reads what changed in the ledger since the last comparison; the plan holds all that differs, older finds included. */
  async compare(by: KnownActor, connection: ConnectionEntity, mostCalls = 100): Promise<ReconciliationEntity> {
    const from = await this.firstDelivery(connection);
    let compared = 0;
    let cut: Swept | null = null;
    for (const kind of COMPARED_KINDS) {
      const swept = await this.sweep(by, connection, kind, from, mostCalls);
      compared += swept.read;
      if (swept.outcome !== "complete") cut ??= swept;
    }
    return this.parts.changes.runAs(by, connection.companyId, async ({ manager, at }) => {
      const plan: ReconciliationEntity = {
        id: newId(),
        companyId: connection.companyId,
        connectionId: connection.id,
        madeAt: at,
        madeByName: by.name,
        complete: cut === null,
        reason: cut && (cut.reason ?? cut.outcome),
        compared,
        createdAt: at,
      };
      await insertRows(manager, ReconciliationEntity, [plan]);
      await insertRows(manager, ReconciliationRowEntity, (await rowsOf(manager, plan, at)) as never);
      return plan;
    });
  }

  private sweep(
    by: KnownActor,
    connection: ConnectionEntity,
    kind: ComparedKind,
    from: string | null,
    mostCalls: number,
  ): Promise<Swept> {
    const begunAt = toInstant(this.parts.clock.now());
    return this.sweeps.run({
      by,
      connection,
      purpose: "reconcile",
      kind,
      from,
      mostCalls,
      keep: (scope, changes) => compareChanges({ scope, connection, kind, begunAt }, changes),
    });
  }

  /** Before that nothing of ours can have changed in the ledger. */
  private async firstDelivery({ id, companyId }: ConnectionEntity): Promise<string | null> {
    const manager = this.parts.database.read();
    const isDefault = (await defaultConnection(manager, companyId))?.id === id;
    const first = await manager
      .createQueryBuilder(RecordEntity, "record")
      .select("MIN(record.sentAt)", "at")
      .where("record.companyId = :companyId AND record.direction = 'export'", { companyId })
      .andWhere(`(record.connectionId = :id${isDefault ? " OR record.connectionId IS NULL" : ""})`, { id })
      .getRawOne<{ at: string | null }>();
    return first?.at ? instantAfter(first.at, -OVERLAP_MS) : null;
  }
}

/** The newest plan of the connection; only that one may be carried out. */
export function latestOf(manager: EntityManager, connectionId: string): Promise<ReconciliationEntity | null> {
  return manager.findOne(ReconciliationEntity, {
    where: { connectionId },
    order: { madeAt: "DESC", id: "DESC" },
  });
}

/** What still differs, of records that are still what was compared. */
async function rowsOf(
  manager: EntityManager,
  plan: ReconciliationEntity,
  at: string,
): Promise<ReconciliationRowEntity[]> {
  const findings = await manager.find(DriftFindingEntity, {
    where: { connectionId: plan.connectionId, kept: false },
    order: { changedAt: "ASC", id: "ASC" },
  });
  const features = COMPARED_KINDS.flatMap((kind) => [...COMPARED[kind]]);
  const records = new Map<string, RecordEntity>();
  for (let start = 0; start < findings.length; start += 500) {
    const ids = findings.slice(start, start + 500).map(({ id }) => id);
    const found = await manager.findBy(RecordEntity, { id: In(ids), state: "synced", feature: In(features) });
    for (const record of found) records.set(record.id, record);
  }
  return findings.flatMap((finding): ReconciliationRowEntity[] => {
    const record = records.get(finding.id);
    if (record?.revision !== finding.revision || record.externalId !== finding.externalId) return [];
    const { drift, changedAt, differences } = finding;
    return [
      {
        id: newId(),
        companyId: plan.companyId,
        reconciliationId: plan.id,
        recordId: record.id,
        recordVersion: record.version,
        drift,
        changedAt,
        differences,
        proposed: actionsFor(record.feature, drift)[0],
        done: null,
        doneAt: null,
        doneByName: null,
        createdAt: at,
      },
    ];
  });
}
