import fc from "fast-check";
import { ITEMS, itemOf, seenOf } from "../../../src/onboarding/items/catalogue";
import { NO_FACTS } from "../../../src/onboarding/items/item-facts";
import {
  ITEM_MACHINE,
  isSettled,
  ITEM_MOVE_WORDS,
  ITEM_MOVES,
  ITEM_STATES,
  type ItemSituation,
} from "../../../src/onboarding/items/item-machine";
import { runs } from "../../policy/runs";
import { naming } from "../possible-moves";

function title(text: string) {
  return { en: text, fr: `${text} (fr)` };
}

const situation: fc.Arbitrary<ItemSituation> = fc.record({
  state: fc.constantFrom(...ITEM_STATES),
  seen: fc.constantFrom(null, true, false),
  waivable: fc.boolean(),
  waitsFor: fc.array(fc.constantFrom(title("Name the contact"), title("Run the call")), { maxLength: 2 }),
});

describe("the machine of action items", () => {
  test("a refused move is coded and says what is allowed instead", () => {
    const law = fc.property(situation, fc.constantFrom(...ITEM_MOVES), (at, move) => {
      const answer = ITEM_MACHINE.move(at, move);
      expect(ITEM_MACHINE.allowed(at).includes(move)).toBe(typeof answer === "string");
      if (typeof answer === "string") return;
      if (answer.code === "ILLEGAL_MOVE")
        expect(answer.message).toEqual(naming(ITEM_MACHINE.allowed(at), ITEM_MOVE_WORDS));
    });
    fc.assert(law, runs(300));
  });

  test("no sequence of moves ticks what the system sees, waives what must be done, or skips what comes first", () => {
    const law = fc.property(situation, fc.array(fc.constantFrom(...ITEM_MOVES), { maxLength: 12 }), (start, moves) => {
      let at: ItemSituation = { ...start, state: "open" };
      for (const move of moves) {
        const answer = ITEM_MACHINE.move(at, move);
        if (typeof answer !== "string") continue;
        at = { ...at, state: answer };
        if (answer === "done") expect([at.seen, at.waitsFor]).toEqual([null, []]);
        if (answer === "waived") expect([at.waivable, at.seen === true]).toEqual([true, false]);
      }
      if (at.seen === false && at.state !== "waived") expect(isSettled(at)).toBe(false);
    });
    fc.assert(law, runs(300));
  });

  test("every state can be left", () => {
    for (const state of ITEM_STATES)
      expect(ITEM_MACHINE.allowed({ state, seen: null, waivable: true, waitsFor: [] })).not.toEqual([]);
  });
});

describe("the catalogue", () => {
  test("has the guide's items of both sides, each named once, in both languages", () => {
    expect(ITEMS.filter(({ side }) => side === "customer")).toHaveLength(17);
    expect(ITEMS.filter(({ side }) => side === "specialist")).toHaveLength(6);
    expect(new Set(ITEMS.map(({ code }) => code)).size).toBe(ITEMS.length);
    for (const { title } of ITEMS) expect(Object.values(title).every((text) => text.length > 5)).toBe(true);
  });

  test("what comes first exists, and nothing waits for itself", () => {
    const depth = (code: string, seen: readonly string[] = []): number => {
      expect(seen).not.toContain(code);
      const item = itemOf(code);
      if (!item) throw new Error(`No item ${code}`);
      return 1 + Math.max(0, ...item.after.map((other) => depth(other, [...seen, code])));
    };
    for (const { code } of ITEMS) expect(depth(code)).toBeGreaterThan(0);
  });

  test("a company of which nothing is known has done nothing", () => {
    for (const item of ITEMS) expect(seenOf(item, NO_FACTS)).not.toBe(true);
  });
});
