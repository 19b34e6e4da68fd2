import { READ_DECISIONS } from "../../../src/directory/api-keys/api-key-scopes";
import { admits, passOf, serves } from "../../../src/authorization/cache/memory/passes";
import type { Actor } from "../../../src/kernel/actor";

function service(companyIds: readonly string[], scopes: readonly string[] = [READ_DECISIONS]) {
  return { kind: "service", keyId: "key", name: "key", scopes, companyIds } as const;
}

describe("what a program may ask about", () => {
  it("is its companies and no others, under a number of that list alone", () => {
    const [one, two] = [["acme"], ["globex"]];
    const [mine, again, other] = [passOf(service(one)), passOf(service(one)), passOf(service(two))];
    expect([admits(mine, "acme"), admits(mine, "globex"), admits(other, "globex")]).toEqual([true, false, true]);
    expect([again === mine, other.number === mine.number]).toEqual([true, false]);
    // Equal texts are not enough: the number stands for the list.
    expect(passOf(service(["acme"])).number).not.toBe(mine.number);
  });

  it("is nothing without the scope, and without being a program, also after one who may", () => {
    const list = ["acme"];
    passOf(service(list));
    const person: Actor = { kind: "person", subject: "issuer|me", email: "me@acme.test", name: null };
    for (const asker of [service(list, []), person]) {
      expect(passOf(asker).number).toBe(0);
      expect(admits(passOf(asker), "acme")).toBe(false);
    }
  });

  it("is no matter of whom it was made for", () => {
    expect([serves(service(["acme"], []), "acme"), serves(service(["acme"]), "globex")]).toEqual([true, false]);
  });

  it("is everything for the server itself", () => {
    expect(admits(passOf({ kind: "system", name: "test" }), "acme")).toBe(true);
  });
});
