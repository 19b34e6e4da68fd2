import { createMongoAbility, subject, type MongoAbility, type RawRuleOf } from "@casl/ability";
import { unpackRules, type PackRule } from "@casl/ability/extra";
import { abilityOf, allows, ruleFor } from "../../src/policy/judgement/ability";
import type { Condition, SimpleCondition } from "../../src/policy/model/condition";
import { sqlFilter } from "../../src/policy/judgement/condition-sql";
import { decide, isAllowed } from "../../src/policy/judgement/decide";
import type { RecordFacts, SubjectFacts } from "../../src/policy/model/facts";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { recordView } from "../../src/policy/model/record-view";
import { approver, AT, COMPANY, company, grant, waiting } from "./facts-builder";

/*
 * Each trap of raw CASL as a pair: first CASL falls in, so that the reason stays on record and a new version that
 * behaves better is noticed; then our layer, asked the same, does not.
 */

/** CASL alone: one rule for sending an "item". */
const raw = (conditions: Record<string, unknown>): MongoAbility =>
  createMongoAbility([{ action: "send", subject: "item", conditions: conditions }]);
const item = (fields: Record<string, unknown>) => subject("item", { ...fields });

const policyOf = (person: SubjectFacts) => new MemberPolicy({ company: company(), subject: person, at: AT });
const limited = policyOf(approver([grant("commitment", { ceiling: { minor: 100, currency: "USD" } })]));
const scoped = policyOf(approver([grant("commitment", { projectIds: ["tower"] })]));
const free = policyOf(approver([grant("commitment")]));
const maySend = (policy: MemberPolicy, over: Partial<RecordFacts>) =>
  isAllowed(policy, { action: "send", resource: "commitment", record: waiting("commitment", over) });
/** One condition of ours through CASL, over any facts. */
const passes = (condition: SimpleCondition, over: Partial<RecordFacts>) =>
  allows(
    abilityOf([ruleFor(COMPANY, "send", "commitment", [condition])]),
    "send",
    recordView(waiting("commitment", over)),
  );

const SMALL = { minor: 100, currency: "USD" };

describe("an amount that is no amount", () => {
  it.each<[string, unknown]>([
    ["missing", undefined],
    ["null", null],
    ["not a number", Number.NaN],
    ["a text", "abc"],
    ["a decimal text", "10.00"],
    ["a list with a small one in it", [500, 50]],
    ["an object that pretends", { valueOf: () => 1 }],
  ])("passes CASL's $lte when it is %s; never ours", (_name, amount) => {
    expect(raw({ amount: { $lte: 100 } }).can("send", item({ amount }))).toBe(true);
    const insideMoney = { minor: amount, currency: "USD" };
    for (const wrong of [amount, insideMoney]) {
      expect(maySend(limited, { amount: wrong })).toBe(false);
      expect(passes({ kind: "at_most", fact: "amount", amount: SMALL }, { amount: wrong })).toBe(false);
    }
    expect(maySend(limited, { amount: SMALL })).toBe(true);
    const asked = { action: "send", resource: "commitment", record: waiting("commitment", { amount }) };
    expect(decide(limited, asked).code).toBe("NOT_EVALUABLE");
  });

  it("passes CASL also with $exists beside; packed rules of ours stop it even over a view that is not ours", () => {
    expect(raw({ amount: { $exists: true, $lte: 100 } }).can("send", item({ amount: null }))).toBe(true);
    const browser = createMongoAbility(unpackRules(limited.packedRules() as PackRule<RawRuleOf<MongoAbility>>[]));
    const view = recordView(waiting("commitment", { amount: SMALL }));
    expect(browser.can("send", { ...view })).toBe(true);
    for (const amountMinor of [undefined, null, Number.NaN, "abc"]) {
      expect(browser.can("send", { ...view, amountMinor })).toBe(false);
    }
  });

  it("escapes a CASL prohibition; we have none to escape from", () => {
    const forbidding = createMongoAbility([
      { action: "send", subject: "item" },
      { action: "send", subject: "item", inverted: true, conditions: { amount: { $gt: 100 } } },
    ]);
    expect(forbidding.can("send", item({}))).toBe(true);
    expect(limited.rules().filter(({ inverted }) => inverted)).toEqual([]);
    expect(maySend(limited, { amount: undefined })).toBe(false);
  });

  it("is another thing in another currency, which one number cannot say", () => {
    expect(raw({ amount: { $lte: 100 } }).can("send", item({ amount: 99, currency: "KWD" }))).toBe(true);
    expect(maySend(limited, { amount: { minor: 99, currency: "KWD" } })).toBe(false);
  });
});

