import { auditServer } from "graphql-http";
import { type Stub, stubServer } from "./support/stub-server";

/**
 * What the audit notices and we leave so. All are MAY: it asks by GET without a header that a form cannot send, and
 * cross-site request forgery prevention (Apollo's, kept on) refuses exactly that.
 */
const LEFT: Record<string, string> = {
  "5A70": "MAY accept application/x-www-form-urlencoded formatted GET requests",
  D6D5: "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
  "6A70": "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
};

let stub: Stub;
beforeAll(async () => {
  stub = await stubServer();
});
afterAll(() => stub.app.close());

describe("GraphQL over HTTP", () => {
  it("passes every MUST and SHOULD of graphql-http's audit", async () => {
    const address = await stub.app.listen({ port: 0, host: "127.0.0.1" });
    const results = await auditServer({ url: `${address}/graphql`, fetchFn: fetch });
    expect(results.length).toBeGreaterThanOrEqual(61);
    const missed = results.filter(({ status }) => status !== "ok");
    expect(Object.fromEntries(missed.map(({ id, name }) => [id, name]))).toEqual(LEFT);
    expect(missed.every(({ status, name }) => status === "notice" && name.startsWith("MAY "))).toBe(true);
  });
});
