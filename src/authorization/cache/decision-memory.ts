import type { AuthorizerMemory } from "../decision-point/access-authorizer";
import { CompanyMemory } from "./memory/company-memory";
import { KeptAnswers } from "./memory/kept-answers";
import { KnownAnswers } from "./memory/known-answers";
import { Recall } from "./memory/recall";
import { VerdictDirectory } from "./memory/verdict-directory";
import { PolicyCache } from "./policy-cache";
import type { Database } from "../../infra/db/database";
import type { Clock } from "../../kernel/clock";

/** How much is kept in memory. What is beyond is read and compiled afresh, never answered wrongly. */
export interface MemoryLimits {
  /** People and verdict tables: about half a kilobyte each. */
  readonly members: number;
  /** Compiled policies with their facts: up to 30 kB each. */
  readonly policies: number;
}

export const DEFAULT_LIMITS: MemoryLimits = { members: 100_000, policies: 10_000 };
/** Explained answers are some kilobytes each. */
const ANSWERS_A_POLICY = 2;
/** So many members share one company's facts at least. */
const MEMBERS_A_COMPANY = 4;

export interface DecisionMemory extends AuthorizerMemory {
  readonly cache: PolicyCache;
  readonly verdicts: VerdictDirectory;
}

/** What decisions are answered from without reading. */
export function createMemory(
  database: Database,
  clock: Clock,
  { members, policies }: MemoryLimits = DEFAULT_LIMITS,
): DecisionMemory {
  const verdicts = new VerdictDirectory(members);
  const companies = new CompanyMemory(database, members, verdicts);
  const cache = new PolicyCache({
    maxPolicies: Math.max(1, policies),
    maxCompanies: Math.max(1, Math.ceil(members / MEMBERS_A_COMPANY)),
  });
  const answers = new KeptAnswers(policies * ANSWERS_A_POLICY);
  const known = new KnownAnswers(policies * ANSWERS_A_POLICY);
  const recall = new Recall({ memory: companies, cache, verdicts, answers, known, clock });
  return { companies, cache, verdicts, recall };
}
