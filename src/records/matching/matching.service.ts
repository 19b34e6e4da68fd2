import { In } from "typeorm";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { Database } from "../../infra/db/database";
import { localeOf, type Actor } from "../../kernel/actor";
import { Refusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import { PolicyRefusal } from "../../policy/ports";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import type { RecordState } from "../../policy/model/vocabulary";
import type { StagingService } from "../import/staging.service";
import { nextState, statesOf } from "../record/record-machine";
import type { RecordRights } from "../record/record-rights";
import { RecordEntity } from "../record/record.entity";
import { matchesOf, type Match } from "./matches";

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

/** What came of one suggested pair. */
export interface LinkOutcome {
  readonly match: Match;
  readonly outcome: "linked" | "would_link" | "ambiguous" | "refused";
  /** Why it was refused. */
  readonly refusal: PolicyRefusal | Refusal | null;
}

export interface LinkAll {
  readonly feature: Matched;
  /** Pairs that are less sure are left to a person. */
  readonly minScore: number;
  readonly dryRun: boolean;
}

/** States from which a record can be linked. */
const OPEN = statesOf("export").filter((state: RecordState) => nextState("export", state, "link") !== null);
/** Pairs that one call goes through. */
export const MOST_LINKS = 200;

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
   * Links every pair that nothing else rivals, each for itself: what one row is refused keeps no other from being linked.
   * Throws Refusal NOT_FOUND or BAD_INPUT.
   */
  async linkAll(actor: Actor, reference: string, { feature, minScore, dryRun }: LinkAll): Promise<LinkOutcome[]> {
    if (minScore < 1 || minScore > 100)
      throw new Refusal("BAD_INPUT", "The least score is a whole number from 1 to 100.", ["input", "minScore"]);
    const { companies, authorizer, rights } = this.parts;
    const company = await companies.find(reference);
    if (!company || !(await authorizer.knows(actor, company.id))) throw noSuchCompany();
    const [view] = await rights.filters(actor, [company], ["view"], "record");
    const matches = (await this.suggest([company.id], feature, view ? [view] : [])).get(company.id) ?? [];
    const results: LinkOutcome[] = [];
    const wanted = matches.filter(({ score }) => score >= minScore).slice(0, MOST_LINKS);
    const decider = (await rights.deciders(actor, [company.id])).get(company.id);
    const locale = localeOf(actor);
    // One after another: what one row changes, the next one is judged by.
    for (const match of wanted) {
      const decision = decider?.decide(match.record, "link", locale);
      if (match.ambiguous) results.push({ match, outcome: "ambiguous", refusal: null });
      else if (decision && !decision.allowed)
        results.push({ match, outcome: "refused", refusal: new PolicyRefusal(decision) });
      else if (dryRun) results.push({ match, outcome: "would_link", refusal: null });
      else results.push(await this.link(actor, company.id, match));
    }
    return results;
  }

  private async link(actor: Actor, company: string, match: Match): Promise<LinkOutcome> {
    const { record, counterpart } = match;
    try {
      // Somebody may have changed either meanwhile.
      const address = { company, record: record.id, expectedVersion: record.version };
      const linked = await this.parts.staging.link(actor, address, counterpart.id);
      return { match: { ...match, record: linked }, outcome: "linked", refusal: null };
    } catch (error) {
      if (error instanceof PolicyRefusal || error instanceof Refusal)
        return { match, outcome: "refused", refusal: error };
      throw error;
    }
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

/** What one ledger holds is no counterpart of what belongs to another. */
function matchesInLedgers(records: readonly RecordEntity[], counterparts: readonly RecordEntity[]): readonly Match[] {
  const ledgers = [...new Set(records.map(({ connectionId }) => connectionId))];
  const of = (rows: readonly RecordEntity[], ledger: string | null) =>
    rows.filter(({ connectionId }) => connectionId === ledger);
  const all = ledgers.map((ledger) => matchesOf(of(records, ledger), of(counterparts, ledger)));
  return all.length === 1 ? (all[0] ?? []) : all.flat().sort((a, b) => b.score - a.score);
}
