import fc from "fast-check";
import { SecondChance } from "../../../src/authorization/cache/memory/second-chance";
import { runs } from "../../policy/runs";

interface Thing {
  used: boolean;
  size: number;
  readonly name: string;
}

const thing = (name: string, size = 1): Thing => ({ used: false, size, name });

function mapOf(most: number) {
  const gone: string[] = [];
  return { gone, map: new SecondChance<Thing>(most, ({ name }) => gone.push(name)) };
}

describe("a map with a second chance", () => {
  it("forgets what nobody asked for, and keeps what somebody did", () => {
    const { gone, map } = mapOf(2);
    for (const name of ["a", "b"]) map.set(name, thing(name));
    map.get("a");
    map.set("c", thing("c"));
    expect(gone).toEqual(["b"]);
    expect(map.get("a")).toMatchObject({ name: "a" });
  });

  it("gives a second chance once, not for ever", () => {
    const { gone, map } = mapOf(1);
    map.set("a", thing("a"));
    map.get("a");
    map.set("b", thing("b"));
    map.set("c", thing("c"));
    expect(gone).toEqual(["b", "a"]);
    expect(map.size).toBe(1);
  });

  it("tells when something is replaced", () => {
    const { gone, map } = mapOf(5);
    map.set("a", thing("a", 2));
    map.set("a", thing("a", 3));
    expect([gone, map.size]).toEqual([["a"], 3]);
  });

  it("makes room when something grows", () => {
    const { gone, map } = mapOf(3);
    const grown = thing("b");
    map.set("a", thing("a"));
    map.set("b", grown);
    grown.used = true;
    map.resize(grown, 3);
    expect([gone, map.size]).toEqual([["a"], 3]);
  });

  it("is never larger than its bound, and its size is the sum of what is in it", () => {
    const step = fc.record({ key: fc.constantFrom("a", "b", "c", "d", "e"), size: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean())), (steps) => {
        const { map } = mapOf(6);
        for (const [{ key, size }, read] of steps) {
          if (read) map.get(key);
          else map.set(key, thing(key, size));
          const kept = ["a", "b", "c", "d", "e"].flatMap((one) => map.get(one) ?? []);
          expect(map.size).toBe(kept.reduce((sum, one) => sum + one.size, 0));
          expect(map.size).toBeLessThanOrEqual(6);
        }
      }),
      runs(100),
    );
  });
});
