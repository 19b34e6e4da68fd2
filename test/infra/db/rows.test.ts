import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { isCheckViolation, isForeignKeyViolation, isUniqueViolation } from "../../../src/infra/db/constraint";
import type { Database } from "../../../src/infra/db/database";
import { insertRows, lockRow, updateAtVersion } from "../../../src/infra/db/query/rows";
import { newId } from "../../../src/kernel/ids";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { openTestDatabase } from "../../support/database";
import { aCompany, companyRow, grantOf, memberOf } from "../../support/rows";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

async function failure(work: Parameters<Database["write"]>[0]): Promise<unknown> {
  return database.write(work).then(
    () => undefined,
    (error: unknown) => error,
  );
}

const company = () => database.write((manager) => aCompany(manager));

describe("a constraint's error", () => {
  it("tells a duplicate, and in which table", async () => {
    const { slug } = await company();
    const error = await failure((manager) => aCompany(manager, { slug }));
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, "company")).toBe(true);
    expect(isUniqueViolation(error, "member")).toBe(false);
    expect(isForeignKeyViolation(error)).toBe(false);
    expect(isCheckViolation(error)).toBe(false);
  });

  it("tells a duplicate id", async () => {
    const { id } = await company();
    const error = await failure((manager) => aCompany(manager, { id, slug: newId() }));
    expect(isUniqueViolation(error, "company")).toBe(true);
  });

  it("tells a reference to nothing, also after the manager caught it", async () => {
    const error = await failure(async (manager) => {
      await insertRows(manager, MemberEntity, [memberOf({ id: newId() })]).catch(() => undefined);
    });
    expect(isForeignKeyViolation(error)).toBe(true);
    const direct = await failure((manager) => insertRows(manager, MemberEntity, [memberOf({ id: newId() })]));
    expect(isForeignKeyViolation(direct)).toBe(true);
    expect(isUniqueViolation(direct)).toBe(false);
  });

  it("tells the removal of what others refer to", async () => {
    const { id } = await company();
    await database.write((manager) => insertRows(manager, MemberEntity, [memberOf({ id })]));
    const error = await failure((manager) => manager.delete(CompanyEntity, { id }));
    expect(isForeignKeyViolation(error)).toBe(true);
  });

  it("tells a value outside its list", async () => {
    const { id } = await company();
    const member = memberOf({ id }, { toolLevel: "owner" as "admin" });
    expect(isCheckViolation(await failure((manager) => insertRows(manager, MemberEntity, [member])))).toBe(true);
  });

  it("is not any other error", () => {
    for (const is of [isUniqueViolation, isForeignKeyViolation, isCheckViolation])
      for (const other of [new Error("23505"), { code: "23505" }, null, undefined]) expect(is(other)).toBe(false);
  });
});

describe("the foreign keys", () => {
  it("keep a grant and its member in one company", async () => {
    const [here, there] = [await company(), await company()];
    const member = memberOf(here);
    await database.write((manager) => insertRows(manager, MemberEntity, [member]));
    const astray = grantOf(member, { companyId: there.id });
    const error = await failure((manager) => insertRows(manager, GrantEntity, [astray]));
    expect(isForeignKeyViolation(error)).toBe(true);
  });
});

