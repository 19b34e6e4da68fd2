import fc from "fast-check";
import { LOCALES, type Locale } from "../../src/kernel/locale";
import { evaluate } from "../../src/policy/model/condition";
import { decide, isAllowed } from "../../src/policy/judgement/decide";
import { explain } from "../../src/policy/explain";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { recordView } from "../../src/policy/model/record-view";
import { ACTIONS, GATE_CODES } from "../../src/policy/model/vocabulary";
import { interview } from "./arbitraries";
import { anyRecord, simpleCondition } from "./condition-arbitraries";
import { CONDITIONAL } from "./facts-builder";

/*
 * What the laws run on: a population in which nothing is ever allowed, or some gate never missed, would prove nothing.
 * The mutation run leaves this file out; it says something of the tests more than of the policy.
 */

describe("the population", () => {
  it("comes out both ways for every action in the population that the laws run on", () => {
    const seen = new Set<string>();
    for (const { facts: known, resource, records } of fc.sample(interview, { numRuns: 1200, seed: 7 })) {
      const policy = new MemberPolicy(known);
      for (const record of records) {
        for (const action of ACTIONS) seen.add(`${action} ${isAllowed(policy, { action, resource, record })}`);
      }
    }
    expect([...seen].sort()).toEqual(ACTIONS.flatMap((action) => [`${action} false`, `${action} true`]).sort());
  });

  it("is seen passed and missed in every gate, and in doubt in every gate that wants a fact of the record", () => {
    const seen = new Set<string>();
    const doubtful = new Set<string>();
    for (const { facts, resource, records } of fc.sample(interview, { numRuns: 2000, seed: 1 })) {
      const policy = new MemberPolicy(facts);
      for (const action of ACTIONS) {
        for (const { code, passed, evaluable } of decide(policy, { action, resource, record: records[0] }).gates) {
          seen.add(`${code} ${passed ? "passed" : "missed"}`);
          if (!evaluable) doubtful.add(code);
        }
      }
    }
    // What is not applicable exists nowhere, so nobody passes it: it is not shown where it would be passed.
    const all = GATE_CODES.flatMap((code) => [`${code} passed`, `${code} missed`]);
    expect([...seen].sort()).toEqual(all.filter((one) => one !== "ACTION_NOT_APPLICABLE passed").sort());
    // Flags are never in doubt: what is absent means "not so".
    const flags = ["PREREQUISITE_NOT_SYNCED", "WORKFLOW_NOT_COMPLETED"];
    expect([...doubtful].sort()).toEqual(CONDITIONAL.filter((code) => !flags.includes(code)).sort());
  });

  it("meets each kind of truth in each shape that the laws run on", () => {
    const seen = new Set<string>();
    for (const [wanted, facts] of fc.sample(fc.tuple(simpleCondition, anyRecord), { numRuns: 4000, seed: 11 })) {
      seen.add(`${wanted.kind} ${evaluate(wanted, recordView(facts)).truth}`);
    }
    const kinds = ["equal", "in", "is_not", "not_in", "none_of", "at_most", "before", "after"];
    const all = kinds.flatMap((kind) => [`${kind} true`, `${kind} false`, `${kind} unknown`]);
    expect([...seen].sort()).toEqual([...all, "is true", "is false"].sort());
  });
});

const nameOf = (id: string) => `Project ${id}`;

/** Anything that a template forgot to fill in or to translate. */
const LEFTOVERS = /undefined|null|NaN|\[object|\$\{|\s\s|\(\)|: \.|_[a-z]|Invalid/;
/** An empty word where a date, an amount or a list belongs; where nothing is meant to be said, it is said as such. */
const EMPTY = /\b(on|of|above|from|to|le|de|du|dépasse) (none|aucun)\b/i;

/** Every sentence of a large population, by language and the place it stands in. */
function sentences(locale: Locale): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (place: string, text: string) => found.set(place, (found.get(place) ?? new Set()).add(text));
  for (const { facts, resource, records } of fc.sample(interview, { numRuns: 1200, seed: 2 })) {
    const policy = new MemberPolicy(facts);
    for (const action of ACTIONS) {
      for (const record of [records[0], null]) {
        const decision = decide(policy, { action, resource, record });
        const { message, gates, limits } = explain(decision, facts, locale, nameOf);
        add("decision", message);
        for (const limit of limits) add(`limit ${limit.code}`, limit.message);
        for (const { code, passed, message: reason, remedy, evaluable } of gates) {
          const outcome = passed ? "passed" : evaluable ? "missed" : "unknown";
          add(`${outcome} ${code}`, reason);
          if (remedy) add(`remedy ${code}`, remedy.message);
          if (remedy) add("who", remedy.who);
        }
      }
    }
  }
  return found;
}

describe.each(LOCALES)("sentences in %s", (locale) => {
  const found = sentences(locale);
  const all = [...found].flatMap(([place, texts]) => [...texts].map((text) => ({ place, text })));

  it("exist for every gate: passed, missed and remedied, and as a limit where a record decides", () => {
    const places = GATE_CODES.flatMap((code) => [`passed ${code}`, `missed ${code}`, `remedy ${code}`]);
    const limits = CONDITIONAL.map((code) => `limit ${code}`);
    const expected = [...places, ...limits].filter((place) => place !== "passed ACTION_NOT_APPLICABLE");
    expect([...found.keys()].filter((place) => !/^(decision|unknown|who)/.test(place)).sort()).toEqual(expected.sort());
  });

  it("are whole: nothing empty, nothing left to fill in", () => {
    for (const sentence of all) {
      if (sentence.text.trim() === "" || LEFTOVERS.test(sentence.text) || EMPTY.test(sentence.text)) {
        expect(sentence).toBe("a whole sentence");
      }
    }
  });

  it("begin with a capital and end with a full stop; limits are parts of a sentence", () => {
    for (const { place, text } of all) {
      expect({ place, text }).toEqual({
        place,
        text: expect.stringMatching(/^(limit|who)/.test(place) ? /^[^A-Z].*[^.]$/ : /^\p{Lu}.*\.$/u) as string,
      });
    }
  });
});
