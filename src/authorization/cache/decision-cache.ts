import { LRUCache } from "lru-cache";
import type { KnownSubject } from "../../directory/subjects/subject-directory";
import type { Database } from "../../infra/db/database";
import type { ChangeFeed, RevisionNotice } from "../../infra/db/feed/change-feed";
import type { Actor } from "../../kernel/actor";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { CompiledPolicy } from "../answer/compiled-policy";
import type { CompanyFacts } from "../../policy/model/facts";
import type { ProjectBook } from "../facts/project-book";
import { CompanyEntry, type ResolvedSubject } from "./company-entry";

type Person = Extract<Actor, { kind: "person" }>;

/** So many companies' latest notices are remembered; beyond, everything is read afresh once. */
const MAX_REVISIONS = 100_000;
/** No e-mail address is longer. */
const MAX_REFERENCE_LENGTH = 320;
/** Keeps the two counters of a data version apart: SQLite's count of commits has 32 bits. */
const RESYNC = 2 ** 32;

/**
 * The one cache of decisions: companies as they were read last, with whom they know and the policies compiled for them.
 * The rules of freshness are here and nowhere else. What is kept is used only
 * - while the database tells of commits, and never inside a write;
 * - at a policy revision that is known to be in force: nothing was committed since it was read (`dataVersion`), or what was
 *   committed left the company's revision as it was;
 * - never after a change of the company that this instance has committed or heard of (`minRevisions`);
 * - until the next instant at which a validity begins or ends (`CompiledPolicy.holdsAt`).
 */
export class DecisionCache {
  /** Policies asked for since the start: found, and not. */
  readonly counts = { hits: 0, misses: 0 };
  private readonly entries: LRUCache<string, CompanyEntry>;
  private readonly idBySlug = new Map<string, string>();
  private readonly minRevisions = new Map<string, number>();
  private readonly feed: ChangeFeed;
  private resyncCount = 0;

  /** @param maxWeight subjects kept at most, over all companies; a policy weighs ten of them */
  constructor(
    private readonly database: Pick<Database, "feed" | "inWrite">,
    private readonly maxWeight: number,
  ) {
    this.feed = database.feed;
    this.entries = new LRUCache<string, CompanyEntry>({
      maxSize: Math.max(1, maxWeight),
      sizeCalculation: ({ weight }) => weight,
      dispose: ({ company }) => this.idBySlug.delete(company.slug),
      noDisposeOnSet: true,
    });
    this.feed.onNotice((notice) => this.raise(notice));
  }

  /** The version of the data that kept things are used at; null: nothing may be used now. */
  dataVersion(): number | null {
    if (!this.feed.live() || this.database.inWrite()) return null;
    return this.resyncCount * RESYNC + this.feed.dataVersion();
  }

  /** The company of that id or slug, where its policy revision is known to be in force. */
  find(reference: string, dataVersion: number): CompanyEntry | null {
    const entry = this.entries.get(this.idBySlug.get(reference) ?? reference);
    if (!entry || (entry.dataVersion !== dataVersion && !this.revalidate(entry, dataVersion))) return null;
    return entry;
  }

  /** What is kept of the company at just this revision. */
  of({ id, policyRevision }: CompanyEntity): CompanyEntry | null {
    const entry = this.entries.peek(id);
    return entry?.company.policyRevision === policyRevision ? entry : null;
  }

  /**
   * Keeps a company that was read.
   * @param dataVersion from before it was read
   */
  keepCompany(company: CompanyEntity, dataVersion: number | null): void {
    if (dataVersion === null || company.policyRevision < (this.minRevisions.get(company.id) ?? 0)) return;
    const entry = this.of(company);
    if (entry) {
      entry.dataVersion = Math.max(entry.dataVersion || 0, dataVersion || 0);
      return;
    }
    const older = this.entries.peek(company.id);
    if (older && older.company.policyRevision > company.policyRevision) return;
    if (older) this.idBySlug.delete(older.company.slug);
    this.entries.set(company.id, new CompanyEntry(company, dataVersion));
    this.idBySlug.set(company.slug, company.id);
  }

  keepSubject(company: CompanyEntity, reference: string, known: KnownSubject | null): void {
    if (reference.length <= MAX_REFERENCE_LENGTH) this.change(company, (entry) => entry.keepSubject(reference, known));
  }

  keepPerson(company: CompanyEntity, person: Person, known: KnownSubject): void {
    this.change(company, (entry) => entry.keepPerson(person, known));
  }

  /** The policy of the subject at the company's revision and the instant; null: not kept. */
  policy(company: CompanyEntity, subjectId: string | null, at: string): CompiledPolicy | null {
    return this.counted(this.of(company)?.policyOf(subjectId) ?? null, at);
  }

  /** The same, where the subject was found already. */
  policyFor(subject: ResolvedSubject, at: string): CompiledPolicy | null {
    return this.counted(subject.policy, at);
  }

  private counted(policy: CompiledPolicy | null, at: string): CompiledPolicy | null {
    const found = policy?.holdsAt(at) ? policy : null;
    if (found) this.counts.hits += 1;
    else this.counts.misses += 1;
    return found;
  }

  keepPolicy(company: CompanyEntity, known: KnownSubject | null, policy: CompiledPolicy): void {
    this.change(company, (entry) => entry.keepPolicy(known, policy));
  }

  keepFacts(company: CompanyEntity, facts: CompanyFacts): void {
    this.change(company, (entry) => (entry.facts = facts));
  }

  keepProjects(company: CompanyEntity, projects: ProjectBook): void {
    this.change(company, (entry) => (entry.projects = projects));
  }

  /** A revision has been committed: nothing older is used from here on. */
  raise({ companyId, revision }: RevisionNotice): void {
    const entry = this.entries.peek(companyId);
    if (entry && entry.company.policyRevision < revision) entry.dataVersion = Number.NaN;
    if (this.minRevisions.size >= MAX_REVISIONS) {
      this.minRevisions.clear();
      this.resyncCount += 1;
    }
    if (revision > (this.minRevisions.get(companyId) ?? 0)) this.minRevisions.set(companyId, revision);
  }

  /** Commits that left the company's revision as it was changed nothing of what is kept of it. */
  private revalidate(entry: CompanyEntry, dataVersion: number): boolean {
    if (this.feed.revision(entry.company.id) !== entry.company.policyRevision) return false;
    entry.dataVersion = Math.max(entry.dataVersion || 0, dataVersion);
    return true;
  }

  /** Whoever read the company without noting the data version before has found it in force, for just their own use. */
  private change(company: CompanyEntity, work: (entry: CompanyEntry) => void): void {
    if (!this.of(company)) this.keepCompany(company, Number.NaN);
    const entry = this.of(company);
    if (!entry) return;
    work(entry);
    if (entry.weight > this.maxWeight) entry.clear();
    this.entries.set(company.id, entry);
  }
}
