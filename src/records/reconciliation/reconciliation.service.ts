import type { Drift } from "./drift-finding.entity";
import type { Bilingual } from "../../kernel/locale";
import { fill } from "../../kernel/catalogue";
import { In, type EntityManager } from "typeorm";
import { noSuchCompany, type CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import type { Authorizer, KnownActor } from "../../policy/ports";
import { PolicyRefusal } from "../../policy/ports";
import { applyEvent, recordIn } from "../transaction/record-keeping";
import type { RecordAddress, RecordTransaction } from "../transaction/record-transaction";
import { requireSeen } from "../transaction/stale-record";
import { RecordEntity } from "../record/record.entity";
import type { RecordService } from "../approval/record.service";
import { DriftFindingEntity } from "./drift-finding.entity";
import { actionsFor, DONE_WORDS, driftWords, proposalText } from "./proposals";
import { ReconciliationRowEntity, type ReconcileAction } from "./reconciliation-row.entity";
import { ReconciliationEntity } from "./reconciliation.entity";
import { latestOf, type Reconciler } from "./reconciler";
import { RECORD_TEXTS } from "../texts/record-texts";

/** A plan that is older than this is made anew before it is carried out. */
const GOOD_FOR_MS = 24 * 60 * 60_000;
const MAX_ROWS = 100;

export const ROW_OUTCOMES = ["done", "would_be_done", "refused"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** A row that is to be carried out; the action left out: as proposed. */
export interface RowChoice {
  readonly row: string;
  /** Version of the row's record that the caller saw. */
  readonly expectedVersion: number;
  readonly action?: ReconcileAction | null;
}

export interface RowResult {
  readonly row: string;
  readonly record: RecordEntity | null;
  readonly action: ReconcileAction | null;
  readonly outcome: RowOutcome;
  /** Why it was refused. */
  readonly refusal: Refusal | PolicyRefusal | null;
}

export interface ReconciliationParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly changes: CompanyChangePort;
  readonly desk: RecordTransaction;
  readonly records: RecordService;
  readonly reconciler: Reconciler;
}

/** Compares both sides at somebody's wish, and carries out what they choose of the plan. */
export class ReconciliationService {
  constructor(private readonly parts: ReconciliationParts) {}

  /**
   * For who may configure the tool, as a reading on demand is (permission matrix). Throws PolicyRefusal, Refusal
   * NOT_FOUND.
   * @param connection null: the company's first one
   */
  async reconcile(actor: Actor, reference: string, connection: string | null): Promise<ReconciliationEntity> {
    const { company, by } = await this.company(actor, reference);
    const all = await this.parts.database
      .read()
      .find(ConnectionEntity, { where: { companyId: company.id }, order: { createdAt: "ASC", id: "ASC" } });
    const found = connection === null ? all[0] : all.find(({ id }) => id === connection.trim().toLowerCase());
    if (!found) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchConnection, ["input", "connection"]);
    return this.parts.reconciler.compare(by, found, 20);
  }

  /**
   * Carries out rows of the newest plan, each for itself: what a row does the policy decides at its record. Throws
   * PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT, or PLAN_STALE where there is a newer plan or this one is a day old.
   * @param dryRun asks the policy and checks each row, and changes nothing
   */
  async apply(
    actor: Actor,
    reference: string,
    planId: string,
    choices: readonly RowChoice[],
    dryRun: boolean,
  ): Promise<RowResult[]> {
    const { company, by } = await this.company(actor, reference);
    const plan = await this.plan(company, planId);
    if (choices.length > MAX_ROWS)
      throw new BilingualRefusal("BAD_INPUT", fill(RECORD_TEXTS.rowsAtOnce, { max: MAX_ROWS }), ["input", "rows"]);
    const rows = await this.parts.database.read().findBy(ReconciliationRowEntity, {
      reconciliationId: plan.id,
      id: In(choices.map(({ row }) => row.trim().toLowerCase())),
    });
    const results: RowResult[] = [];
    for (const choice of choices) {
      const row = rows.find(({ id }) => id === choice.row.trim().toLowerCase());
      results.push(await this.carryOut(actor, by, company, choice, row, dryRun));
    }
    if (!dryRun) await this.audit(by, plan, results);
    return results;
  }

  private async carryOut(
    actor: Actor,
    by: KnownActor,
    company: CompanyEntity,
    choice: RowChoice,
    row: ReconciliationRowEntity | undefined,
    dryRun: boolean,
  ): Promise<RowResult> {
    const action = choice.action ?? row?.proposed ?? null;
    try {
      const record = await this.act(actor, by, company, row, { ...choice, action }, dryRun);
      return { row: choice.row, record, action, outcome: dryRun ? "would_be_done" : "done", refusal: null };
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof PolicyRefusal)) throw error;
      return { row: choice.row, record: null, action, outcome: "refused", refusal: error };
    }
  }

  /**
   * Not one transaction, for the ledger may be asked before a tie is taken off. The record's version holds it together:
   * where the row could not be marked, it is stale from then on.
   */
  private async act(
    actor: Actor,
    by: KnownActor,
    company: CompanyEntity,
    row: ReconciliationRowEntity | undefined,
    { action = null, expectedVersion }: RowChoice,
    dryRun: boolean,
  ): Promise<RecordEntity> {
    const { database, clock } = this.parts;
    const record = row && (await database.read().findOneBy(RecordEntity, { id: row.recordId }));
    if (!row || !record || action === null)
      throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchRow, ["input", "rows"]);
    if (row.done !== null) throw stale(fill(RECORD_TEXTS.rowDone, { action: DONE_WORDS[row.done] }));
    requireSeen(record, expectedVersion, ["input", "rows", "expectedVersion"]);
    if (record.version !== row.recordVersion) throw stale(RECORD_TEXTS.recordChangedSincePlan);
    const offered = actionsFor(record.feature, row.drift);
    if (!offered.includes(action)) throw notOffered(offered, row.drift);
    const address = { company: company.id, record: record.id, expectedVersion: record.version };
    const after = await this.perform(actor, address, record, row, action, dryRun);
    if (dryRun) return after;
    const done = { done: action, doneAt: toInstant(clock.now()), doneByName: by.name };
    await database.write((manager) => manager.update(ReconciliationRowEntity, { id: row.id }, done));
    return after;
  }

  private perform(
    actor: Actor,
    address: RecordAddress,
    record: RecordEntity,
    row: ReconciliationRowEntity,
    action: ReconcileAction,
    dryRun: boolean,
  ): Promise<RecordEntity> {
    const { desk, records, database } = this.parts;
    const why = proposalText(record.feature, row.drift, "en");
    if (action === "keep") {
      return dryRun ? Promise.resolve(record) : database.write((manager) => keep(manager, record, row));
    }
    if (dryRun) return desk.act(actor, address, action, () => Promise.resolve(record));
    if (action === "unlink") return records.unlink(actor, address, true, why);
    return desk.act(actor, address, "resubmit", (scope, current, grantId) =>
      applyEvent(scope, current, "resubmit", {
        set: { ...OFFERED_ANEW, revision: current.revision + 1, submittedById: scope.by.id, submittedAt: scope.at },
        reason: why,
        grantId,
      }),
    );
  }

  private async company(actor: Actor, reference: string): Promise<{ company: CompanyEntity; by: KnownActor }> {
    const { companies, authorizer } = this.parts;
    const company = await companies.find(reference);
    if (!company || !(await authorizer.knows(actor, company.id))) throw noSuchCompany();
    const need = { companyId: company.id, action: "configure", resource: "company" } as const;
    return { company, by: await authorizer.require(actor, need) };
  }

  private async plan(company: CompanyEntity, id: string): Promise<ReconciliationEntity> {
    const manager = this.parts.database.read();
    const where = { companyId: company.id, id: id.trim().toLowerCase() };
    const plan = await manager.findOneBy(ReconciliationEntity, where);
    if (!plan) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchPlan, ["input", "reconciliation"]);
    if ((await latestOf(manager, plan.connectionId))?.id !== plan.id) throw stale(RECORD_TEXTS.newerPlan);
    if (Date.parse(plan.madeAt) + GOOD_FOR_MS <= this.parts.clock.now().getTime()) throw stale(RECORD_TEXTS.planTooOld);
    return plan;
  }

  private async audit(by: KnownActor, plan: ReconciliationEntity, results: readonly RowResult[]): Promise<void> {
    const done = results.filter(({ outcome }) => outcome === "done");
    if (done.length === 0) return;
    const records = done.map(({ record, action }) => ({ record: record?.id ?? null, action }));
    await this.parts.changes.runAs(by, plan.companyId, (scope) =>
      scope.record({
        action: "reconciliation.applied",
        targetKind: "reconciliation",
        targetId: plan.id,
        before: null,
        after: { connection: plan.connectionId, records },
      }),
    );
  }
}

