import type { Database } from "../../infra/db/database";
import { isAllowed } from "../../policy/judgement/decide";
import { routes } from "../../policy/judgement/judge";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { isAction, type Feature } from "../../policy/model/vocabulary";
import type { StoredRecords } from "../facts/stored-records";
import { merged } from "./merge";
import { recordShelves, shelvesOf } from "./record-shelves";

export interface RecordQuestion {
  readonly policy: MemberPolicy;
  readonly action: string;
  readonly feature: Feature;
}

export interface RecordWindow {
  readonly size: number;
  readonly from: string | null;
  /** How often to look further while the page is not full. */
  readonly rounds: number;
}

export interface RecordPage {
  readonly ids: readonly string[];
  /** The id that the next page begins beyond; null: there is no more. */
  readonly next: string | null;
}

/**
 * With which stored records somebody may do something. Candidates are read through the policy's SQL filter, by index and
 * in the order of their ids, and each is judged: a page costs the same with a thousand records or a million.
 */
export class RecordSearch {
  constructor(
    private readonly database: Database,
    private readonly records: StoredRecords,
  ) {}

  async page({ policy, action, feature }: RecordQuestion, window: RecordWindow): Promise<RecordPage> {
    if (!isAction(action) || policy.verdict(action, feature) === "never") return { ids: [], next: null };
    const conjunctions = routes(policy.facts, action, feature).flatMap((route) => route.conjunctions);
    const { companyId } = policy.facts.company;
    const shelves = shelvesOf(companyId, feature, conjunctions);
    const found: string[] = [];
    let from = window.from;
    for (let round = 0; round < window.rounds; round++) {
      const stretch = { companyId, from, backward: false, size: window.size + 1 };
      const { ids, until } = merged(await recordShelves(this.database.read(), shelves, stretch), stretch);
      const facts = new Map((await this.records.all([companyId], ids)).map((record) => [record.id as string, record]));
      found.push(
        ...ids.filter((id) => isAllowed(policy, { action, resource: feature, record: facts.get(id) ?? NONE })),
      );
      if (found.length > window.size) return { ids: found.slice(0, window.size), next: found[window.size - 1] ?? null };
      if (until === null) return { ids: found, next: null };
      from = until;
    }
    return { ids: found, next: from };
  }
}

/** Gone between the two readings: of no company, so nobody's. */
const NONE = { companyId: "", feature: "" };
