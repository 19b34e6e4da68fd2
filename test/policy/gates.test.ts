import fc from "fast-check";
import { basesFor } from "../../src/policy/model/bases";
import type { Gate, Verdict } from "../../src/policy/judgement/gate";
import { GATES } from "../../src/policy/judgement/gates";
import { judge, routes } from "../../src/policy/judgement/judge";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { recordView } from "../../src/policy/model/record-view";
import { evaluate } from "../../src/policy/model/condition";
import { ACTIONS, GATE_CODES, RESOURCES } from "../../src/policy/model/vocabulary";
import { question, type Question } from "./arbitraries";
import { condition } from "./condition-arbitraries";
import { AT, company, member } from "./facts-builder";
import { runs } from "./runs";

/** Whether some route lets this very record through, gate list given. */
function through({ facts, action, resource, record }: Question, gates: readonly Gate[]): boolean {
  const view = recordView(record);
  return routes(facts, action, resource, gates).some(({ conjunctions }) =>
    conjunctions.some((parts) => parts.every((part) => evaluate(part, view).truth === true)),
  );
}

const verdict: fc.Arbitrary<Verdict | undefined> = fc.oneof(
  fc.constantFrom<Verdict | undefined>(true, false, undefined),
  condition,
);
/** A gate that answers by the kind of basis, as some do. */
const anyGate: fc.Arbitrary<Gate> = fc
  .record({ code: fc.constantFrom(...GATE_CODES), role: verdict, grant: verdict, other: verdict })
  .map(({ code, role, grant, other }) => ({
    code,
    judge: ({ basis: { kind } }) => (kind === "role" ? role : kind === "grant" ? grant : other),
  }));

describe("the list of gates", () => {
  it("has every code once, in the order that is promised", () => {
    expect(GATES.map(({ code }) => code)).toEqual(GATE_CODES);
  });

  it("never lets more through when a gate is added, wherever it stands", () => {
    fc.assert(
      fc.property(question, anyGate, fc.nat(GATES.length), (asked, gate, place) => {
        const more = [...GATES.slice(0, place), gate, ...GATES.slice(place)];
        const [before, after] = [through(asked, GATES), through(asked, more)];
        expect({ before, after }).toEqual({ before, after: before && after });
      }),
      runs(800),
    );
  });

  it("lets as much through in any order of the gates", () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(through(asked, [...GATES].reverse())).toBe(through(asked, GATES));
      }),
      runs(300),
    );
  });

  it("judges each question on at least one basis, and always says whose right it would be", () => {
    fc.assert(
      fc.property(question, ({ facts, action, resource }) => {
        const judged = judge(facts, action, resource);
        expect(judged.length).toBeGreaterThan(0);
        for (const { gates } of judged) expect(gates[0]?.code).toBe("NOT_A_MEMBER");
        expect(basesFor(facts, { grant: "export" }, action, resource).length).toBeGreaterThan(0);
      }),
      runs(200),
    );
  });
});

describe("the verdict table", () => {
  it("says never for what lies outside of it", () => {
    const everything = new MemberPolicy({
      company: company(),
      subject: member({ toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true }),
      at: AT,
    }).table;
    expect(everything.at("view", "company")).toBe("always");
    for (const outside of ["", "vie", "views", "View", "\u{1f600}", "constructor", "__proto__"])
      for (const inside of [...ACTIONS, ...RESOURCES]) {
        expect(everything.at(inside as never, outside as never)).toBe("never");
        expect(everything.at(outside as never, inside as never)).toBe("never");
      }
  });
});
