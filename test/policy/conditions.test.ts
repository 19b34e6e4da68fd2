import fc from "fast-check";
import { abilityOf, allows, ruleFor } from "../../src/policy/judgement/ability";
import {
  alternatives,
  evaluate,
  type Condition,
  type SimpleCondition,
  type Truth,
} from "../../src/policy/model/condition";
import type { RecordFacts } from "../../src/policy/model/facts";
import { recordView } from "../../src/policy/model/record-view";
import { anyRecord, condition } from "./condition-arbitraries";
import { runs } from "./runs";

const CODES = ["OVER_ORDER", "OVER_ORDER_LINE", "VENDOR_DIFFERS", "ZERO_INVOICE", "NUMBER_USED_BEFORE", "ORDER_CLOSED"];

/** Kleene's logic over the facts as they came, written once more from the words in docs/policy.md. */
function naive(wanted: Condition, facts: RecordFacts): Truth {
  if (wanted.kind === "all" || wanted.kind === "any") {
    const parts = wanted.of.map((part) => naive(part, facts));
    const decisive = wanted.kind === "any";
    if (parts.includes(decisive)) return decisive;
    return parts.includes("unknown") ? "unknown" : !decisive;
  }
  return naiveSimple(wanted, facts);
}

function naiveSimple(wanted: SimpleCondition, facts: RecordFacts): Truth {
  if (wanted.kind === "is") return naiveFlag(wanted.fact, facts) === wanted.value;
  const value: unknown = facts[wanted.fact as keyof RecordFacts];
  if (wanted.kind === "at_most") {
    if (typeof value !== "object" || value === null) return "unknown";
    const { minor, currency } = value as { minor?: unknown; currency?: unknown };
    if (!Number.isSafeInteger(minor) || currency !== wanted.amount.currency) return "unknown";
    return Math.abs(Number(minor)) <= wanted.amount.minor;
  }
  if (wanted.kind === "none_of") {
    if (!Array.isArray(value) || value.some((one) => !CODES.includes(one as string))) return "unknown";
    return wanted.values.filter((one) => value.includes(one)).length === 0;
  }
  if (typeof value !== "string" || value === "") return "unknown";
  if (wanted.kind === "equal") return value === wanted.value;
  if (wanted.kind === "in") return wanted.values.some((one) => one === value);
  if (wanted.kind === "is_not") return value !== wanted.value;
  if (wanted.kind === "not_in") return wanted.values.every((one) => one !== value);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return "unknown";
  const [left, right] = [Date.parse(value), Date.parse(wanted.instant)];
  return wanted.kind === "before" ? left < right : left > right;
}

function naiveFlag(fact: string, facts: RecordFacts): boolean {
  if (fact === "hasFirstApproval") {
    const { firstApprover, submittedBy } = facts;
    return typeof firstApprover === "string" && firstApprover !== "" && firstApprover !== submittedBy;
  }
  if (fact === "workflowCompleted") return facts.workflowCompleted === true;
  return ![undefined, false].includes(facts.prerequisitesBlocked as boolean | undefined);
}

function caslAllows(wanted: Condition, facts: RecordFacts): boolean {
  const rules = alternatives(wanted).map((parts) => ruleFor("c1", "send", "commitment", parts));
  return allows(abilityOf(rules), "send", recordView({ ...facts, companyId: "c1", feature: "commitment" }));
}

describe("a condition", () => {
  it("is true, false or unknown, as its words say", () => {
    fc.assert(
      fc.property(condition, anyRecord, (wanted, facts) => {
        expect(evaluate(wanted, recordView(facts)).truth).toBe(naive(wanted, facts));
      }),
      runs(2000),
    );
  });

  it("names the facts it wants, each once, exactly when it is unknown", () => {
    fc.assert(
      fc.property(condition, anyRecord, (wanted, facts) => {
        const answer = evaluate(wanted, recordView(facts));
        expect(answer.wanted.length > 0).toBe(answer.truth === "unknown");
        expect(new Set(answer.wanted).size).toBe(answer.wanted.length);
        for (const fact of answer.wanted) expect(JSON.stringify(wanted)).toContain(`"fact":"${fact}"`);
      }),
      runs(1000),
    );
  });

  it("lets a record pass in CASL exactly when it is true: unknown is not yes", () => {
    fc.assert(
      fc.property(condition, anyRecord, (wanted, facts) => {
        const known = { ...facts, companyId: "c1" };
        expect(caslAllows(wanted, known)).toBe(evaluate(wanted, recordView(known)).truth === true);
      }),
      runs(2000),
    );
  });
});

describe("a condition's alternatives", () => {
  it("hold exactly where it holds", () => {
    fc.assert(
      fc.property(condition, anyRecord, (wanted, facts) => {
        const view = recordView(facts);
        const some = alternatives(wanted).some((parts) => parts.every((part) => evaluate(part, view).truth === true));
        expect(some).toBe(evaluate(wanted, view).truth === true);
      }),
      runs(2000),
    );
  });

  const currency = (code: string): Condition => ({
    kind: "at_most",
    fact: "amount",
    amount: { minor: 1, currency: code },
  });
  const state = (...values: string[]): Condition => ({ kind: "in", fact: "state", values });
  const notState = (value: string): Condition => ({ kind: "is_not", fact: "state", value });
  const approved = (value: boolean): Condition => ({ kind: "is", fact: "hasFirstApproval", value });
  const mine: Condition = { kind: "equal", fact: "submittedBy", value: "p1" };
  it.each<[string, Condition[], number]>([
    ["two currencies", [currency("USD"), currency("EUR")], 0],
    ["one currency twice", [currency("USD"), currency("USD")], 1],
    ["less than nothing", [{ kind: "at_most", fact: "amount", amount: { minor: -1, currency: "USD" } }], 0],
    ["nothing", [{ kind: "at_most", fact: "amount", amount: { minor: 0, currency: "USD" } }], 1],
    ["two states", [state("draft"), state("awaiting", "failed")], 0],
    ["states with one in common", [state("draft", "awaiting"), state("awaiting")], 1],
    ["three lists with nothing in common", [state("a", "b"), state("b", "c"), state("a", "c")], 0],
    ["the only state excluded", [notState("draft"), state("draft")], 0],
    ["one of two states excluded", [notState("draft"), state("draft", "awaiting")], 1],
    ["a fact that is only excluded", [notState("draft")], 1],
    [
      "both of two excluded",
      [state("draft", "awaiting"), { kind: "not_in", fact: "state", values: ["awaiting", "draft"] }],
      0,
    ],
    ["yes and no", [approved(true), approved(false)], 0],
    ["yes twice", [approved(true), approved(true)], 1],
    ["two facts", [mine, state("draft")], 1],
    ["nobody in a list", [state()], 0],
    ["nothing at all", [], 1],
  ])("leave out what no record can meet: %s", (_name, of, left) => {
    expect(alternatives({ kind: "all", of })).toHaveLength(left);
  });
});
