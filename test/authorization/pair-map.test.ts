import fc from "fast-check";
import { PairMap } from "../../src/authorization/cache/pair-map";
import { runs } from "../policy/runs";

const name = fc.constantFrom("a", "b", "c", "ab", "");
const step = fc.record({ sets: fc.boolean(), first: name, second: name, value: fc.nat() });

test("what is found is what was kept last under just these two, and there is never too much", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 60 }), (most, steps) => {
      const map = new PairMap<number>(most);
      const kept = new Map<string, number>();
      for (const { sets, first, second, value } of steps) {
        const key = JSON.stringify([first, second]);
        if (sets) {
          map.set(first, second, value);
          kept.set(key, value);
          expect(map.get(first, second)).toBe(value);
        } else {
          expect([undefined, kept.get(key)]).toContain(map.get(first, second));
        }
        expect(map.size).toBeLessThanOrEqual(most);
      }
    }),
    runs(300),
  );
});

test("what is asked for stays, what is not goes", () => {
  const map = new PairMap<number>(2);
  map.set("company", "asked for", 1);
  map.set("company", "not asked for", 2);
  map.get("company", "asked for");
  map.set("company", "new", 3);
  expect(map.get("company", "asked for")).toBe(1);
  expect(map.get("company", "not asked for")).toBeUndefined();
  expect(map.get("company", "new")).toBe(3);
});

test("with room for one, the only one of a company makes room for the next of it", () => {
  const map = new PairMap<number>(1);
  map.set("company", "one", 1);
  map.set("company", "two", 2);
  expect([map.get("company", "one"), map.get("company", "two"), map.size]).toEqual([undefined, 2, 1]);
});