describe("a fact that is missing", () => {
  it("equals an undefined condition in CASL; our records are compared with a company that is always named", () => {
    expect(raw({ companyId: undefined }).can("send", item({}))).toBe(true);
    expect(raw({ companyId: { $eq: undefined } }).can("send", item({}))).toBe(true);
    for (const companyId of [undefined, null, "", "other"]) {
      expect(maySend(free, { companyId: companyId as string })).toBe(false);
      const view = { ...recordView(waiting("commitment")), companyId: companyId as string };
      expect(allows(free.ability(), "send", view)).toBe(false);
    }
    expect(JSON.stringify(free.packedRules())).toContain(COMPANY);
  });

  it("equals null in CASL; to us it is unknown", () => {
    expect(raw({ firstApprover: null }).can("send", item({}))).toBe(true);
    expect(passes({ kind: "equal", fact: "firstApprover", value: null as never }, {})).toBe(false);
  });

  it("differs from everything in CASL ($ne, $nin); to us it differs from nothing", () => {
    expect(raw({ submittedBy: { $ne: "aline" } }).can("send", item({}))).toBe(true);
    expect(raw({ submittedBy: { $nin: ["aline"] } }).can("send", item({ submittedBy: null }))).toBe(true);
    for (const submittedBy of [undefined, null, "", 7, ["bruno"]]) {
      expect(maySend(free, { submittedBy })).toBe(false);
      expect(passes({ kind: "is_not", fact: "submittedBy", value: "aline" }, { submittedBy })).toBe(false);
    }
  });

  it("is null in a row: CASL and SQL disagree on it; our SQL says what our evaluator says", () => {
    // The table test condition-sql.test.ts runs this on both databases; here are the two sides in words.
    expect(raw({ amount: { $lte: 100 } }).can("send", item({ amount: null }))).toBe(true);
    expect(maySend(limited, { amount: null })).toBe(false);
    const columns = new Proxy({} as never, { get: (_target, name) => `r.${String(name)}` });
    const unlike: Condition = { kind: "is_not", fact: "submittedBy", value: "aline" };
    expect(sqlFilter(COMPANY, [[unlike]], columns).where).toContain("r.submittedBy <> ''");
  });

  it("is a list in CASL's eyes when the value is one; a list of projects is no project to us", () => {
    expect(raw({ project: { $in: ["tower"] } }).can("send", item({ project: ["bridge", "tower"] }))).toBe(true);
    expect(maySend(scoped, { project: ["bridge", "tower"] })).toBe(false);
    expect(maySend(scoped, { project: "tower" })).toBe(true);
  });
});

describe("a condition that CASL does not understand", () => {
  const forbidding = (conditions: Record<string, unknown>) =>
    createMongoAbility([
      { action: "send", subject: "item" },
      { action: "send", subject: "item", inverted: true, conditions: conditions },
    ]);

  it("is taken for a field without a word: an unknown operator, or a top-level $or", () => {
    expect(forbidding({ locked: { $is: true } }).can("send", item({ locked: true }))).toBe(true);
    expect(forbidding({ $or: [{ locked: true }] }).can("send", item({ locked: true }))).toBe(true);
    expect(raw({ $or: [{ locked: true }] }).can("send", item({ locked: true }))).toBe(false);
  });

  it("cannot be written by us: every operator of every rule is one that CASL knows, and no field is an operator", () => {
    const known = new Set(["$eq", "$ne", "$in", "$nin", "$lt", "$lte", "$gt", "$gte", "$exists"]);
    const everyKind: SimpleCondition[] = [
      { kind: "equal", fact: "project", value: "tower" },
      { kind: "in", fact: "state", values: ["draft"] },
      { kind: "is_not", fact: "submittedBy", value: "aline" },
      { kind: "is", fact: "workflowCompleted", value: true },
      { kind: "at_most", fact: "amount", amount: SMALL },
      { kind: "before", fact: "documentDate", instant: AT },
      { kind: "after", fact: "documentDate", instant: AT },
    ];
    const { conditions } = ruleFor(COMPANY, "send", "commitment", everyKind);
    const fields = Object.entries(conditions as Record<string, Record<string, unknown>>);
    expect(fields.map(([field]) => field)).not.toContainEqual(expect.stringMatching(/^\$/));
    const operators = fields.flatMap(([, query]) => Object.entries(query));
    for (const [operator, value] of operators) {
      expect(known).toContain(operator);
      expect(value === undefined).toBe(false);
    }
  });

  it("compares a text date with a Date as not a number; our instants are texts of one form", () => {
    const text = "2026-01-01T00:00:00.000Z";
    expect(raw({ date: { $gte: new Date("2020-01-01") } }).can("send", item({ date: text }))).toBe(false);
    expect(raw({ date: { $lte: new Date("2020-01-01") } }).can("send", item({ date: text }))).toBe(true);
    const before: Condition = { kind: "before", fact: "documentDate", instant: "2020-01-01T00:00:00.000Z" };
    expect(passes(before, { documentDate: text })).toBe(false);
    expect(passes({ ...before, kind: "after" }, { documentDate: text })).toBe(true);
    for (const documentDate of [new Date(text), "2019-01-01", Date.parse(text), "", null, undefined]) {
      expect(passes(before, { documentDate })).toBe(false);
    }
  });
});
