import { canQuery, includesCompany, READ_DECISIONS } from "../../../src/directory/api-keys/api-key-scopes";

function service(companyIds: readonly string[], scopes: readonly string[] = [READ_DECISIONS]) {
  return { kind: "service", keyId: "key", name: "key", scopes, companyIds } as const;
}

describe("what a program may ask about", () => {
  it("is its companies and no others", () => {
    const [one, two] = [["acme"], ["globex"]];
    expect([canQuery(service(one), "acme"), canQuery(service(one), "globex")]).toEqual([true, false]);
    expect([canQuery(service(two), "globex"), canQuery(service(["acme"]), "acme")]).toEqual([true, true]);
  });

  it("is nothing without the scope, also after one who may", () => {
    const list = ["acme"];
    expect(canQuery(service(list), "acme")).toBe(true);
    expect(canQuery(service(list, []), "acme")).toBe(false);
  });

  it("is no matter of whom it was made for", () => {
    expect(includesCompany(service(["acme"], []), "acme")).toBe(true);
    expect(includesCompany(service(["acme"]), "globex")).toBe(false);
  });
});
