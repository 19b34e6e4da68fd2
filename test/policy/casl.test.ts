import { viewIn } from "../../src/policy/model/connections";
import { createMongoAbility, type MongoAbility } from "@casl/ability";
import { unpackRules, type PackRule } from "@casl/ability/extra";
import type { RawRuleOf } from "@casl/ability";
import fc from "fast-check";
import { mayEver } from "../../src/policy/judgement/ability";
import { isAllowed } from "../../src/policy/judgement/decide";
import type { Condition, Conjunction } from "../../src/policy/model/condition";
import type { CompanyFacts } from "../../src/policy/model/facts";
import { routes } from "../../src/policy/judgement/judge";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { recordView, type RecordView } from "../../src/policy/model/record-view";
import { ACTIONS, RESOURCES } from "../../src/policy/model/vocabulary";
import { facts, interview, money } from "./arbitraries";
import { runs } from "./runs";

/** As a browser does it: the rules come as JSON and meet a CASL of their own, with nothing of ours. */
function inTheBrowser(policy: MemberPolicy): MongoAbility {
  const json = JSON.stringify(policy.packedRules());
  const packed = JSON.parse(json) as PackRule<RawRuleOf<MongoAbility>>[];
  return createMongoAbility(unpackRules(packed));
}

describe("the verdict table", () => {
  it("agrees with CASL in every cell", () => {
    fc.assert(
      fc.property(interview, ({ facts: known, records }) => {
        const policy = new MemberPolicy(known);
        const views = records.map(recordView);
        for (const action of ACTIONS) {
          for (const resource of RESOURCES) {
            const verdict = policy.verdict(action, resource);
            if (mayEver(policy.ability(), action, resource) !== (verdict !== "never")) {
              expect({ action, resource, verdict }).toBe("as CASL says");
            }
            for (const view of views) {
              const seen = { ...view, __caslSubjectType__: resource, companyId: known.company.companyId };
              const allowed = policy.allows(action, seen);
              if (verdict === "never" ? allowed : verdict === "always" ? !allowed : false) {
                expect({ action, resource, verdict, seen }).toBe("as CASL says");
              }
            }
          }
        }
      }),
      runs(120),
    );
  });
});

describe("the rules of an ability", () => {
  it("can each be met by some record, and are all positive", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const policy = new MemberPolicy(known);
        for (const rule of policy.rules()) expect(rule.inverted ?? false).toBe(false);
        for (const action of ACTIONS) {
          for (const resource of RESOURCES) {
            for (const { conjunctions } of routes(known, action, resource)) {
              for (const parts of conjunctions) {
                const views = witnesses(parts, known.company, resource);
                const met = views.some((view) => policy.allows(action, view));
                if (!met) expect({ action, resource, parts, views }).toBe("allowed");
              }
            }
          }
        }
      }),
      runs(250),
    );
  });

  it("are as many as the routes, so that a forgotten one is noticed", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const counted = ACTIONS.flatMap((action) =>
          RESOURCES.flatMap((resource) => routes(known, action, resource).flatMap((route) => route.conjunctions)),
        );
        expect(new MemberPolicy(known).rules()).toHaveLength(counted.length);
      }),
      runs(100),
    );
  });
});

describe("packed rules", () => {
  it("decide the same in a fresh CASL", () => {
    fc.assert(
      fc.property(interview, ({ facts: known, resource, records }) => {
        const policy = new MemberPolicy(known);
        const browser = inTheBrowser(policy);
        for (const record of records.filter((one) => one.feature === resource)) {
          for (const action of ACTIONS) {
            const here = isAllowed(policy, { action, resource, record });
            const view: object = JSON.parse(JSON.stringify(viewIn(known.company, record))) as object;
            const there = browser.can(action, view);
            if (here !== there) expect({ action, record, here, there }).toBe("the same");
          }
        }
        for (const action of ACTIONS) {
          expect(browser.can(action, resource)).toBe(isAllowed(policy, { action, resource }));
        }
      }),
      runs(300),
    );
  });

  it("are compact, and hold no word that their format would split", () => {
    fc.assert(
      fc.property(facts, (known) => {
        for (const [action, subject] of new MemberPolicy(known).packedRules()) {
          expect(ACTIONS).toContain(action);
          expect(RESOURCES).toContain(subject);
        }
      }),
      runs(50),
    );
  });
});

/** Records made to measure: what each condition asks for, and nothing else; in each project that is left. */
function witnesses(parts: Conjunction, company: CompanyFacts, resource: string): readonly RecordView[] {
  const { companyId } = company;
  const facts: Record<string, unknown> = {};
  const excluded = parts.flatMap((part) => (part.kind === "is_not" ? [part.value] : []));
  for (const part of parts) Object.assign(facts, wanted(part, excluded));
  const narrowed = parts.filter((part) => part.kind === "in").map(({ fact, values }) => [fact, values] as const);
  const left = (fact: string) => {
    const lists = narrowed.filter(([name]) => name === fact).map(([, list]) => list);
    return lists[0]?.filter((value) => lists.every((list) => list.includes(value)));
  };
  for (const [fact] of narrowed) facts[fact] = left(fact)?.[0];
  const amounts = parts.flatMap((part) => (part.kind === "at_most" ? [part.amount] : []));
  if (amounts[0]) facts.amount = { ...amounts[0], minor: Math.min(...amounts.map(({ minor }) => minor)) };
  return (left("project") ?? [facts.project]).map((project) =>
    viewIn(company, { ...facts, project, companyId, feature: resource }),
  );
}

function wanted(part: Condition, excluded: readonly string[]): Record<string, unknown> {
  switch (part.kind) {
    case "equal":
      return { [part.fact]: part.value };
    case "is_not":
      // Who approved first is somebody else than who submitted.
      return {
        [part.fact]: (part.fact === "firstApprover" ? ["f1", "f2"] : ["p1", "p2", "p3", "p4"]).find(
          (name) => !excluded.includes(name),
        ),
      };
    case "not_in":
      return { [part.fact]: ["tower", "bridge", "school", "p9"].find((name) => !part.values.includes(name)) };
    case "none_of":
      return { [part.fact]: [] };
    case "is":
      return part.fact === "hasFirstApproval" ? {} : { [part.fact]: part.value };
    default:
      return {};
  }
}

describe("the pool of amounts", () => {
  it("has several currencies, or the laws on them would be empty", () => {
    const currencies = fc.sample(money, { numRuns: 100, seed: 1 }).map(({ currency }) => currency);
    expect(new Set(currencies)).toEqual(new Set(["USD", "EUR", "JPY"]));
  });
});