/** Leaves what was found as it is; what the ledger has said of it since then nobody has looked at. */
async function keep(
  manager: EntityManager,
  { id, companyId, version }: RecordEntity,
  { changedAt }: ReconciliationRowEntity,
): Promise<RecordEntity> {
  const record = await recordIn(manager, companyId, id);
  if (!record) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchRow, ["input", "rows"]);
  requireSeen(record, version, ["input", "rows", "expectedVersion"]);
  const { affected } = await manager.update(DriftFindingEntity, { id, changedAt }, { kept: true });
  if (affected === 0) throw stale(RECORD_TEXTS.ledgerChangedSincePlan);
  return record;
}

/** Nothing is left of the course that it took before. */
const OFFERED_ANEW = {
  firstApproverId: null,
  hasFirstApproval: false,
  rejectReason: null,
  failureCode: null,
  failureText: null,
} as const;

function notOffered(offered: readonly ReconcileAction[], drift: Drift): Refusal {
  const names = offered.map((one) => one.toUpperCase());
  const actions = { en: names.join(" or "), fr: names.join(" ou ") };
  const texts = fill(RECORD_TEXTS.actionNotOffered, { drift: driftWords(drift), actions });
  return new BilingualRefusal("BAD_INPUT", texts, ["input", "rows", "action"]);
}

function stale(texts: Bilingual): Refusal {
  return new BilingualRefusal("PLAN_STALE", texts, ["input", "reconciliation"]);
}
