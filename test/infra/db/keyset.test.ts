import fc from "fast-check";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import type { Database } from "../../../src/infra/db/database";
import { type Page, type PageRequest, pageOf } from "../../../src/infra/db/query/keyset";
import { pagesByParent } from "../../../src/infra/db/query/keyset-batch";
import { insertRows } from "../../../src/infra/db/query/rows";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { runs } from "../../policy/runs";
import { openTestDatabase } from "../../support/database";
import { aCompany, companyRow, memberOf } from "../../support/rows";
import { MAX, type Sort, expected, ids, orderings, plain, population, sorted } from "./keyset-model";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

function members() {
  return database.read().createQueryBuilder(MemberEntity, "member");
}

function page(orderBy: readonly Sort[], request: PageRequest, companyId: string): Promise<Page<MemberEntity>> {
  const query = members().where("member.companyId = :companyId", { companyId });
  return pageOf({ query, alias: "member", orderBy, maxPageSize: MAX, ...request });
}

function batch(orderBy: readonly Sort[], request: PageRequest, parentIds: readonly string[]) {
  const shared = { query: members(), alias: "member", orderBy, maxPageSize: MAX, ...request };
  return pagesByParent({ ...shared, parent: "companyId", parentIds });
}

async function populate(rows: readonly Partial<MemberEntity>[]): Promise<{ companyId: string; all: MemberEntity[] }> {
  const owner = await database.write((manager) => aCompany(manager));
  const all = rows.map((row) => memberOf(owner, row));
  await database.write((manager) => insertRows(manager, MemberEntity, all));
  return { companyId: owner.id, all };
}

describe("a page", () => {
  it("is the same slice as of the list sorted in memory, forward and backward", async () => {
    await fc.assert(
      fc.asyncProperty(population, orderings, fc.infiniteStream(fc.nat()), async (rows, orderBy, numbers) => {
        const { companyId, all } = await populate(rows);
        const list = sorted(all, orderBy);
        const whole = await page(orderBy, {}, companyId);
        expect(ids(whole.rows)).toEqual(ids(list));
        for (let round = 0; round < 8; round++) {
          const next = (limit: number) => (numbers.next().value as number) % limit;
          const size = next(list.length + 2);
          const from = next(2) ? next(list.length) : undefined;
          const to = next(2) ? next(list.length) : undefined;
          const sized = [{ first: size }, { last: size }, {}][next(3)]!;
          const request = {
            ...sized,
            after: from === undefined ? null : whole.cursors[from]!,
            before: to === undefined ? null : whole.cursors[to]!,
          };
          const wanted = { ...sized, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
          const found = await page(orderBy, request, companyId);
          expect(plain(found)).toEqual(plain(expected(list, wanted)));
          expect(found.cursors).toEqual(
            found.rows.map((row) => whole.cursors[list.findIndex(({ id }) => id === row.id)]),
          );
          const many = await batch(orderBy, request, [companyId]);
          expect(plain(many.get(companyId)!)).toEqual(plain(found));
          expect(many.get(companyId)!.cursors).toEqual(found.cursors);
        }
        expect(await whole.totalCount()).toBe(list.length);
      }),
      runs(40),
    );
  }, 120_000);

  it("follows page after page to the end and back, also among equals", async () => {
    const { companyId, all } = await populate(Array.from({ length: 23 }, (_, index) => ({ name: `n${index % 2}` })));
    const orderBy: Sort[] = [{ column: "name", direction: "desc" }];
    const list = ids(sorted(all, orderBy));
    const forward: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const found: Page<MemberEntity> = await page(orderBy, { first: 5, after }, companyId);
      forward.push(...ids(found.rows));
      after = found.cursors.at(-1) ?? null;
      more = found.hasNextPage;
    }
    expect(forward).toEqual(list);
    const backward: string[] = [];
    for (let before: string | null = null, more = true; more;) {
      const found: Page<MemberEntity> = await page(orderBy, { last: 5, before }, companyId);
      backward.unshift(...ids(found.rows));
      before = found.cursors[0] ?? null;
      more = found.hasPreviousPage;
    }
    expect(backward).toEqual(list);
  });

  it("keeps its place when the cursor's row is gone, or rows come before it", async () => {
    const { companyId, all } = await populate(["a", "b", "c", "d"].map((name) => ({ name })));
    const orderBy: Sort[] = [{ column: "name", direction: "asc" }];
    const first = await page(orderBy, { first: 2 }, companyId);
    await database.write(async (manager) => {
      await manager.delete(MemberEntity, { id: all[1]!.id });
      await insertRows(manager, MemberEntity, [memberOf({ id: companyId }, { name: "aa" })]);
    });
    const second = await page(orderBy, { first: 2, after: first.cursors[1]! }, companyId);
    expect(second.rows.map(({ name }) => name)).toEqual(["c", "d"]);
  });

  it("costs one SELECT, and one more for the count, asked for as often as wanted", async () => {
    const { companyId } = await populate([{}, {}, {}]);
    const window = database.countStatements();
    const found = await page([{ column: "name", direction: "asc" }], { first: 2 }, companyId);
    expect(window.selects).toHaveLength(1);
    expect([await found.totalCount(), await found.totalCount()]).toEqual([3, 3]);
    expect(window.stop()).toBe(2);
  });

  it("leaves the query as it was, and keeps to its filter", async () => {
    const { companyId } = await populate([{ name: "in" }, { name: "out" }, { name: "in" }]);
    const query = members().where("member.companyId = :companyId AND member.name = :name", { companyId, name: "in" });
    const before = query.getQueryAndParameters();
    const orderBy: Sort[] = [{ column: "createdAt", direction: "desc" }];
    const found = await pageOf({ query, alias: "member", orderBy, maxPageSize: 1 });
    expect([found.rows.length, found.hasNextPage, await found.totalCount()]).toEqual([1, true, 2]);
    const rest = await pageOf({ query, alias: "member", orderBy, maxPageSize: 1, after: found.cursors[0]! });
    expect([rest.rows.length, rest.hasNextPage, await rest.totalCount()]).toEqual([1, false, 2]);
    expect(query.getQueryAndParameters()).toEqual(before);
  });
});

