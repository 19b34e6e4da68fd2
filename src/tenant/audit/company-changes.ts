import type { EntityManager } from "typeorm";
import {
  noSuchCompany,
  type Change,
  type ChangeScope,
  type CompanyChangePort,
  type Intent,
  type RightsHistory,
} from "../companies/company-change";
import type { CompanyDirectory } from "../companies/company-directory";
import { CompanyEntity } from "../companies/company.entity";
import type { RevisionNotice } from "../../infra/db/feed/change-feed";
import type { Database } from "../../infra/db/database";
import { localeOf } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { saidIn } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import type { Authorizer, KnownActor } from "../../policy/ports";
import type { UnchainedEntry } from "./chain";
import { appendToChain } from "./chain-writer";

// The port lies with the company, which audit/ stands on; who changes one looks here.
export { noSuchCompany, type Change, type ChangeScope, type Intent };

/**
 * The one way to change a company's people, rights and settings: the company is locked, the policy asked, the work
 * done, and each recorded change gets its audit entry and the next policy revision, all in one transaction.
 */
export class CompanyChanges implements CompanyChangePort {
  constructor(
    private readonly database: Database,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
    private readonly clock: Clock,
    /** Null: what rights were is not kept. */
    private readonly history: RightsHistory | null = null,
    /** Told at each commit, before anybody hears that the change is made: nothing that is kept outlives it. */
    private readonly onCommitted: (notice: RevisionNotice) => void = () => undefined,
  ) {}

  /**
   * Throws Refusal NOT_FOUND for a company that is not there or not the actor's, PolicyRefusal with the decision where
   * the policy says no, and whatever the work throws; nothing is kept then.
   */
  async run<T>(intent: Intent, work: (scope: ChangeScope) => Promise<T>): Promise<T> {
    const changed = this.database.write(async (manager) => {
      const found = await this.companies.find(intent.company);
      if (!found) throw noSuchCompany();
      const company = await this.companies.lock(found.id);
      return this.work(manager, company, await this.permitted(intent, company), work);
    });
    return changed.catch((error: unknown) => {
      throw saidIn(error, localeOf(intent.actor));
    });
  }

  /** The same for what the policy has no action for: the caller has decided that `by` may. */
  async runAs<T>(by: KnownActor, companyId: string, work: (scope: ChangeScope) => Promise<T>): Promise<T> {
    return this.database.write(async (manager) => this.work(manager, await this.companies.lock(companyId), by, work));
  }

  private async work<T>(
    manager: EntityManager,
    company: CompanyEntity,
    by: KnownActor,
    work: (scope: ChangeScope) => Promise<T>,
  ): Promise<T> {
    const at = toInstant(this.clock.now());
    const kept: Change[] = [];
    const recordAll = (changes: readonly Change[]) => {
      for (const change of changes) kept.push(change);
      return this.record({ manager, company, by, at }, changes);
    };
    const scope: ChangeScope = { manager, company, by, at, recordAll, record: (change) => recordAll([change]) };
    await this.history?.begin(scope);
    const result = await work(scope);
    await this.history?.keep(scope, kept);
    return result;
  }

  private async record(scope: RecordScope, changes: readonly Change[]): Promise<number> {
    const { company } = scope;
    if (changes.length === 0) return company.policyRevision;
    const revision = await recordIn(scope, changes);
    const notice = { companyId: company.id, revision };
    await this.database.announce(notice);
    this.database.afterCommit(() => this.onCommitted(notice));
    return revision;
  }

  private async permitted(intent: Intent, company: CompanyEntity): Promise<KnownActor> {
    const { actor, action, record } = intent;
    if (!(await this.authorizer.knows(actor, company.id))) throw noSuchCompany();
    return this.authorizer.require(actor, {
      companyId: company.id,
      action,
      resource: intent.resource ?? "company",
      record,
    });
  }
}

type RecordScope = Pick<ChangeScope, "manager" | "company" | "by" | "at">;

async function recordIn({ manager, company, by, at }: RecordScope, changes: readonly Change[]): Promise<number> {
  const before = company.policyRevision;
  const entries = changes.map((change, index): UnchainedEntry => ({
    id: newId(),
    companyId: company.id,
    // A company is made with revision 0, and each entry raises it by one: so the two count alike, without gaps.
    sequence: before + index + 1,
    at,
    actorKind: by.kind,
    actorId: by.id,
    actorName: by.name,
    ...change,
    why: change.why ?? null,
    policyRevision: before + index + 1,
    createdAt: at,
  }));
  const policyRevision = before + changes.length;
  await manager.update(CompanyEntity, { id: company.id }, { policyRevision });
  company.policyRevision = policyRevision;
  await appendToChain(manager, entries);
  return policyRevision;
}
