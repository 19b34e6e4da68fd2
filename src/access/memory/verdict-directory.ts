import type { MemberPolicy } from "../../policy/member-policy";
import { TABLE_WORDS, verdictIn, type CellVerdict } from "../../policy/verdict-table";
import type { Action, Resource } from "../../policy/vocabulary";
import { SecondChance, type Keepable } from "./second-chance";

/** The tables of one company's members, side by side in one block. */
export interface CompanyTables extends Keepable {
  readonly revision: number;
  /** False: forgotten, so that nothing is found in it any more. */
  kept: boolean;
  readonly starts: Map<string, number>;
  /** Where a table ends to hold; only of members with a validity that begins or ends. */
  readonly untils: Map<string, string>;
  block: Uint32Array;
  /** The latest instant that any of the tables was compiled as of: before it none is used. */
  since: string;
}

const NO_BLOCK = new Uint32Array(0);

/** Room for so many members to begin with; it doubles. */
const FIRST_MEMBERS = 2;

/**
 * The verdict tables of many members by company, without the facts they were compiled from. A new policy revision makes
 * all tables of its company stale at once. Companies not asked about for longest go when there are too many members.
 */
export class VerdictDirectory {
  private readonly companies: SecondChance<CompanyTables>;

  constructor(maxMembers: number) {
    this.companies = new SecondChance(maxMembers, forget);
  }

  /** Keeps the member's table; a table of an older revision never replaces newer ones. */
  put(revision: number, { facts, table, validUntil }: MemberPolicy): void {
    const { subject, company } = facts;
    if (subject?.companyId !== company.companyId) return;
    const tables = this.tablesFor(company.companyId, revision);
    if (!tables) return;
    const start = placeFor(tables, subject.subjectId);
    table.copyInto(tables.block, start);
    if (facts.at > tables.since) tables.since = facts.at;
    if (validUntil === null) tables.untils.delete(subject.subjectId);
    else tables.untils.set(subject.subjectId, validUntil);
    this.companies.resize(tables, tables.starts.size);
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
    const tables = this.tables(companyId, revision);
    return tables && verdictOf(tables, subjectId, at, action, resource);
  }

  /** Where the verdicts of the company's members lie, as of the revision; good while it is `kept`. */
  tables(companyId: string, revision: number): CompanyTables | null {
    const tables = this.companies.get(companyId);
    return tables?.revision === revision ? tables : null;
  }

  private tablesFor(companyId: string, revision: number): CompanyTables | null {
    const kept = this.companies.get(companyId);
    if (kept && kept.revision >= revision) return kept.revision === revision ? kept : null;
    const block = new Uint32Array(FIRST_MEMBERS * TABLE_WORDS);
    const aged = { used: true, size: 0, kept: true };
    const fresh = { ...aged, revision, starts: new Map(), untils: new Map(), block, since: "" };
    this.companies.set(companyId, fresh);
    return fresh;
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
  tables.used = true;
  const start = tables.starts.get(subjectId);
  if (start === undefined || at < tables.since) return null;
  if (tables.untils.size > 0) {
    const until = tables.untils.get(subjectId);
    if (until !== undefined && at >= until) return null;
  }
  return verdictIn(tables.block, start, action, resource);
}

/** Who still holds it must not keep its room. */
function forget(tables: CompanyTables): void {
  tables.kept = false;
  tables.starts.clear();
  tables.block = NO_BLOCK;
}

function placeFor(tables: CompanyTables, subjectId: string): number {
  const known = tables.starts.get(subjectId);
  if (known !== undefined) return known;
  const start = tables.starts.size * TABLE_WORDS;
  if (start + TABLE_WORDS > tables.block.length) {
    const wider = new Uint32Array(tables.block.length * 2);
    wider.set(tables.block);
    tables.block = wider;
  }
  tables.starts.set(subjectId, start);
  return start;
}
