import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Stub, stubServer } from "../support/stub-server";

/** Deeper and dearer than anybody else may ask. */
const DEEP =
  "query Deep($n: Int) { items(first: $n) { nodes { id name } } deep { deeper { deeper { deeper { id } } } } }";
const DEAR = { n: 1000 };
const ID = createHash("sha256").update(DEEP).digest("hex");

let directory: string;
let own: Stub;
let only: Stub;

async function manifest(name: string, content: unknown): Promise<string> {
  const file = path.join(directory, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), "ledgergate-trusted-"));
  const files = [
    await manifest("preset.json", { deep: DEEP, kind: "{ viewer { kind } }" }),
    await manifest("apollo.json", {
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id: "apollo-kind", name: "Kind", type: "query", body: "query Kind { viewer { kind } }" }],
    }),
  ];
  const env = { TRUSTED_DOCUMENTS: files.join(","), GRAPHQL_MAX_DEPTH: "3", GRAPHQL_MAX_COST: "300" };
  own = await stubServer(env);
  only = await stubServer({ ...env, TRUSTED_DOCUMENTS_ONLY: "true" });
});
afterAll(async () => {
  await own.app.close();
  await only.app.close();
  await rm(directory, { recursive: true });
});

const byId = async ({ app }: Stub, payload: object) => {
  const answer = await app.inject({ method: "POST", url: "/graphql", payload });
  return { status: answer.statusCode, ...answer.json<{ data?: unknown; errors?: { extensions: object }[] }>() };
};

it("asks for a document by its id, without the limits of depth and cost", async () => {
  expect(await own.graphql(DEEP.replace("Deep", "Other"), { variables: DEAR })).toMatchObject({
    errors: [{ extensions: { code: "LIMIT_EXCEEDED" } }],
  });
  for (const documentId of ["deep", `sha256:${ID}`])
    expect(await byId(own, { documentId, variables: DEAR })).toMatchObject({
      data: { items: { nodes: expect.any(Array) as unknown } },
      extensions: { cost: { maximum: 300 } },
    });
  expect(await own.graphql(DEEP, { variables: DEAR })).not.toHaveProperty("errors");
});

it("reads Apollo's manifest too, and answers by GET", async () => {
  expect(await byId(own, { documentId: "apollo-kind" })).toMatchObject({ data: { viewer: { kind: "anonymous" } } });
  const url = `/graphql?documentId=deep&variables=${encodeURIComponent(JSON.stringify({ n: 1 }))}`;
  const answer = await own.app.inject({ url, headers: { "apollo-require-preflight": "1" } });
  expect(answer.json<object>()).toMatchObject({ data: { items: { nodes: [{ id: "0" }] } } });
});

it("tells an id that nobody knows", async () => {
  expect(await byId(own, { documentId: "nobody" })).toMatchObject({
    status: 404,
    errors: [{ extensions: { code: "DOCUMENT_NOT_FOUND" } }],
  });
});

it("answers nothing else, where that is configured", async () => {
  expect(await only.graphql("{ viewer { kind } viewer2: viewer { kind } }")).toMatchObject({
    status: 403,
    errors: [{ extensions: { code: "DOCUMENT_NOT_TRUSTED" } }],
  });
  expect(await only.graphql("{ viewer { kind } }")).toMatchObject({ data: { viewer: { kind: "anonymous" } } });
  expect(await byId(only, { documentId: "kind" })).toMatchObject({ status: 200 });
});

it.each([
  ["an operation that the schema does not have", { gone: "{ gone }" }, "gone does not fit the schema"],
  ["what is no manifest", ["{ viewer { kind } }"], "cannot be read as a manifest"],
])("does not start with %s", async (_what, content, message) => {
  const file = await manifest("bad.json", content);
  await expect(stubServer({ TRUSTED_DOCUMENTS: file })).rejects.toMatchObject({
    code: "CONFIGURATION",
    message: expect.stringContaining(message) as unknown,
  });
});
