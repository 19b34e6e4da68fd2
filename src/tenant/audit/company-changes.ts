import type { EntityManager } from "typeorm";
import {
  noSuchCompany,
  RIGHTS_CHANGED,
  type Change,
  type ChangeMode,
  type ChangeScope,
  type CompanyChangePort,
  type Intent,
  type OwnRightsGuard,
  type RightsHistory,
} from "../companies/company-change";
import type { CompanyDirectory } from "../companies/company-directory";
import { CompanyEntity } from "../companies/company.entity";
import { Followers } from "../companies/happening";
import type { RevisionNotice } from "../../infra/db/feed/change-feed";
import type { Database } from "../../infra/db/database";
import { localeOf } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { localizeError } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import type { Authorizer, KnownActor } from "../../policy/ports";
import type { Action, Resource } from "../../policy/model/vocabulary";
import type { UnchainedEntry } from "./chain";
import { appendToChain } from "./chain-writer";
import { NO_KEYS, type HeadKeys } from "./head-keys";

// The port lies with the company, which audit/ stands on; who changes one looks here.
export { noSuchCompany, type Change, type ChangeScope, type Intent };

/** What moves records and changes nobody's rights: nothing of it is in the audit trail of rights. (An import adds projects.) */
const MOVES: readonly Action[] = ["submit", "retrieve", "send", "reject", "resubmit", "unlink", "link", "archive"];

/** How a change is made, and what the policy was asked for. */
type Making = ChangeMode & { readonly action: Action; readonly resource: Resource };

/** Where the policy was asked for nothing, it is about who acts for the company: that is for who may give rights. */
const UNASKED = { action: "grant_access", resource: "company" } as const;

/**
 * The one way to change a company's people, rights and settings: the company is locked, the policy asked, the work
 * done, and each recorded change gets its audit entry and the next policy revision, all in one transaction. Nobody
 * raises their own rights by it: see OwnRightsGuard.
 */
export class CompanyChanges implements CompanyChangePort {
  /** Who hears of what happens within changes. */
  readonly followers = new Followers<ChangeScope>();

  /** Companies whose work runs, by transaction. */
  private readonly running = new WeakMap<EntityManager, Set<string>>();

  constructor(
    private readonly database: Database,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
    private readonly clock: Clock,
    /** Null: what rights were is not kept. */
    private readonly history: RightsHistory | null = null,
    /** Told at each commit, before anybody hears that the change is made: nothing that is kept outlives it. */
    private readonly onCommitted: (notice: RevisionNotice) => void = () => undefined,
    private readonly ownRights: OwnRightsGuard | null = null,
    private readonly keys: HeadKeys = NO_KEYS,
  ) {}

  /**
   * Throws Refusal NOT_FOUND for a company that is not there or not the actor's, PolicyRefusal with the decision where
   * the policy says no, SELF_GRANT, and whatever the work throws; nothing is kept then.
   */
  async run<T>(intent: Intent, work: (scope: ChangeScope) => Promise<T>): Promise<T> {
    const { actor, action, resource = "company" } = intent;
    const changed = this.database.write(async (manager) => {
      const found = await this.companies.find(intent.company);
      if (!found) throw noSuchCompany();
      const company = await this.companies.lock(found.id);
      const by = await this.permitted(intent, company);
      return this.work(manager, company, by, work, { actor, action, resource });
    });
    return inLanguageOf(intent, changed);
  }

  /**
   * Throws what `run` would throw before its work, and locks nothing: first of all where there is much to read before the
   * work, which nobody does for who may not.
   */
  async require(intent: Intent): Promise<CompanyEntity> {
    const found = await this.companies.find(intent.company);
    if (!found) throw noSuchCompany();
    await inLanguageOf(intent, this.permitted(intent, found));
    return found;
  }

