import fc from "fast-check";
import type { Condition } from "../../src/policy/model/condition";
import { CONTRACT_MISFITS, type ContractMisfit } from "../../src/policy/model/contract-misfits";
import type { RecordFacts } from "../../src/policy/model/facts";
import { misfits, money, record } from "./arbitraries";

/* Every shape of condition over every kind of fact, and rows that meet, miss or lack what the conditions ask for. */

const WORDS = ["tower", "bridge", "awaiting", "p1", "constructor", "O'Brien", "é", ""];
const INSTANTS = ["2026-03-10T11:59:59.999Z", "2026-03-10T12:00:00.000Z", "2026-03-10T12:00:00.001Z"];
const word = fc.constantFrom(...WORDS);
const instant = fc.constantFrom(...INSTANTS);
const textFact = fc.constantFrom(
  "companyId",
  "project",
  "connection",
  "submittedBy",
  "state",
  "firstApprover",
  "grantee" as const,
);
const flagFact = fc.constantFrom("hasFirstApproval", "prerequisitesBlocked", "workflowCompleted" as const);
/** Sometimes the record's own company, so that conditions on it do not all fail. */
const textValue = fc.oneof(word, fc.constant("c1"));

export const simpleCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant("equal" as const), fact: textFact, value: textValue }),
  fc.record({ kind: fc.constant("in" as const), fact: textFact, values: fc.array(textValue, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("is_not" as const), fact: textFact, value: textValue }),
  fc.record({ kind: fc.constant("not_in" as const), fact: textFact, values: fc.array(textValue, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("is" as const), fact: flagFact, value: fc.boolean() }),
  fc.record({ kind: fc.constant("at_most" as const), fact: fc.constant("amount" as const), amount: money }),
  fc.record({
    kind: fc.constant("none_of" as const),
    fact: fc.constant("misfits" as const),
    values: fc.subarray([...CONTRACT_MISFITS]),
  }),
  fc.record({ kind: fc.constant("before" as const), fact: fc.constant("documentDate" as const), instant }),
  fc.record({ kind: fc.constant("after" as const), fact: fc.constant("documentDate" as const), instant }),
);

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 3, arbitrary: simpleCondition },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("all" as const), of: fc.array(tie("tree"), { maxLength: 3 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("any" as const), of: fc.array(tie("tree"), { maxLength: 3 }) }),
    },
  ),
})).tree;

/** A record as a table's row holds it: null where nothing is known, never a value of another type. */
export interface Row {
  readonly project: string | null;
  readonly connection: string | null;
  readonly amountMinor: number | null;
  readonly amountCurrency: string | null;
  readonly submittedBy: string | null;
  readonly state: string | null;
  readonly documentDate: string | null;
  readonly firstApprover: string | null;
  readonly prerequisitesBlocked: boolean | null;
  readonly workflowCompleted: boolean | null;
  readonly grantee: string | null;
  readonly misfits: readonly ContractMisfit[] | null;
}

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });

export const row: fc.Arbitrary<Row> = fc.record({
  project: orNull(word),
  connection: orNull(word),
  amountMinor: orNull(fc.constantFrom(-500, -1, 0, 1, 99, 100, 101, 5_000_000, Number.MIN_SAFE_INTEGER)),
  amountCurrency: orNull(fc.constantFrom("USD", "EUR", "JPY", "usd", "")),
  submittedBy: orNull(word),
  state: orNull(word),
  documentDate: orNull(fc.oneof(instant, fc.constant(""))),
  firstApprover: orNull(word),
  prerequisitesBlocked: orNull(fc.boolean()),
  workflowCompleted: orNull(fc.boolean()),
  grantee: orNull(word),
  misfits: orNull(misfits),
});

/** The row as the policy is told of it: nulls stay nulls, and half an amount is handed over as it is. */
export function factsOf(one: Row, companyId: string, feature: string): RecordFacts {
  const { amountMinor, amountCurrency, ...facts } = one;
  return { ...facts, companyId, feature, amount: { minor: amountMinor, currency: amountCurrency } };
}

/** Rows as a running company has them, with a hole or a mishap here and there. */
export const livelyRow: fc.Arbitrary<Row> = fc.record({
  project: orNull(fc.constantFrom("tower", "bridge", "school", "")),
  // Whoever has several connections has one on every record.
  connection: fc.constantFrom("x1", "x2"),
  amountMinor: orNull(fc.constantFrom(-5_000_000, -500, -1, 0, 1, 99, 100, 101, 5_000_000)),
  amountCurrency: orNull(fc.constantFrom("USD", "USD", "EUR", "")),
  submittedBy: orNull(fc.constantFrom("p1", "p2", "p3", "")),
  state: orNull(fc.constantFrom("awaiting", "awaiting", "draft", "rejected", "synced", "failed", "staged")),
  documentDate: orNull(instant),
  firstApprover: orNull(fc.constantFrom("p1", "p2", "p3", "")),
  prerequisitesBlocked: orNull(fc.constantFrom(false, false, true)),
  workflowCompleted: orNull(fc.boolean()),
  grantee: orNull(fc.constantFrom("p1", "p2", "p3", "")),
  misfits: orNull(misfits),
});

const rowRecord = row.map((one) => factsOf(one, "c1", "commitment"));
/** Rows of a table, and whatever callers send. */
export const anyRecord = fc.oneof(rowRecord, record("commitment", "c1"));
