import fc from "fast-check";
import { decide, isAllowed } from "../../src/policy/judgement/decide";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { ACTIONS, type Feature } from "../../src/policy/model/vocabulary";
import { facts, grant, grants, interview, question, resource } from "./arbitraries";
import { oracleAllows } from "./oracle";
import { runs } from "./runs";

const conjunction = (gates: readonly { passed: boolean }[]) => gates.every(({ passed }) => passed);

/** Throws where the answers differ; `expect` costs more than the decisions, so it is called for the report only. */
function agree(says: Readonly<Record<string, boolean>>, about: object): void {
  const answers = Object.values(says);
  if (answers.some((answer) => answer !== answers[0])) expect({ about, says }).toBe("one answer");
}

describe("a decision about a record", () => {
  it("is what the clerk with the matrix says, and what its explained gates come to", () => {
    fc.assert(
      fc.property(interview, ({ facts: known, resource, records }) => {
        const policy = new MemberPolicy(known);
        for (const record of records) {
          for (const action of ACTIONS) {
            const { allowed, gates, code } = decide(policy, { action, resource, record });
            const says = {
              decide: allowed,
              code: code === "ALLOWED",
              gates: code === "WRONG_RECORD" ? allowed : conjunction(gates),
              isAllowed: isAllowed(policy, { action, resource, record }),
              oracle: oracleAllows(known, action, resource, record),
            };
            agree(says, { action, record });
          }
        }
      }),
      runs(800),
    );
  });
});

describe("a decision without a record", () => {
  it("is allowed where the clerk finds some record that would be", () => {
    fc.assert(
      fc.property(facts, fc.uniqueArray(resource, { minLength: 1, maxLength: 3 }), (known, resources) => {
        const policy = new MemberPolicy(known);
        for (const action of ACTIONS) {
          for (const resource of resources) {
            const { allowed, gates } = decide(policy, { action, resource });
            const says = {
              decide: allowed,
              gates: conjunction(gates),
              isAllowed: isAllowed(policy, { action, resource }),
              oracle: oracleAllows(known, action, resource, null),
            };
            agree(says, { action, resource });
          }
        }
      }),
      runs(150),
    );
  });

  it("never hides that a condition remains: limits are empty only where any record would do", () => {
    fc.assert(
      fc.property(question, ({ facts: known, action, resource }) => {
        const policy = new MemberPolicy(known);
        const { allowed, limits } = decide(policy, { action, resource });
        if (allowed) expect(limits.length === 0).toBe(policy.verdict(action, resource) === "always");
        else expect(limits).toEqual([]);
      }),
      runs(400),
    );
  });
});

describe("grants", () => {
  it("count the same in any order", () => {
    const many = fc.record({
      asked: question,
      held: fc.uniqueArray(fc.nat(99), { minLength: 2, maxLength: 6 }),
      one: grant,
    });
    fc.assert(
      fc.property(many, fc.constantFrom("send", "reject", "import"), ({ asked, held, one }, action) => {
        fc.pre(asked.facts.subject !== null);
        const { facts: known, resource, record } = asked;
        const about = {
          ...one,
          feature: resource as Feature,
          direction: action === "import" ? "import" : "export",
        } as const;
        // Some grants differ, some only by their ids: what is shown must not depend on who came first either.
        const grants = [...known.subject!.grants, ...held.map((id) => ({ ...about, grantId: `more-${id}` }))];
        const answers = [grants, [...grants].reverse(), [...grants.slice(1), ...grants.slice(0, 1)]].map((order) => {
          const policy = new MemberPolicy({ ...known, subject: { ...known.subject!, grants: order } });
          return [decide(policy, { action, resource, record }), decide(policy, { action, resource })];
        });
        expect(answers[1]).toEqual(answers[0]);
        expect(answers[2]).toEqual(answers[0]);
      }),
      runs(300),
    );
  });

  it("never take a right away when one is added", () => {
    const more = fc.record({ asked: question, extra: grants });
    fc.assert(
      fc.property(more, ({ asked: { facts: known, action, resource, record }, extra }) => {
        fc.pre(known.subject !== null);
        const subject = known.subject;
        const added = extra.map((grant) => ({ ...grant, grantId: `extra-${grant.grantId}` }));
        const richer = { ...subject, grants: [...subject.grants, ...added] };
        for (const one of [record, null]) {
          const before = isAllowed(new MemberPolicy(known), { action, resource, record: one });
          const after = isAllowed(new MemberPolicy({ ...known, subject: richer }), { action, resource, record: one });
          expect({ before, after }).toEqual({ before, after: before || after });
        }
      }),
      runs(400),
    );
  });
});

describe("companies", () => {
  it("never decide for each other", () => {
    fc.assert(
      fc.property(question, ({ facts: known, action, resource, record }) => {
        const policy = new MemberPolicy(known);
        const foreign = { ...record, companyId: "c3" };
        expect(decide(policy, { action, resource, record: foreign }).allowed).toBe(false);
        expect(isAllowed(policy, { action, resource, record: foreign })).toBe(false);
        const stranger = new MemberPolicy({
          ...known,
          subject: known.subject && { ...known.subject, companyId: "c3" },
        });
        for (const one of [record, null]) {
          expect(isAllowed(stranger, { action, resource, record: one })).toBe(false);
        }
        expect(stranger.rules()).toEqual([]);
      }),
      runs(300),
    );
  });
});