describe("pages of many parents", () => {
  it("take one SELECT for a hundred parents, and one for all their counts", async () => {
    const owners = Array.from({ length: 100 }, () => companyRow());
    await database.write((manager) => insertRows(manager, CompanyEntity, owners));
    const rows = owners.flatMap((owner, index) =>
      Array.from({ length: index % 7 }, (_, place) => memberOf(owner, { name: `n${place % 3}` })),
    );
    await database.write((manager) => insertRows(manager, MemberEntity, rows));
    const orderBy: Sort[] = [{ column: "name", direction: "asc" }];
    const window = database.countStatements();
    const parentIds = owners.map(({ id }) => id);
    const pages = await batch(orderBy, { first: 3 }, [...parentIds, ...parentIds]);
    expect(window.selects).toHaveLength(1);
    const counts = await Promise.all(parentIds.map((id) => pages.get(id)!.totalCount()));
    expect(window.stop()).toBe(2);
    expect(pages.size).toBe(100);
    for (const [index, owner] of owners.entries()) {
      const list = sorted(
        rows.filter(({ companyId }) => companyId === owner.id),
        orderBy,
      );
      expect(plain(pages.get(owner.id)!)).toEqual(plain(expected(list, { first: 3 })));
      expect(counts[index]).toBe(list.length);
    }
  });

  it("keep to the query's filter", async () => {
    const { companyId } = await populate([{ name: "in" }, { name: "out" }, { name: "in" }]);
    const query = members().where("member.name = :name", { name: "in" });
    const pages = await pagesByParent({
      query,
      alias: "member",
      orderBy: [],
      maxPageSize: 10,
      parent: "companyId",
      parentIds: [companyId],
    });
    const { rows, totalCount } = pages.get(companyId)!;
    expect([rows.map(({ name }) => name), await totalCount()]).toEqual([["in", "in"], 2]);
  });

  it("of no parents ask nothing", async () => {
    const window = database.countStatements();
    expect((await batch([], { first: 3 }, [])).size).toBe(0);
    expect(window.stop()).toBe(0);
  });
});