  /** The same for what the policy has no action for: the caller has decided that `by` may. */
  async runAs<T>(
    by: KnownActor,
    companyId: string,
    work: (scope: ChangeScope) => Promise<T>,
    mode: ChangeMode = {},
  ): Promise<T> {
    const changed = this.database.write(async (manager) =>
      this.work(manager, await this.companies.lock(companyId), by, work, { ...mode, ...UNASKED }),
    );
    return inLanguageOf(mode, changed);
  }

  async guarded<T>(by: KnownActor, companyId: string, work: () => Promise<T>, mode: ChangeMode = {}): Promise<T> {
    const changed = this.database.write(async (manager) => {
      const company = await this.companies.lock(companyId);
      const at = toInstant(this.clock.now());
      const requireNotRaised = await this.ownRights?.watch({ manager, company, by, at, ...mode, ...UNASKED });
      const result = await work();
      await requireNotRaised?.();
      return result;
    });
    return inLanguageOf(mode, changed);
  }

  private async work<T>(
    manager: EntityManager,
    company: CompanyEntity,
    by: KnownActor,
    work: (scope: ChangeScope) => Promise<T>,
    making: Making,
  ): Promise<T> {
    const at = toInstant(this.clock.now());
    const kept: Change[] = [];
    const entries: UnchainedEntry[] = [];
    const recordAll = (changes: readonly Change[]) => {
      for (const change of changes) kept.push(change);
      return this.record({ manager, company, by, at }, changes, entries);
    };
    const scope: ChangeScope = {
      ...{ manager, company, by, at, recordAll },
      record: (change) => recordAll([change]),
      tell: (happening, told) => this.followers.tell(scope, happening, told),
    };
    this.database.afterCommit(() => this.database.feed.changed(company.id));
    const before = (await this.history?.begin(scope)) ?? null;
    const moves = MOVES.includes(making.action);
    const requireNotRaised = moves ? null : await this.ownRights?.watch({ manager, company, by, at, ...making });
    const result = await this.alone(manager, company.id, () => work(scope));
    if (moves && kept.length > 0) throw new Error(`${making.action} changed rights or settings`);
    if (entries.length === 0) return result;
    await requireNotRaised?.();
    await scope.tell(RIGHTS_CHANGED, [...kept]);
    const seals = (await this.history?.keep(scope, kept, before)) ?? [];
    // Numbers are taken as changes are recorded; the chain goes on at the end, since its last entry seals what they left.
    const last = entries.at(-1);
    if (last && seals.length > 0) last.seals = seals;
    await appendToChain(manager, entries, this.keys);
    return result;
  }

  /** A change within another of the same company would take numbers in between, and break the chain. */
  private async alone<T>(manager: EntityManager, companyId: string, work: () => Promise<T>): Promise<T> {
    const running = this.running.get(manager) ?? new Set();
    this.running.set(manager, running);
    if (running.has(companyId)) throw new Error("A change of a company within another change of it");
    running.add(companyId);
    return work().finally(() => running.delete(companyId));
  }

  private async record(scope: RecordScope, changes: readonly Change[], entries: UnchainedEntry[]): Promise<number> {
    const { company } = scope;
    if (changes.length === 0) return company.policyRevision;
    const revision = await recordIn(scope, changes, entries);
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

/** A refusal in the language that whoever asked reads. */
function inLanguageOf<T>({ actor }: ChangeMode, changed: Promise<T>): Promise<T> {
  return changed.catch((error: unknown) => {
    throw actor ? localizeError(error, localeOf(actor)) : error;
  });
}

type RecordScope = Pick<ChangeScope, "manager" | "company" | "by" | "at">;

async function recordIn(
  { manager, company, by, at }: RecordScope,
  changes: readonly Change[],
  entries: UnchainedEntry[],
): Promise<number> {
  const before = company.policyRevision;
  const more = changes.map((change, index): UnchainedEntry => ({
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
    seals: null,
    createdAt: at,
  }));
  for (const entry of more) entries.push(entry);
  const policyRevision = before + changes.length;
  await manager.update(CompanyEntity, { id: company.id }, { policyRevision });
  company.policyRevision = policyRevision;
  return policyRevision;
}
