import type { MemberPolicy } from "../../policy/member-policy";
import type { CellVerdict } from "../../policy/verdict-table";
import type { Action, Resource } from "../../policy/vocabulary";
import { ID_WORDS, readId } from "./id-words";
import { PackedRows, ROW_HEAD } from "./packed-rows";
import { SecondChance, type Keepable } from "./second-chance";
import { VerdictRows } from "./verdict-rows";

/** The tables of one company's members as of a revision. */
export class CompanyTables implements Keepable {
  size = 0;
  /** False: forgotten, so that nothing is found in it any more. */
  kept = true;
  /** The latest moment that any of the tables was compiled as of: before it none is used. */
  since = Number.NEGATIVE_INFINITY;
  readonly number: number;
  /** Ids that are no UUIDs, numbered. */
  odd: Map<string, number> | null = null;

  constructor(
    readonly rows: VerdictRows,
    readonly companyId: string,
    readonly revision: number,
  ) {
    this.number = rows.numbers.take();
  }

  get used(): boolean {
    return this.rows.numbers.wasUsed(this.number);
  }

  set used(used: boolean) {
    if (this.kept) this.rows.numbers.use(this.number, used);
  }
}

/** What a company's row says: its tables' number (0: they are gone), their revision, and since when they are used. */
const NUMBER = ROW_HEAD;
const REVISION = ROW_HEAD + 2;
const SINCE = ROW_HEAD + 4;
const COMPANY_WIDTH = 6;
const COMPANIES = 1;

/** Only good until the next id is read into them. */
const company = new Int32Array(ID_WORDS);
const subject = new Int32Array(ID_WORDS);

/**
 * The verdict tables of many members by company, without the facts they were compiled from. A new policy revision makes
 * all tables of its company stale at once. Companies not asked about for longest go when there are too many members.
 * Ids lie beside what they stand for, in two blocks of words, so that a verdict costs about two waits for memory however
 * many there are.
 */
export class VerdictDirectory {
  private readonly companies: SecondChance<CompanyTables>;
  private readonly rows = new VerdictRows();
  private readonly places = new PackedRows(COMPANY_WIDTH, (words, at) => words[at + NUMBER] !== 0);

  constructor(maxMembers: number) {
    this.companies = new SecondChance(maxMembers, (tables) => this.forget(tables));
  }

  /** Keeps the member's table; a table of an older revision never replaces newer ones. */
  put(revision: number, { facts, table, validUntil }: MemberPolicy): void {
    const { companyId } = facts.company;
    if (facts.subject?.companyId !== companyId) return;
    const tables = this.tablesFor(companyId, revision);
    if (!tables) return;
    // Where an instant is none, nothing is used: no moment is after it.
    tables.since = Math.max(tables.since, this.rows.momentOf(facts.at));
    this.note(tables);
    readSubject(tables, facts.subject.subjectId, true);
    if (this.rows.put(subject, tables.number, table, validUntil)) this.companies.resize(tables, tables.size + 1);
  }

  /** Null: not known as of that revision and instant; who must know compiles the policy. */
  verdict(
    companyId: string,
    revision: number,
    subjectId: string,
    at: string,
    action: Action,
    resource: Resource,
  ): CellVerdict | null {
    if (!readId(companyId, company) || !readId(subjectId, subject)) {
      const tables = this.tables(companyId, revision);
      return tables && verdictOf(tables, subjectId, at, action, resource);
    }
    const { places, rows } = this;
    const place = places.find(company, COMPANIES);
    if (place < 0 || places.floats[(place + REVISION) >>> 1] !== revision) return null;
    const moment = rows.momentOf(at);
    const number = places.words[place + NUMBER] ?? 0;
    if (number === 0 || !(moment >= (places.floats[(place + SINCE) >>> 1] ?? Number.NaN))) return null;
    rows.numbers.use(number);
    return rows.verdict(subject, number, moment, action, resource);
  }

  /** Where the verdicts of the company's members lie, as of the revision; good while it is `kept`. */
  tables(companyId: string, revision: number): CompanyTables | null {
    const tables = this.companies.get(companyId);
    return tables?.revision === revision ? tables : null;
  }

  /** Of the blocks; the list of companies is beside them. */
  get bytes(): number {
    return this.rows.bytes + this.places.bytes;
  }

  private tablesFor(companyId: string, revision: number): CompanyTables | null {
    const kept = this.companies.get(companyId);
    if (kept && kept.revision >= revision) return kept.revision === revision ? kept : null;
    const fresh = new CompanyTables(this.rows, companyId, revision);
    this.companies.set(companyId, fresh);
    return fresh;
  }

  /** Writes into the company's row what a look-up by its id has to know. */
  private note({ companyId, number, revision, since }: CompanyTables): void {
    if (!readId(companyId, company)) return;
    const place = this.places.place(company, COMPANIES);
    this.places.words[place + NUMBER] = number;
    this.places.floats[(place + REVISION) >>> 1] = revision;
    this.places.floats[(place + SINCE) >>> 1] = since;
  }

  /** Who still holds it finds nothing in it. */
  private forget(tables: CompanyTables): void {
    tables.kept = false;
    tables.odd = null;
    this.rows.numbers.giveBack(tables.number);
    if (!readId(tables.companyId, company)) return;
    const place = this.places.find(company, COMPANIES);
    if (place >= 0 && this.places.words[place + NUMBER] === tables.number) this.places.words[place + NUMBER] = 0;
  }
}

/** Null: not known as of that instant. */
export function verdictOf(
  tables: CompanyTables,
  subjectId: string,
  at: string,
  action: Action,
  resource: Resource,
): CellVerdict | null {
  if (!tables.kept) return null;
  const { rows, number } = tables;
  rows.numbers.use(number);
  const moment = rows.momentOf(at);
  if (!(moment >= tables.since) || !readSubject(tables, subjectId, false)) return null;
  return rows.verdict(subject, number, moment, action, resource);
}

/** Reads the id into `subject`; false: it is not known. */
function readSubject(tables: CompanyTables, subjectId: string, adds: boolean): boolean {
  if (readId(subjectId, subject)) return true;
  let known = tables.odd?.get(subjectId);
  if (known === undefined) {
    if (!adds) return false;
    tables.odd ??= new Map();
    tables.odd.set(subjectId, (known = tables.odd.size + 1));
  }
  // No UUID that is read has these.
  subject.fill(0);
  subject[0] = known;
  return true;
}