describe("insertRows", () => {
  it("keeps every object's own id, in a thousand rows whose ids are in no order", async () => {
    const { id } = await company();
    const rows = Array.from({ length: 1000 }, (_, index) => memberOf({ id }, { name: String(index) }));
    rows.sort((a, b) => (a.id.slice(-6) < b.id.slice(-6) ? -1 : 1));
    const before = rows.map((row) => ({ ...row }));
    await database.write((manager) => insertRows(manager, MemberEntity, rows));
    expect(rows).toEqual(before);
    const stored = await database.read().findBy(MemberEntity, { companyId: id });
    const names = new Map(stored.map((row) => [row.id, row.name]));
    expect(before.filter((row) => names.get(row.id) !== row.name)).toEqual([]);
  });

  it("takes more rows than fit in one statement, and none", async () => {
    const { id } = await company();
    const rows = Array.from({ length: 6000 }, () => memberOf({ id }));
    await database.write((manager) => insertRows(manager, MemberEntity, rows));
    await database.write((manager) => insertRows(manager, MemberEntity, []));
    expect(await database.read().countBy(MemberEntity, { companyId: id })).toBe(6000);
  });

  it("writes booleans, JSON, nulls and instants that read back the same", async () => {
    const { id } = await company();
    const member = memberOf({ id }, { digest: true, active: false, erasedAt: "2026-01-05T09:00:00.007Z" });
    const grant = grantOf(member, { projectIds: ["a", "é"], validFrom: "2026-01-05T09:00:00.007Z" });
    await database.write(async (manager) => {
      await insertRows(manager, MemberEntity, [member]);
      await insertRows(manager, GrantEntity, [grant]);
    });
    expect(await database.read().findOneBy(MemberEntity, { id: member.id })).toEqual(member);
    expect(await database.read().findOneBy(GrantEntity, { id: grant.id })).toEqual(grant);
    expect(await database.read().countBy(MemberEntity, { companyId: id, active: true })).toBe(0);
    expect(await database.read().countBy(MemberEntity, { companyId: id, active: false, digest: true })).toBe(1);
  });
});

describe("updateAtVersion", () => {
  it("raises the version, and refuses the slower of two editors", async () => {
    const seen = await company();
    const rename = (name: string) =>
      database.write((manager) => updateAtVersion(manager, CompanyEntity, seen, { name }));
    await rename("first");
    await expect(rename("second")).rejects.toMatchObject({ code: "STALE_EDIT" });
    const stored = await database.read().findOneBy(CompanyEntity, { id: seen.id });
    expect(stored).toMatchObject({ name: "first", version: 2 });
  });

  it("lets one of many at once through", async () => {
    const seen = await company();
    const edits = Array.from({ length: 8 }, (_, index) =>
      database.write((manager) => updateAtVersion(manager, CompanyEntity, seen, { name: `edit ${index}` })),
    );
    const results = await Promise.allSettled(edits);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("lockRow", () => {
  it("makes read-then-write safe: no revision is lost", async () => {
    const { id } = await company();
    const raise = () =>
      database.write(async (manager) => {
        const row = (await lockRow(manager, CompanyEntity, id))!;
        await manager.update(CompanyEntity, { id }, { policyRevision: row.policyRevision + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, raise));
    expect(await database.read().findOneBy(CompanyEntity, { id })).toMatchObject({ policyRevision: 21 });
  });

  it("answers null where there is no row", async () => {
    expect(await database.write((manager) => lockRow(manager, CompanyEntity, newId()))).toBeNull();
  });
});

describe("amounts in minor units", () => {
  const stored = async (twoPersonAboveMinor: number | null) => {
    const { id } = await database.write((manager) => aCompany(manager, { twoPersonAboveMinor }));
    return (await database.read().findOneByOrFail(CompanyEntity, { id })).twoPersonAboveMinor;
  };

  it.each([0, 1, -1, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, -(2 ** 53 - 1), null])(
    "%p reads back the same",
    async (minor) => {
      expect(await stored(minor)).toBe(minor);
    },
  );

  it.each([2 ** 53, 0.1, NaN, Infinity, "12" as never, 12n as never])("%p is refused", async (minor) => {
    await expect(stored(minor)).rejects.toThrow(RangeError);
  });

  it("that somebody else stored, and a number cannot hold, are not read as another", async () => {
    const { id } = await company();
    for (const minor of ["9007199254740992", "9007199254740993", "-9007199254740993"]) {
      await database.write((manager) =>
        manager.query(`UPDATE "company" SET "twoPersonAboveMinor" = ${minor} WHERE "id" = '${id}'`),
      );
      await expect(database.read().findOneBy(CompanyEntity, { id })).rejects.toThrow(/RangeError|safe integer/);
    }
  });

  it("compare as numbers in a query", async () => {
    const rows = [99, 100, 101, 1000].map((twoPersonAboveMinor) =>
      companyRow({ twoPersonAboveMinor, name: "compare" }),
    );
    await database.write((manager) => insertRows(manager, CompanyEntity, rows));
    const query = database.read().createQueryBuilder(CompanyEntity, "company");
    const found = query.where("company.name = 'compare' AND company.twoPersonAboveMinor <= :top", { top: 100 });
    expect(await found.getCount()).toBe(2);
  });
});
