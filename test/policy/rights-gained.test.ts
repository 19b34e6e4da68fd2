import fc from "fast-check";
import type { Money } from "../../src/kernel/money";
import type { ContractControl } from "../../src/policy/model/contract-misfits";
import type { Facts, GrantFacts } from "../../src/policy/model/facts";
import { rightsGained, TASKS } from "../../src/policy/rights-gained";
import { ACTIONS, DIRECT_EXPORT_MODES, FEATURES } from "../../src/policy/model/vocabulary";
import { company, grant, interview, money, subject } from "./arbitraries";
import { approver, AT, company as companyOf, grant as grantOf } from "./facts-builder";
import { oracleAllows } from "./oracle";
import { runs } from "./runs";

/** The same person and company, with other rights or settings; circumstances stay. */
const changed = fc.record(
  {
    subject,
    twoPersonAbove: fc.option(money),
    directExport: fc.constantFrom(...DIRECT_EXPORT_MODES),
    grants: fc.array(grant, { maxLength: 2 }),
    ceiling: fc.option(money),
  },
  { requiredKeys: [] },
);

type Changed = typeof changed extends fc.Arbitrary<infer T> ? T : never;

function after(before: Facts, change: Changed): Facts {
  const held = before.subject;
  if (held === null) return before;
  const features = Object.entries(before.company.features).map(([feature, facts]) => [
    feature,
    change.directExport ? { ...facts, directExport: change.directExport } : facts,
  ]);
  const { twoPersonAbove = before.company.twoPersonAbove } = change;
  const switched = Object.fromEntries(features) as Facts["company"]["features"];
  return {
    ...before,
    company: { ...before.company, twoPersonAbove, features: switched },
    subject: {
      ...held,
      ...change.subject,
      ...(change.grants && { grants: [...held.grants, ...change.grants] }),
      ...(change.ceiling !== undefined && {
        grants: held.grants.map((one) => ({ ...one, ceiling: change.ceiling ?? null })),
      }),
      ...{ subjectId: held.subjectId, companyId: held.companyId },
    },
  } as Facts;
}

describe("what somebody has gained by a change", () => {
  it("names every action by which a record passes that did not pass before, as the clerk with the matrix says", () => {
    fc.assert(
      fc.property(interview, changed, ({ facts, resource, records }, change) => {
        const then = after(facts, change);
        const gains = rightsGained([facts], [then]).filter((gain) => gain.resource === resource);
        const gained = new Set(gains.map(({ action }) => action));
        for (const action of ACTIONS.filter((one) => !gained.has(one) && !TASKS.includes(one)))
          for (const record of records)
            if (oracleAllows(then, action, resource, record) && !oracleAllows(facts, action, resource, record))
              expect({ action, resource, record, facts, then }).toBe("named");
      }),
      runs(300),
    );
  });

  it("is nothing where nothing changed, and where only grants went", () => {
    fc.assert(
      fc.property(interview, ({ facts }) => {
        expect(rightsGained([facts], [facts])).toEqual([]);
        const bare = facts.subject && { ...facts.subject, grants: facts.subject.grants.slice(1) };
        expect(rightsGained([facts], [{ ...facts, subject: bare }])).toEqual([]);
      }),
      runs(60),
    );
  });

  it("is nothing where only circumstances changed: phase, connection, edition, switches", () => {
    fc.assert(
      fc.property(interview, company, ({ facts }, other) => {
        const features = Object.fromEntries(
          FEATURES.map((feature) => [
            feature,
            { ...other.features[feature], directExport: facts.company.features[feature].directExport },
          ]),
        ) as Facts["company"]["features"];
        const { companyId, twoPersonAbove, contractControl } = facts.company;
        const kept = { companyId, twoPersonAbove, contractControl, features };
        const then = { ...facts, company: { ...other, ...kept } };
        expect(rightsGained([facts], [then])).toEqual([]);
      }),
      runs(60),
    );
  });

  const usd = (minor: number) => ({ minor, currency: "USD" });
  const held = (over: Partial<GrantFacts>, twoPersonAbove: Money | null = null): Facts[] => [
    { company: companyOf({ twoPersonAbove }), subject: approver([grantOf("commitment", over)]), at: AT },
  ];
  const RAISED = [{ action: "send", resource: "commitment" }];
  const SENT = [...RAISED, { action: "reject", resource: "commitment" }];

  it.each([
    ["a ceiling raised", held({ ceiling: usd(100) }), held({ ceiling: usd(101) }), SENT],
    ["a ceiling lowered", held({ ceiling: usd(100) }), held({ ceiling: usd(99) }), []],
    [
      "a ceiling in another currency",
      held({ ceiling: usd(100) }),
      held({ ceiling: { minor: 1, currency: "EUR" } }),
      SENT,
    ],
    ["a project more", held({ projectIds: ["a"] }), held({ projectIds: ["a", "b"] }), SENT],
    ["a project less", held({ projectIds: ["a", "b"] }), held({ projectIds: ["b"] }), []],
    ["the two-person rule raised", held({}, usd(100)), held({}, usd(101)), RAISED],
    ["the two-person rule lowered", held({}, usd(100)), held({}, usd(99)), []],
    ["the two-person rule ended", held({}, usd(100)), held({}), RAISED],
  ])("%s", (_, before, then, gains) => {
    const found = rightsGained(before, then);
    expect(found.length).toBe(gains.length);
    expect(found).toEqual(expect.arrayContaining(gains));
  });

  const controlled = (contractControl: ContractControl): Facts[] => [
    {
      company: companyOf({ contractControl }),
      subject: approver([grantOf("subcontractor_invoice"), grantOf("commitment")]),
      at: AT,
    },
  ];
  it.each<[ContractControl, ContractControl, boolean]>([
    [{ OVER_ORDER: "refuse" }, {}, true],
    [{ OVER_ORDER: "refuse" }, { OVER_ORDER: "second_approval" }, true],
    [{ OVER_ORDER: "second_approval" }, {}, true],
    [{ OVER_ORDER: "refuse" }, { OVER_ORDER: "refuse", ZERO_INVOICE: "refuse" }, false],
    [{ OVER_ORDER: "second_approval" }, { OVER_ORDER: "refuse" }, false],
    [{}, { OVER_ORDER: "second_approval" }, false],
  ])("from %j to %j about contracts", (before, then, eased) => {
    const gains = eased ? [{ action: "send", resource: "subcontractor_invoice" }] : [];
    expect(rightsGained(controlled(before), controlled(then))).toEqual(gains);
  });
});
