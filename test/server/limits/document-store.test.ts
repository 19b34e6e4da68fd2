import { parse } from "graphql";
import { DocumentStore } from "../../../src/server/limits/document-store";
import { stubServer } from "../support/stub-server";

describe("the store of parsed operations", () => {
  it("weighs the text, comments included, and not only the tree", async () => {
    const [bare, commented] = [new DocumentStore(), new DocumentStore()];
    await bare.set("a", parse("{ __typename }"));
    await commented.set("a", parse(`{ __typename }#${"x".repeat(10_000)}`));
    expect(commented.bytes - bare.bytes).toBeGreaterThanOrEqual(20_000);
  });

  it("lets the longest unused go, so that it never weighs more than it may", async () => {
    const store = new DocumentStore(100_000);
    for (let n = 0; n < 50; n += 1) await store.set(`${n}`, parse(`{ a${n} }#${"x".repeat(5_000)}`));
    expect(store.bytes).toBeLessThanOrEqual(100_000);
    expect(await store.get("0")).toBeUndefined();
    expect(await store.get("49")).toBeDefined();
  });

  it("keeps no chain of tokens", async () => {
    const store = new DocumentStore();
    await store.set("a", parse("{ a(b: [1, 2]) { ...c } } fragment c on D { e }"));
    expect(JSON.stringify(await store.get("a"))).not.toMatch(/token/i);
  });

  it("leaves errors their places", async () => {
    const stub = await stubServer();
    const ask = async () => (await stub.graphql("{\n  refused\n}")).errors?.[0];
    const first = await ask();
    expect(first).toMatchObject({ locations: [{ line: 2, column: 3 }] });
    expect(await ask()).toEqual(first);
    await stub.app.close();
  });
});
