import type { MemberPolicy } from "../../../policy/judgement/member-policy";
import { VerdictTable, type CellVerdict } from "../../../policy/judgement/verdict-table";
import type { Action, Resource } from "../../../policy/model/vocabulary";
import { CompanyRecords, saltOf } from "./company-records";
import { ID_WORDS, readId } from "./id-words";
import { OwnerNumbers } from "./owner-numbers";
import { SecondChance, type Keepable } from "./second-chance";
import { VerdictRows } from "./verdict-rows";

/** The tables of one company's members as of a revision. */
export class CompanyTables implements Keepable {
  size = 0;
  /** False: forgotten, so that nothing is found in it any more. */
  kept = true;
  readonly number: number;
  /** Spreads its members over the rows. */
  readonly salt: number;
  /** Ids that are no UUIDs, numbered. */
  odd: Map<string, number> | null = null;

  constructor(
    readonly house: TableHouse,
    readonly companyId: string,
    readonly revision: number,
  ) {
    this.number = house.numbers.take();
    if (!readId(companyId, company)) standIn(company, this.number);
    house.records.write(this.number, company, revision);
    this.salt = saltOf(company);
  }

  get used(): boolean {
    return this.house.numbers.wasUsed(this.number);
  }

  set used(used: boolean) {
    if (this.kept) this.house.numbers.use(this.number, used);
  }
}

/** Both by their ids. */
export interface AdmittedQuestion {
  readonly company: string;
  readonly subject: string;
  readonly action: string;
  readonly resource: string;
}

const NOTHING = VerdictTable.fill(() => "never");

/** Only good until the next id is read into them. */
const company = new Int32Array(ID_WORDS);
const subject = new Int32Array(ID_WORDS);

/** Where all companies' tables lie. */
class TableHouse {
  readonly numbers = new OwnerNumbers();
  readonly records = new CompanyRecords();
  readonly rows = new VerdictRows({
    lives: (owner) => this.numbers.lives(owner),
    salt: (owner) => this.records.salt(owner),
    swept: () => this.numbers.swept(),
  });

  /** On whom `subject` has been read for, by the number of the company's tables. Null: not known, or the number is 0. */
  verdict(number: number, salt: number, at: string, action: string, resource: string): CellVerdict | null {
    const moment = this.rows.momentOf(at);
    if (number === 0 || !(moment >= this.records.since(number))) return null;
    this.numbers.use(number);
    return this.rows.verdict(subject, number, salt, moment, action, resource);
  }
}

/**
 * The verdict tables of many members by company, without the facts they were compiled from. A new policy revision makes
 * all tables of its company stale at once. Companies not asked about for longest go when there are too many members.
 * Ids lie beside what they stand for, in blocks of words; only a member's row may be far away, so that a verdict costs about
 * one wait for memory however many there are.
 */
export class VerdictDirectory {
  private readonly companies: SecondChance<CompanyTables>;
  private readonly house = new TableHouse();

  constructor(maxMembers: number) {
    this.companies = new SecondChance(maxMembers, (tables) => this.forget(tables));
  }

  /** Keeps the member's table; a table of an older revision never replaces newer ones. */
  put(revision: number, { facts, table, validUntil }: MemberPolicy): void {
    const { companyId } = facts.company;
    if (facts.subject?.companyId !== companyId) return;
    const tables = this.tablesFor(companyId, revision);
    if (!tables) return;
    const { records, rows } = this.house;
    records.notBefore(tables.number, rows.momentOf(facts.at));
    readSubject(tables, facts.subject.subjectId, true);
    const isNew = rows.put(subject, tables.number, tables.salt, table, validUntil);
    if (isNew) this.companies.resize(tables, tables.size + 1);
  }

  /** Keeps that the id is nobody's whom the company knows, as of the tables' revision: he may do nothing in it. */
  putStranger(tables: CompanyTables, subjectId: string): void {
    if (!tables.kept || !readId(subjectId, subject)) return;
    const isNew = this.house.rows.put(subject, tables.number, tables.salt, NOTHING, null);
    if (isNew) this.companies.resize(tables, tables.size + 1);
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
    const salt = saltOf(company);
    return this.house.verdict(this.house.records.find(company, revision, salt), salt, at, action, resource);
  }

  /**
   * The verdict on whom tables are in force for: those of the company that were admitted in just this era, for whoever
   * holds the pass. Null: none were, or he is not known as of that instant.
   */
  admittedVerdict(asked: AdmittedQuestion, at: string, era: number, pass: number): CellVerdict | null {
    if (!readId(asked.company, company) || !readId(asked.subject, subject)) return null;
    const salt = saltOf(company);
    const number = this.house.records.admitted(company, salt, era, pass);
    return this.house.verdict(number, salt, at, asked.action, asked.resource);
  }

  /** The tables' revision was found in force in the era, and whoever holds the pass may ask about the company. */
  admit(tables: CompanyTables, era: number, pass: number): void {
    if (tables.kept) this.house.records.admit(tables.number, era, pass);
  }

  /** The company has changed: what was admitted is asked for again. */
  withdraw(companyId: string): void {
    if (readId(companyId, company)) this.house.records.withdraw(company, saltOf(company));
  }

  /** Where the verdicts of the company's members lie, as of the revision; good while it is `kept`. */
  tables(companyId: string, revision: number): CompanyTables | null {
    const tables = this.companies.get(companyId);
    return tables?.revision === revision ? tables : null;
  }

  /** Of the blocks; the list of companies is beside them. */
  get bytes(): number {
    return this.house.rows.bytes + this.house.records.bytes;
  }

  private tablesFor(companyId: string, revision: number): CompanyTables | null {
    const kept = this.companies.get(companyId);
    if (kept && kept.revision >= revision) return kept.revision === revision ? kept : null;
    const fresh = new CompanyTables(this.house, companyId, revision);
    this.companies.set(companyId, fresh);
    return fresh;
  }

  /** Who still holds it finds nothing in it. */
  private forget(tables: CompanyTables): void {
    tables.kept = false;
    tables.odd = null;
    this.house.numbers.giveBack(tables.number);
    this.house.records.erase(tables.number);
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
  if (!tables.kept || !readSubject(tables, subjectId, false)) return null;
  return tables.house.verdict(tables.number, tables.salt, at, action, resource);
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
  standIn(subject, known);
  return true;
}

/** Words that no UUID has. */
function standIn(words: Int32Array, number: number): void {
  words.fill(0);
  words[0] = number;
}
