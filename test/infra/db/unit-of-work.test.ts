import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { isUniqueViolation } from "../../../src/infra/db/constraint";
import { Database } from "../../../src/infra/db/database";
import { migratedOptions, openTestDatabase, track } from "../../support/database";
import { aCompany } from "../../support/rows";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

beforeEach(() => database.write(async (manager) => void (await manager.deleteAll(CompanyEntity))));

async function kept(): Promise<string[]> {
  const rows = await database.read().find(CompanyEntity, { order: { slug: "ASC" } });
  return rows.map(({ slug }) => slug);
}

describe("a write inside a write", () => {
  it("joins it: one transaction, one manager, one commit", async () => {
    await database.write(async (outer) => {
      await aCompany(outer, { slug: "outer" });
      const answer = await database.write(async (inner) => {
        expect(inner).toBe(outer);
        await aCompany(inner, { slug: "inner" });
        return 7;
      });
      expect(answer).toBe(7);
    });
    expect(await kept()).toEqual(["inner", "outer"]);
  });

  it("is undone with the outer one", async () => {
    const write = database.write(async () => {
      await database.write((manager) => aCompany(manager, { slug: "inner" }));
      throw new Error("outer fails");
    });
    await expect(write).rejects.toThrow("outer fails");
    expect(await kept()).toEqual([]);
  });

  it("that fails, fails the outer one, also where its error is caught", async () => {
    const write = database.write(async (outer) => {
      await aCompany(outer, { slug: "outer" });
      await database.write(() => Promise.reject(new Error("inner fails"))).catch(() => undefined);
      return "fine";
    });
    await expect(write).rejects.toThrow("inner fails");
    expect(await kept()).toEqual([]);
  });
});

describe("a statement that fails and is caught inside the write", () => {
  it("fails the write on both databases: PostgreSQL could not commit it", async () => {
    const write = database.write(async (manager) => {
      await aCompany(manager, { slug: "twice" });
      await aCompany(manager, { slug: "twice" }).catch(() => undefined);
      return "fine";
    });
    const error: unknown = await write.catch((thrown: unknown) => thrown);
    expect(isUniqueViolation(error, "company")).toBe(true);
    expect(await kept()).toEqual([]);
  });
});

describe("two writes that wait for each other", () => {
  it("both go through: PostgreSQL ends one, and it is run anew", async () => {
    await database.write(async (manager) => {
      for (const slug of ["one", "two"]) await aCompany(manager, { slug });
    });
    let meeting = 2;
    const met = new Promise<void>((resolve) => setTimeout(resolve, 500));
    const runs: string[] = [];
    const renameBoth = (order: readonly string[], hooks: string[]) =>
      database.write(async (manager) => {
        runs.push(order[0]!);
        database.afterCommit(() => hooks.push(order[0]!));
        for (const slug of order) {
          await manager.update(CompanyEntity, { slug }, { name: `from ${order[0]}` });
          // On SQLite the second write begins only after the first.
          if ((meeting -= 1) > 0 && database.kind === "postgres") await met;
        }
      });
    const hooks: string[] = [];
    await Promise.all([renameBoth(["one", "two"], hooks), renameBoth(["two", "one"], hooks)]);
    expect(hooks.sort()).toEqual(["one", "two"]);
    expect(runs.length).toBe(database.kind === "postgres" ? 3 : 2);
  });
});

describe("after-commit hooks", () => {
  it("run once the rows are there to read, in order, before the write is answered", async () => {
    const calls: string[] = [];
    const seen: Promise<string[]>[] = [];
    await database.write(async (manager) => {
      database.afterCommit(() => {
        calls.push("first");
        seen.push(kept());
      });
      await database.write(async () => database.afterCommit(() => calls.push("nested")));
      await aCompany(manager, { slug: "there" });
      expect(calls).toEqual([]);
    });
    expect(calls).toEqual(["first", "nested"]);
    expect(await seen[0]).toEqual(["there"]);
  });

  it("do not run when the write fails", async () => {
    const hook = jest.fn();
    const write = database.write(async (manager) => {
      database.afterCommit(hook);
      await aCompany(manager);
      throw new Error("no");
    });
    await expect(write).rejects.toThrow("no");
    expect(hook).not.toHaveBeenCalled();
  });

  it("stand outside the transaction: a write in a hook is one of its own", async () => {
    let own: Promise<unknown> = Promise.resolve();
    await database.write(async () => {
      database.afterCommit(() => {
        own = database.write((manager) => aCompany(manager, { slug: "own" }));
      });
    });
    await own;
    expect(await kept()).toEqual(["own"]);
  });

  it("that fail are reported, keep none of the others, and undo nothing", async () => {
    const warnings: string[] = [];
    const options = { ...(await migratedOptions()), warn: (message: string) => warnings.push(message) };
    const own = track(await Database.open(options));
    const other = jest.fn();
    const answer = await own.write(async () => {
      own.afterCommit(() => {
        throw new Error("hook fails");
      });
      own.afterCommit(other);
      return "written";
    });
    expect(answer).toBe("written");
    expect(other).toHaveBeenCalledTimes(1);
    expect(warnings).toEqual(["An after-commit hook failed: hook fails"]);
  });

  it("are for the inside of a write only", () => {
    expect(() => database.afterCommit(() => undefined)).toThrow(/inside of a write/);
  });
});
