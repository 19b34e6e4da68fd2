import fc from "fast-check";
import type { Database } from "../../../src/infra/db/database";
import { type PageRequest, pageOf } from "../../../src/infra/db/query/keyset";
import { pagesByParent } from "../../../src/infra/db/query/keyset-batch";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { runs } from "../../policy/runs";
import { openTestDatabase } from "../../support/database";
import { MAX, type Sort } from "./keyset-model";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

function options(orderBy: readonly Sort[], request: PageRequest) {
  const query = database.read().createQueryBuilder(MemberEntity, "member");
  return { query, alias: "member", orderBy, maxPageSize: MAX, ...request };
}

const page = (orderBy: readonly Sort[], request: PageRequest) => pageOf(options(orderBy, request));

const batch = (orderBy: readonly Sort[], request: PageRequest) =>
  pagesByParent({ ...options(orderBy, request), parent: "companyId", parentIds: ["one"] });

describe("a bad request", () => {
  const orderBy: Sort[] = [
    { column: "version", direction: "asc" },
    { column: "active", direction: "asc" },
    { column: "erasedAt", direction: "asc" },
  ];
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it.each([
    ["first", { first: -1 }],
    ["first", { first: 101 }],
    ["first", { first: 1.5 }],
    ["first", { first: NaN }],
    ["last", { last: 101 }],
    ["last", { first: 1, last: 1 }],
  ])("is refused on %s: %p", async (field, request) => {
    await expect(page(orderBy, request)).rejects.toMatchObject({ code: "BAD_INPUT", field: [field] });
    await expect(batch(orderBy, request)).rejects.toMatchObject({ code: "BAD_INPUT", field: [field] });
  });

  it.each([
    "",
    "not a cursor",
    "%%%",
    cursor(null),
    cursor("text"),
    cursor({ length: 4 }),
    cursor([]),
    cursor([1, true, null]),
    cursor([1, true, null, "id", "more"]),
    cursor(["1", true, null, "id"]),
    cursor([1, 1, null, "id"]),
    cursor([null, true, null, "id"]),
    cursor([1.5, true, null, "id"]),
    cursor([2 ** 31, true, null, "id"]),
    cursor([1, true, 7, "id"]),
    cursor([1, true, "\0", "id"]),
    cursor([1, true, null, null]),
    cursor([1, true, null, ["id"]]),
  ])("is refused on its cursor: %p", async (after) => {
    await expect(page(orderBy, { after })).rejects.toMatchObject({ code: "BAD_INPUT", field: ["after"] });
    await expect(page(orderBy, { before: after })).rejects.toMatchObject({ code: "BAD_INPUT", field: ["before"] });
  });

  it("with any cursor at all is refused or answered, never an error of the database", async () => {
    const json = fc.json({ maxDepth: 1 }).map((text) => Buffer.from(text).toString("base64url"));
    const near = fc
      .tuple(
        fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger()),
        fc.boolean(),
        fc.string({ unit: "binary" }),
        fc.string(),
      )
      .map(cursor);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), json, near), async (after) => {
        const answer = await page(orderBy, { after }).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer).toMatchObject({ code: "BAD_INPUT" });
      }),
      runs(300),
    );
  }, 60_000);

  it("of the program is an error: a column that is none", async () => {
    const none = [{ column: "nothing" as "name", direction: "asc" as const }];
    await expect(page(none, {})).rejects.toThrow(/no column/);
  });
});
