import fc from "fast-check";
import { decide, isAllowed, type Asked } from "../../src/policy/judgement/decide";
import { explain } from "../../src/policy/explain";
import type { RecordFacts } from "../../src/policy/model/facts";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { ACTIONS, RESOURCES } from "../../src/policy/model/vocabulary";
import { facts, junk, question } from "./arbitraries";
import { approver, AT, COMPANY, company, grant, member, waiting } from "./facts-builder";
import { runs } from "./runs";

const PROTOTYPE_NAMES = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "length",
  "",
  " send",
  "SEND",
];
const name = fc.oneof(
  fc.constantFrom<unknown>(...PROTOTYPE_NAMES, ["send"], ["commitment"], { toString: () => "send" }, Symbol("send")),
  junk,
  fc.anything(),
);
const decidesNothing = (policy: MemberPolicy, asked: unknown) => {
  const { allowed, code, gates, limits } = decide(policy, asked as Asked);
  expect({ allowed, gates, limits }).toEqual({ allowed: false, gates: [], limits: [] });
  expect(isAllowed(policy, asked as Asked)).toBe(false);
  return code;
};

const sender = new MemberPolicy({ company: company(), subject: approver([grant("commitment")]), at: AT });
const administrator = new MemberPolicy({
  company: company(),
  subject: member({ toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true }),
  at: AT,
});

describe("what is not known", () => {
  it("as an action is denied, whatever it is", () => {
    fc.assert(
      fc.property(name, question, (action, { facts: known, resource, record }) => {
        fc.pre(!(ACTIONS as readonly unknown[]).includes(action));
        for (const policy of [administrator, new MemberPolicy(known)]) {
          expect(decidesNothing(policy, { action, resource, record })).toBe("UNKNOWN_ACTION");
        }
      }),
      runs(300),
    );
  });

  it("as a feature is denied, whatever it is", () => {
    fc.assert(
      fc.property(name, question, (resource, { facts: known, action, record }) => {
        fc.pre(!(RESOURCES as readonly unknown[]).includes(resource));
        for (const policy of [administrator, new MemberPolicy(known)]) {
          expect(decidesNothing(policy, { action, resource, record })).toBe("UNKNOWN_RESOURCE");
        }
      }),
      runs(300),
    );
  });

  it("as a subject is denied with that one reason, and nothing of the company is told", () => {
    fc.assert(
      fc.property(question, ({ facts: known, action, resource, record }) => {
        const stranger = { ...known, subject: null };
        const foreign = { ...known, subject: member({ companyId: "elsewhere", directoryLevel: "admin" }) };
        for (const outside of [stranger, foreign]) {
          const policy = new MemberPolicy({ ...outside, company: { ...known.company, companyId: record.companyId } });
          for (const one of [{ ...record, feature: resource }, null]) {
            const decision = decide(policy, { action, resource, record: one });
            expect(decision.allowed).toBe(false);
            expect(decision.gates.map(({ code }) => code)).toEqual(["NOT_A_MEMBER"]);
            expect(decision.code).toBe("NOT_A_MEMBER");
          }
        }
      }),
      runs(200),
    );
  });

  it("is explained in words all the same", () => {
    for (const asked of [
      { action: "constructor", resource: "commitment" },
      { action: "send", resource: "__proto__" },
      { action: "send", resource: "commitment", record: waiting("budget") },
    ]) {
      const { message } = explain(decide(sender, asked), sender.facts, "en", String);
      expect(message).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe("a record that is none", () => {
  it("is denied, and never taken for no record at all", () => {
    for (const record of [0, "", false, Number.NaN, "commitment", 7, true, [], {}, () => "record", Symbol("record")]) {
      expect(decidesNothing(sender, { action: "send", resource: "commitment", record })).toBe("WRONG_RECORD");
    }
  });

  it("may hold anything in any fact without an exception, and without passing for what was checked", () => {
    const anyRecord = fc.dictionary(
      fc.constantFrom("project", "amount", "submittedBy", "state", "firstApprover", "prerequisitesBlocked", "grantee"),
      fc.oneof(junk, fc.anything()),
    );
    fc.assert(
      fc.property(facts, fc.constantFrom(...ACTIONS), anyRecord, (known, action, loose) => {
        const record = { ...loose, companyId: known.company.companyId, feature: "commitment" };
        const policy = new MemberPolicy(known);
        expect(decide(policy, { action, resource: "commitment", record }).allowed).toBe(
          isAllowed(policy, { action, resource: "commitment", record }),
        );
      }),
      runs(500),
    );
  });

  const throwing = (...names: string[]): RecordFacts => {
    const record = { ...waiting("commitment") };
    for (const one of names) {
      Object.defineProperty(record, one, {
        get: () => {
          throw new Error("no");
        },
      });
    }
    return record;
  };
  it.each(["companyId", "feature", "submittedBy", "state", "prerequisitesBlocked"])(
    "is denied where reading its %s throws",
    (fact) => {
      const asked = { action: "send", resource: "commitment" };
      expect(decide(sender, { ...asked, record: waiting("commitment") }).allowed).toBe(true);
      expect(decide(sender, { ...asked, record: throwing(fact) }).allowed).toBe(false);
      expect(isAllowed(sender, { ...asked, record: throwing(fact) })).toBe(false);
    },
  );

  it("is denied where reading its amount's parts throws or gives no number", () => {
    const ceiling = { minor: 100_000, currency: "USD" };
    const limited = new MemberPolicy({
      company: company(),
      subject: approver([grant("commitment", { ceiling })]),
      at: AT,
    });
    const amounts = [
      {
        get minor(): number {
          throw new Error("no");
        },
        currency: "USD",
      },
      {
        minor: 1,
        get currency(): string {
          throw new Error("no");
        },
      },
      { minor: { valueOf: () => 1 }, currency: "USD" },
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
        },
      ),
    ];
    for (const amount of amounts) {
      const asked = { action: "send", resource: "commitment", record: waiting("commitment", { amount }) };
      expect(decide(limited, asked).code).toBe("NOT_EVALUABLE");
      expect(isAllowed(limited, asked)).toBe(false);
    }
  });

  it("cannot change its answers between the check and the use", () => {
    const answers = (first: unknown, ...later: unknown[]) => {
      const list = [first, ...later];
      return () => (list.length > 1 ? list.shift() : list[0]);
    };
    const shifty = (fact: string, read: () => unknown) =>
      Object.defineProperty({ ...waiting("commitment") }, fact, { get: read, enumerable: true });
    const ceiling = { minor: 100, currency: "USD" };
    const limited = new MemberPolicy({
      company: company(),
      subject: approver([grant("commitment", { ceiling }), grant("subcontractor_invoice")]),
      at: AT,
    });
    const small = { minor: 1, currency: "USD" };
    const large = { minor: 9_999_999, currency: "USD" };
    const tries = [
      shifty("feature", answers("commitment", "subcontractor_invoice")),
      shifty("amount", answers(large, small)),
      shifty("companyId", answers("elsewhere", COMPANY)),
    ];
    for (const record of tries)
      expect(isAllowed(limited, { action: "send", resource: "commitment", record })).toBe(false);
    let reads = 0;
    const counted = shifty("amount", () => ((reads += 1), small));
    expect(isAllowed(limited, { action: "send", resource: "commitment", record: counted })).toBe(true);
    expect(reads).toBe(1);
  });
});
