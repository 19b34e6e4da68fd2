import { admits, Passes, READ_DECISIONS } from "../../../src/access/memory/passes";
import type { Actor } from "../../../src/kernel/actor";

function service(companyIds: readonly string[], scopes: readonly string[] = [READ_DECISIONS]): Actor {
  return { kind: "service", keyId: "key", name: "key", scopes, companyIds };
}

describe("what a program may ask about", () => {
  it("is its companies and no others, under a number of that list alone", () => {
    const passes = new Passes();
    const [one, two] = [["acme"], ["globex"]];
    const [mine, again, other] = [passes.of(service(one)), passes.of(service(one)), passes.of(service(two))];
    expect([admits(mine, "acme"), admits(mine, "globex"), admits(other, "globex")]).toEqual([true, false, true]);
    expect([again === mine, other.number === mine.number]).toEqual([true, false]);
    // Equal texts are not enough: the number stands for the list.
    expect(passes.of(service(["acme"])).number).not.toBe(mine.number);
  });

  it("is nothing without the scope, and without being a program, also after one who may", () => {
    const passes = new Passes();
    const list = ["acme"];
    passes.of(service(list));
    const person: Actor = { kind: "person", subject: "issuer|me", email: "me@acme.test", name: null };
    for (const asker of [service(list, []), person]) {
      expect(passes.of(asker).number).toBe(0);
      expect(admits(passes.of(asker), "acme")).toBe(false);
    }
  });

  it("is everything for the server itself", () => {
    expect(admits(new Passes().of({ kind: "system", name: "test" }), "acme")).toBe(true);
  });
});
