import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type Stub, stubServer } from "./support/stub-server";

let stub: Stub;
beforeAll(async () => (stub = await stubServer()));
afterAll(() => stub.app.close());

const LONG = "{ items(first: 100) { nodes { id name } } }";
const asked = { method: "POST", url: "/graphql", payload: { query: LONG } } as const;

it("tells what an operation costs, beside its answer", async () => {
  expect(await stub.graphql("{ viewer { kind } }")).toMatchObject({
    extensions: { cost: { requested: 2, maximum: 50_000 } },
  });
  expect(await stub.graphql("{ items(first: 1000) { nodes { items(first: 1000) { nodes { id } } } } }")).toMatchObject({
    errors: [{ extensions: { code: "LIMIT_EXCEEDED" } }],
    extensions: { cost: { maximum: 50_000 } },
  });
});

it("counts a fragment as the fields that it stands for, and not as a level", async () => {
  const levels = 10;
  const fragments = Array.from(
    { length: levels - 1 },
    (_, level) => `fragment F${level} on Deep { deeper { ${level === 0 ? "id" : `...F${level - 1}`} } }`,
  );
  const query = `{ deep { ...F${levels - 2} } } ${fragments.join(" ")}`;
  const small = await stubServer({ GRAPHQL_MAX_DEPTH: String(levels + 1) });
  expect(await small.graphql(query)).not.toHaveProperty("errors");
  await small.app.close();
  const smaller = await stubServer({ GRAPHQL_MAX_DEPTH: String(levels) });
  expect(await smaller.graphql(query)).toMatchObject({ errors: [{ extensions: { limit: "depth" } }] });
  await smaller.app.close();
});

it.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
])("travels compressed where the client takes %s", async (encoding, read) => {
  const plain = await stub.app.inject(asked);
  const answer = await stub.app.inject({ ...asked, headers: { "accept-encoding": encoding } });
  expect(answer.headers["content-encoding"]).toBe(encoding);
  expect(answer.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  expect(read(answer.rawPayload).toString()).toBe(plain.payload);
});

it("is not sent again to who has it already, and is kept for nobody else", async () => {
  const url = `/graphql?query=${encodeURIComponent(LONG)}`;
  const first = await stub.app.inject({ url, headers: { "apollo-require-preflight": "1" } });
  const { etag, vary, "cache-control": cache } = first.headers;
  expect({ etag, vary, cache }).toEqual({
    etag: expect.stringMatching(/^W\/"/) as unknown,
    vary: expect.stringContaining("authorization") as unknown,
    cache: "private, no-cache",
  });
  const again = await stub.app.inject({
    url,
    headers: { "apollo-require-preflight": "1", "if-none-match": String(etag) },
  });
  expect({ status: again.statusCode, body: again.payload }).toEqual({ status: 304, body: "" });
  const other = await stub.app.inject({
    url: url.replace("100", "99"),
    headers: { "apollo-require-preflight": "1", "if-none-match": String(etag) },
  });
  expect(other.statusCode).toBe(200);
});
