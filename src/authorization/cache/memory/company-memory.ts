import type { CompanyEntity } from "../../../tenant/companies/company.entity";
import type { ChangeFeed, RevisionNotice } from "../../../infra/db/feed/change-feed";
import type { Database } from "../../../infra/db/database";
import type { Actor } from "../../../kernel/actor";
import type { KnownSubject } from "../../../directory/subjects/subject-directory";
import { SecondChance, type Keepable } from "./second-chance";
import type { CompanyTables, VerdictDirectory } from "./verdict-directory";

type Person = Extract<Actor, { kind: "person" }>;

/** A company with what is kept of it; for the question that it was found for. */
export interface KeptCompany extends Keepable {
  readonly company: CompanyEntity;
  /** The era that it was read in, or found to be still in force in; NaN: in none any more. */
  era: number;
  /** Null: nobody the company knows, as of its revision. */
  readonly subjects: Map<string, KnownSubject | null>;
  /** By the token's subject; the e-mail belongs to the question. */
  readonly people: Map<string, { readonly email: string | null; readonly known: KnownSubject }>;
  /** The number of the last pass that admitted to it; 0: none has. */
  admitted: number;
  /** Where its members' verdicts lie, once they have been looked for. */
  tables: CompanyTables | null;
}

/** Who the person is in the company, as far as it is kept; null: nobody, or not known. */
export function personIn({ people }: KeptCompany, { subject, email }: Person): KnownSubject | null {
  const found = people.get(subject);
  return found?.email === email ? found.known : null;
}

/** So many companies' latest notices are remembered; beyond, everything is read afresh once. */
const MOST_FLOORS = 100_000;
/** No e-mail address is longer. */
const LONGEST_REFERENCE = 320;
/** Keeps the two counters of an era apart: SQLite's count of commits has 32 bits. */
const RESET = 2 ** 32;

/**
 * Companies and people as they were read last, with the policy revision that is known to be in force. What is kept is
 * used only while the database's feed of commits is live, and never after a change that this instance has committed or
 * heard of.
 */
export class CompanyMemory {
  private readonly kept: SecondChance<KeptCompany>;
  /** By id and by slug. */
  private readonly references = new Map<string, KeptCompany>();
  /** The revisions heard of: what is older does not hold any more. */
  private readonly floors = new Map<string, number>();
  private readonly feed: ChangeFeed;
  private resets = 0;

  /**
   * @param maxMembers people kept at most, over all companies; a company counts as one more
   * @param verdicts told of each company that has changed
   */
  constructor(
    private readonly database: Pick<Database, "feed" | "inWrite">,
    maxMembers: number,
    private readonly verdicts: Pick<VerdictDirectory, "withdraw">,
  ) {
    this.feed = database.feed;
    this.kept = new SecondChance(maxMembers, (kept) => this.forget(kept));
    this.feed.onNotice((notice) => this.raise(notice));
  }

  /**
   * The era to use what is kept in; null: nothing may be used now. Inside a write nothing is.
   * @param seen the database's era where it was looked at already; null: it is looked at now
   */
  era(seen: number | null = null): number | null {
    if (!this.feed.live() || this.database.inWrite()) return null;
    return this.resets * RESET + (seen ?? this.feed.era());
  }

  /** The company of that id or slug, where its policy revision is known to be in force. */
  find(reference: string, era: number): KeptCompany | null {
    const kept = this.current(this.references.get(reference), era);
    if (!kept) return null;
    kept.used = true;
    return kept;
  }

  /**
   * Keeps what was read.
   * @param era from before it was read
   */
  keep(company: CompanyEntity, era: number | null): void {
    if (era === null || company.policyRevision < (this.floors.get(company.id) ?? 0)) return;
    const kept = this.of(company);
    if (kept) {
      kept.era = Math.max(kept.era, era);
      return;
    }
    const known = this.kept.get(company.id);
    if (known && known.company.policyRevision > company.policyRevision) return;
    this.verdicts.withdraw(company.id);
    const nobody = { subjects: new Map(), people: new Map(), admitted: 0, tables: null };
    const fresh: KeptCompany = { used: true, size: 1, company, era, ...nobody };
    this.kept.set(company.id, fresh);
    this.references.set(company.id, fresh);
    this.references.set(company.slug, fresh);
  }

  keepSubject(company: CompanyEntity, reference: string, known: KnownSubject | null): void {
    const kept = this.of(company);
    if (!kept || reference.length > LONGEST_REFERENCE) return;
    kept.subjects.set(reference, known);
    this.resize(kept);
  }

  keepPerson(company: CompanyEntity, { subject, email }: Person, known: KnownSubject): void {
    const kept = this.of(company);
    if (!kept) return;
    kept.people.set(subject, { email, known });
    this.resize(kept);
  }

  /** A revision has been committed: nothing older is used from here on. */
  raise({ companyId, revision }: RevisionNotice): void {
    this.verdicts.withdraw(companyId);
    const kept = this.kept.get(companyId);
    if (kept && kept.company.policyRevision < revision) kept.era = Number.NaN;
    if (this.floors.size >= MOST_FLOORS) {
      this.floors.clear();
      this.resets++;
    }
    if (revision > (this.floors.get(companyId) ?? 0)) this.floors.set(companyId, revision);
  }

  /** What is kept of the company at just this revision. */
  private of({ id, policyRevision }: CompanyEntity): KeptCompany | undefined {
    const kept = this.kept.get(id);
    return kept?.company.policyRevision === policyRevision ? kept : undefined;
  }

  private current(kept: KeptCompany | undefined, era: number): KeptCompany | undefined {
    return kept === undefined || (kept.era !== era && !this.heldOver(kept, era)) ? undefined : kept;
  }

  /** Commits that left the company's revision as it was changed nothing of what is kept of it. */
  private heldOver(kept: KeptCompany, era: number): boolean {
    if (this.feed.revision(kept.company.id) !== kept.company.policyRevision) return false;
    kept.era = Math.max(kept.era || 0, era);
    return true;
  }

  private resize(kept: KeptCompany): void {
    this.kept.resize(kept, 1 + kept.subjects.size + kept.people.size);
  }

  private forget(kept: KeptCompany): void {
    kept.era = Number.NaN;
    for (const reference of [kept.company.id, kept.company.slug])
      if (this.references.get(reference) === kept) this.references.delete(reference);
  }
}
