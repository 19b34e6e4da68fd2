import fc from "fast-check";
import type { Question } from "../../src/client/access-client";
import { sharedParts } from "../../src/client/shared-parts";
import { runs } from "../policy/runs";

const ada = { type: "user", id: "ada" };
const send = { name: "send" };
const invoice = { type: "feature", id: "invoice", properties: { company: "acme", project: "P-1" } };
const question = (parts: Partial<Question> = {}): Question => ({
  subject: ada,
  action: send,
  resource: invoice,
  ...parts,
});
const sent = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

/** The standard's rule: an entry's own key counts, else the default's. */
function merged(body: unknown): unknown[] {
  const { evaluations, ...defaults } = sent(body);
  return (evaluations as object[]).map((entry) => ({ ...defaults, ...entry }));
}

describe("what all entries have alike is said once", () => {
  test("a person in many matters", () => {
    const other = { type: "feature", id: "commitment" };
    expect(sharedParts([question(), question({ resource: other })])).toEqual({
      subject: ada,
      action: send,
      evaluations: [{ resource: invoice }, { resource: other }],
    });
  });

  test("equal by value, however it is written", () => {
    const turned = { properties: { project: "P-1", company: "acme" }, id: "invoice", type: "feature" };
    expect(sharedParts([question(), question({ resource: turned, action: { name: "view" } })])).toEqual({
      subject: ada,
      resource: invoice,
      evaluations: [{ action: send }, { action: { name: "view" } }],
    });
  });

  test("entries may be left with nothing of their own", () => {
    const now = { at: "2026-11-24T09:00:00Z" };
    const twice = [question({ context: now }), question({ context: { ...now } })];
    expect(sharedParts(twice)).toEqual({ ...question({ context: now }), evaluations: [{}, {}] });
  });

  test("a batch about one person is about half as long", () => {
    const about = (id: number) => question({ resource: { ...invoice, id: `SC-${id}` }, subject: ada });
    const many = Array.from({ length: 100 }, (_, id) => about(id));
    expect(JSON.stringify(sharedParts(many)).length).toBeLessThan(JSON.stringify({ evaluations: many }).length * 0.65);
  });
});

describe("nothing else is", () => {
  test.each<[string, Question[]]>([
    ["a single question stays whole", [question({ context: { atLeast: 7 } })]],
    ["and so does none", []],
  ])("%s", (_, questions) => expect(sharedParts(questions)).toEqual({ evaluations: questions }));

  test("no entry gets a context of others", () => {
    const newer = { context: { atLeast: 7 } };
    const parts = sharedParts([question(newer), question(), question(newer), question({ context: {} })]);
    expect(parts).not.toHaveProperty("context");
    expect(sent(parts)["evaluations"]).toEqual([newer, {}, newer, { context: {} }]);
  });

  test("values are what is sent of them, not what they are made of", () => {
    class Hidden {
      readonly #day: number;
      constructor(day: number) {
        this.#day = day;
      }
      toJSON() {
        return { day: this.#day };
      }
    }
    const on = (day: number) => question({ context: { on: new Hidden(day) } });
    expect(merged(sharedParts([on(1), on(2)]))).toEqual(sent([on(1), on(2)]));
  });

  test("what is no object is left to be refused at its entry", () => {
    const faulty = [question({ context: null as never }), question({ context: null as never })];
    expect(sharedParts(faulty)).not.toHaveProperty("context");
  });
});

test("merged by the standard's rule it is what was asked, and no key is left in all entries alike", () => {
  const value = fc.oneof(fc.constantFrom("a", "b", 1, null), fc.jsonValue({ maxDepth: 2 }));
  const properties = fc.dictionary(fc.constantFrom("x", "y", "__proto__", "toString"), value, { maxKeys: 2 });
  const entity = fc.record(
    { type: fc.constantFrom("user", "feature"), id: fc.constantFrom("a", "b"), properties },
    { requiredKeys: ["type", "id"] },
  );
  const action = fc.record({ name: fc.constantFrom("send", "view"), properties }, { requiredKeys: ["name"] });
  const context = fc.oneof(properties, fc.constant(undefined));
  const asked = fc.record(
    { subject: entity, action, resource: entity, context },
    { requiredKeys: ["subject", "action", "resource"] },
  );
  const drawn = fc.array(asked, { maxLength: 6 });
  // Batches of which all entries have a part alike are rare by themselves.
  const batch = fc
    .tuple(drawn, fc.option(fc.record({ subject: entity, action, context }, { requiredKeys: [] })))
    .map(([questions, alike]) => questions.map((one) => ({ ...one, ...structuredClone(alike ?? {}) })));
  fc.assert(
    fc.property(batch, (questions) => {
      const before = sent(questions);
      const body = sharedParts(questions);
      expect(merged(body)).toEqual(before);
      expect(sent(questions)).toEqual(before);
      const [first] = body.evaluations;
      if (body.evaluations.length < 2) return;
      for (const key of ["subject", "action", "resource"] as const) {
        const texts = body.evaluations.map((entry) => JSON.stringify(entry[key]));
        expect(first?.[key] !== undefined && texts.every((text) => text === texts[0])).toBe(false);
      }
    }),
    runs(300),
  );
});
