import { giveWay } from "../../kernel/deadline";
import { And, LessThan, MoreThanOrEqual } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { personKey } from "../../kernel/email";
import { decide } from "../../policy/judgement/decide";
import type { Facts, RecordFacts, SubjectFacts } from "../../policy/model/facts";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { DecisionCode } from "../../policy/model/vocabulary";
import { DecisionEntryEntity } from "../log/decision-entry.entity";
import type { FactsLoader } from "../facts/facts-loader";
import { PastPeriod } from "../history/past-period";
import type { StoredRecords } from "../facts/stored-records";
import { changedCompany, changedSubject, type ProposedChange } from "./proposed-change";
import { instantAfter } from "../../kernel/clock";

export interface AskedPeriod {
  /** Inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly until: string;
}

/** A logged decision that would have come out otherwise. */
export interface OtherwiseDecided {
  readonly entry: DecisionEntryEntity;
  readonly allowed: boolean;
  readonly code: DecisionCode;
}

export interface ReplayedDecisions {
  /** Looked at: the newest of the period, up to the bound. */
  readonly decisions: number;
  /** Whether the period has more than were looked at. */
  readonly more: boolean;
  /**
   * That cannot be told: the log keeps no facts of a record, so a decision about one that is not stored, or has
   * changed since, is not made again.
   */
  readonly untold: number;
  readonly otherwise: readonly OtherwiseDecided[];
}

/** What the decisions are made again with. */
export interface Proposed {
  readonly changes: readonly ProposedChange[];
  /** Who would come into the directory, by e-mail, as they would be before the other changes. */
  readonly joining: ReadonlyMap<string, SubjectFacts>;
}

/** Looked at in one simulation. */
export const MAX_DECISIONS_REPLAYED = 1000;

/** Makes logged decisions again, under the rights of their instants with proposed changes on top. Writes nothing. */
export class DecisionReplay {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
    private readonly records: StoredRecords,
  ) {}

  async replay(company: CompanyEntity, proposed: Proposed, { from, until }: AskedPeriod): Promise<ReplayedDecisions> {
    const found = await this.database.read().find(DecisionEntryEntity, {
      where: { companyId: company.id, at: And(MoreThanOrEqual(from), LessThan(until)) },
      order: { at: "DESC", id: "DESC" },
      take: MAX_DECISIONS_REPLAYED + 1,
    });
    const entries = found.slice(0, MAX_DECISIONS_REPLAYED);
    const { period, records } = await this.read(company, entries, until);
    const otherwise: OtherwiseDecided[] = [];
    let untold = 0;
    for (const entry of entries) {
      await giveWay();
      const facts = period.factsAt(entry.subjectId, instantOf(entry));
      const again = decidedAgain(entry, facts, records, proposed);
      if (again === null) untold++;
      else if (again.allowed !== entry.allowed || again.code !== entry.code)
        otherwise.push({ entry, allowed: again.allowed, code: again.code });
    }
    return { decisions: entries.length, more: found.length > entries.length, untold, otherwise };
  }

  private async read(company: CompanyEntity, entries: readonly DecisionEntryEntity[], until: string) {
    const subjectIds = [...new Set(entries.flatMap(({ subjectId }) => subjectId ?? []))];
    const recordIds = [...new Set(entries.flatMap(({ recordId }) => recordId ?? []))];
    const instants = [until, ...entries.map(instantOf)].sort();
    // A decision may have been asked as of an instant long before it was made, or after.
    const span = { from: instants[0] ?? until, until: after(instants.at(-1) ?? until) };
    const parts = { database: this.database, loader: this.loader };
    const period = await PastPeriod.read(parts, company, subjectIds, span);
    const records = await this.records.all([company.id], recordIds);
    return { period, records: new Map(records.map((record) => [String(record.id), record])) };
  }
}

/** Null: made again without the changes it does not come out as logged, so what it was about is not known any more. */
function decidedAgain(
  entry: DecisionEntryEntity,
  facts: Facts,
  records: ReadonlyMap<string, RecordFacts>,
  { changes, joining }: Proposed,
) {
  const { action, resource, recordId, facts: source } = entry;
  if (source === "described") return null;
  const record = recordId === null ? null : records.get(recordId.toLowerCase());
  if (record === undefined) return null;
  const asked = { action, resource, record };
  const now = decide(new MemberPolicy(facts), asked);
  if (now.allowed !== entry.allowed || now.code !== entry.code) return null;
  const { company, at } = facts;
  const subject = facts.subject ?? joining.get(personKey(entry.subjectReference ?? "")) ?? null;
  const next = { company: changedCompany(company, changes), subject: subject && changedSubject(subject, changes), at };
  return decide(new MemberPolicy(next), asked);
}

function instantOf({ asOf, at }: DecisionEntryEntity): string {
  return asOf ?? at;
}

function after(instant: string): string {
  return instantAfter(instant, 1);
}
