import { fill } from "../../kernel/catalogue";
import { In } from "typeorm";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { Database } from "../../infra/db/database";
import { localeOf, type Actor } from "../../kernel/actor";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import type { Authorizer } from "../../policy/ports";
import { PolicyRefusal } from "../../policy/ports";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import type { RecordState } from "../../policy/model/vocabulary";
import { requireSeen, StaleRecord } from "../transaction/stale-record";
import type { StagingService } from "../import/staging.service";
import { RECORD_MACHINES } from "../record/record-machine";
import type { RecordRights } from "../record/record-rights";
import { RecordEntity } from "../record/record.entity";
import { matchesOf, type Match } from "./matches";
import { RECORD_TEXTS } from "../texts/record-texts";

/** Features whose records can be linked with what the ERP holds. */
export const MATCHED = ["vendor", "project"] as const;
export type Matched = (typeof MATCHED)[number];

export interface MatchingParts {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly rights: RecordRights;
  readonly staging: StagingService;
}

/** A suggested pair as whoever links it saw it. */
export interface SeenPair {
  readonly record: string;
  readonly expectedVersion: number;
  readonly counterpart: string;
  readonly expectedCounterpartVersion: number;
}

/** What came of one pair. */
export interface LinkOutcome {
  /** Null: it is not suggested any more. */
  readonly match: Match | null;
  readonly outcome: "linked" | "would_link" | "ambiguous" | "refused";
  /** Why it was refused. */
  readonly refusal: PolicyRefusal | Refusal | null;
}

export interface LinkPairs {
  readonly feature: Matched;
  readonly pairs: readonly SeenPair[];
  readonly dryRun: boolean;
}

/** States from which a record can be linked. */
const OPEN = RECORD_MACHINES.export.statesBefore("link");
/** Pairs that one call goes through. */
export const MAX_LINKS = 200;

/** Finds what the ERP holds already of the vendors and projects that the platform offers, so that it is not made twice. */
export class MatchingService {
  constructor(private readonly parts: MatchingParts) {}

  /** Pairs of each of the companies, the surest first, in two SELECTs; of what the `may` filters over `record` let through. */
  async suggest(
    companyIds: readonly string[],
    feature: Matched,
    may: readonly SqlFilter[],
  ): Promise<ReadonlyMap<string, readonly Match[]>> {
    const records = await this.records(companyIds, feature, may, { direction: "export", states: OPEN });
    const counterparts = await this.records(companyIds, feature, may, { direction: "import", states: ["staged"] });
    const of = (rows: readonly RecordEntity[], id: string) => rows.filter(({ companyId }) => companyId === id);
    return new Map(companyIds.map((id) => [id, matchesInLedgers(of(records, id), of(counterparts, id))]));
  }

  /**
   * Links the pairs that the caller saw, where they are suggested still and nothing rivals them; each for itself: what one
   * row is refused keeps no other from being linked. Throws Refusal NOT_FOUND or BAD_INPUT.
   */
  async linkPairs(actor: Actor, reference: string, { feature, pairs, dryRun }: LinkPairs): Promise<LinkOutcome[]> {
    if (pairs.length > MAX_LINKS)
      throw new BilingualRefusal("BAD_INPUT", fill(RECORD_TEXTS.pairsAtOnce, { max: MAX_LINKS }), ["input", "pairs"]);
    const { companies, authorizer, rights } = this.parts;
    const company = await companies.find(reference);
    if (!company || !(await authorizer.knows(actor, company.id))) throw noSuchCompany();
    const [view] = await rights.filters(actor, [company], ["view"], "record");
    const matches = (await this.suggest([company.id], feature, view ? [view] : [])).get(company.id) ?? [];
    const suggested = new Map(matches.map((match) => [keyOf(match.record.id, match.counterpart.id), match]));
    const decider = (await rights.deciders(actor, [company.id])).get(company.id);
    const results: LinkOutcome[] = [];
    // One after another: what one row changes, the next one is judged by.
    for (const [index, pair] of pairs.entries()) {
      const match = suggested.get(keyOf(pair.record, pair.counterpart));
      const decision = match && decider?.decide(match.record, "link", localeOf(actor));
      if (!match) results.push(await this.missing(company.id, pair, index));
      else if (match.ambiguous) results.push({ match, outcome: "ambiguous", refusal: null });
      else if (decision && !decision.allowed)
        results.push({ match, outcome: "refused", refusal: new PolicyRefusal(decision) });
      else results.push(await this.link(actor, company.id, match, pair, dryRun));
    }
    return results;
  }

  private async link(
    actor: Actor,
    company: string,
    match: Match,
    pair: SeenPair,
    dryRun: boolean,
  ): Promise<LinkOutcome> {
    const { record, counterpart } = match;
    const { expectedVersion, expectedCounterpartVersion } = pair;
    try {
      requireSeen(record, expectedVersion);
      requireSeen(counterpart, expectedCounterpartVersion, ["input", "expectedCounterpartVersion"]);
      if (dryRun) return { match, outcome: "would_link", refusal: null };
      // Somebody may have changed either since the suggestions were read.
      const seen = { counterpart: counterpart.id, expectedVersion: expectedCounterpartVersion };
      const linked = await this.parts.staging.link(actor, { company, record: record.id, expectedVersion }, seen);
      return { match: { ...match, record: linked }, outcome: "linked", refusal: null };
    } catch (error) {
      if (error instanceof PolicyRefusal || error instanceof Refusal)
        return { match, outcome: "refused", refusal: error };
      throw error;
    }
  }

  /** Stale where its record has changed, else not suggested any more. */
  private async missing(companyId: string, pair: SeenPair, index: number): Promise<LinkOutcome> {
    const id = pair.record.trim().toLowerCase();
    const record = isId(id) ? await this.parts.database.read().findOneBy(RecordEntity, { companyId, id }) : null;
    const field = ["input", "pairs", String(index)];
    const refusal =
      record && record.version !== pair.expectedVersion
        ? new StaleRecord(record, pair.expectedVersion, [...field, "expectedVersion"])
        : new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.notSuggestedAnyMore, field);
    return { match: null, outcome: "refused", refusal };
  }

  private async records(
    companyIds: readonly string[],
    feature: Matched,
    may: readonly SqlFilter[],
    { direction, states }: { direction: RecordEntity["direction"]; states: readonly RecordState[] },
  ): Promise<RecordEntity[]> {
    const query = this.parts.database
      .read()
      .createQueryBuilder(RecordEntity, "record")
      .where({
        companyId: In([...companyIds]),
        feature,
        direction,
        state: In([...states]),
      });
    for (const { where, parameters } of may) query.andWhere(where, parameters);
    return query.orderBy("record.id").getMany();
  }
}

function keyOf(record: string, counterpart: string): string {
  return `${record.trim().toLowerCase()} ${counterpart.trim().toLowerCase()}`;
}

/** What one ledger holds is no counterpart of what belongs to another. */
function matchesInLedgers(records: readonly RecordEntity[], counterparts: readonly RecordEntity[]): readonly Match[] {
  const ledgers = [...new Set(records.map(({ connectionId }) => connectionId))];
  const of = (rows: readonly RecordEntity[], ledger: string | null) =>
    rows.filter(({ connectionId }) => connectionId === ledger);
  const all = ledgers.map((ledger) => matchesOf(of(records, ledger), of(counterparts, ledger)));
  return all.length === 1 ? (all[0] ?? []) : all.flat().sort((a, b) => b.score - a.score);
}
