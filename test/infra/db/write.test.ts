import { setTimeout as pause } from "node:timers/promises";
import type { EntityManager } from "typeorm";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import type { Database } from "../../../src/infra/db/database";
import { openTestDatabase } from "../../support/database";
import { aCompany, companyRow } from "../../support/rows";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

beforeEach(() => database.write(async (manager) => void (await manager.deleteAll(CompanyEntity))));

async function kept(): Promise<string[]> {
  const rows = await database.read().find(CompanyEntity, { order: { slug: "ASC" } });
  return rows.map(({ slug }) => slug);
}

/** A write that says when its row is in, and then waits for `go` before it commits or fails. */
function heldWrite(slug: string, fails: boolean) {
  const gate = { wrote: () => {}, go: () => {} };
  const wrote = new Promise<void>((resolve) => (gate.wrote = resolve));
  const go = new Promise<void>((resolve) => (gate.go = resolve));
  const done = database
    .write(async (manager) => {
      await aCompany(manager, { slug });
      gate.wrote();
      await go;
      if (fails) throw new Error(`${slug} fails`);
      return slug;
    })
    .then(
      () => "ok",
      (error: Error) => error.message,
    );
  return { wrote, go: () => gate.go(), done };
}

describe("overlapping transactions", () => {
  // Each case is one that keeps the wrong rows on SQLite when transactions share a connection.
  it.each([
    { case: "A commits, B inside it then fails", aFails: false, bFails: true, first: "b", rows: ["a"] },
    { case: "B commits inside A, which then fails", aFails: true, bFails: false, first: "b", rows: ["b"] },
    { case: "A fails first, B then commits", aFails: true, bFails: false, first: "a", rows: ["b"] },
  ])("$case", async ({ aFails, bFails, first, rows }) => {
    const a = heldWrite("a", aFails);
    await a.wrote;
    const b = heldWrite("b", bFails);
    // On PostgreSQL both rows are in now; on SQLite b waits its turn.
    await Promise.race([b.wrote, pause(50)]);
    for (const one of first === "a" ? [a, b] : [b, a]) {
      one.go();
      await pause(5);
    }
    expect([await a.done, await b.done]).toEqual([aFails ? "a fails" : "ok", bFails ? "b fails" : "ok"]);
    expect(await kept()).toEqual(rows);
  });

  it("of a hundred, every third failing, keep the sixty-six that committed", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) =>
        database.write(async (manager) => {
          await aCompany(manager, { slug: `c${String(index).padStart(3, "0")}` });
          await pause(index % 4);
          await aCompany(manager, { slug: `d${String(index).padStart(3, "0")}` });
          if (index % 3 === 0) throw new Error("every third");
        }),
      ),
    );
    const survivors = results.flatMap(({ status }, index) => (status === "fulfilled" ? [index] : []));
    expect(survivors).toHaveLength(66);
    const slugs = (letter: string) => survivors.map((index) => `${letter}${String(index).padStart(3, "0")}`);
    expect(await kept()).toEqual([...slugs("c"), ...slugs("d")]);
  });

  it("wait their turn in the order they came, on SQLite", async () => {
    if (database.kind !== "sqlite") return;
    const order: string[] = [];
    const named = (name: string, milliseconds: number) =>
      database.write(async () => {
        order.push(`${name} begins`);
        await pause(milliseconds);
        order.push(`${name} ends`);
      });
    await Promise.all([named("a", 20), named("b", 1), named("c", 5)]);
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });
});

describe("reading", () => {
  it("never sees rows that are not committed", async () => {
    const open = heldWrite("secret", false);
    await open.wrote;
    expect(await kept()).toEqual([]);
    open.go();
    await open.done;
    expect(await kept()).toEqual(["secret"]);
  });

  it("inside a write sees what that write has done", async () => {
    await database.write(async (manager) => {
      await aCompany(manager, { slug: "mine" });
      expect(database.read()).toBe(manager);
      expect(await kept()).toEqual(["mine"]);
    });
  });

  it.each([
    ["insert", (manager: EntityManager) => aCompany(manager)],
    ["save", (manager: EntityManager) => manager.save(companyRow())],
    ["delete", (manager: EntityManager) => manager.deleteAll(CompanyEntity)],
    ["raw SQL", (manager: EntityManager) => manager.query(`UPDATE "company" SET "slug" = 'x'`)],
  ])("refuses to write: %s", async (_, attempt) => {
    await database.write((manager) => aCompany(manager, { slug: "kept" }));
    await expect(attempt(database.read())).rejects.toThrow(/readonly database|read-only transaction/);
    expect(await kept()).toEqual(["kept"]);
    // And leaves no broken transaction behind.
    await database.ping();
  });
});

describe("a manager", () => {
  it("kept after its transaction is refused", async () => {
    const leaked = await database.write(async (manager) => manager);
    await expect(aCompany(leaked)).rejects.toThrow(/released/);
    expect(await kept()).toEqual([]);
  });

  it("reached by work that was not awaited is no part of a later transaction", async () => {
    let late: Promise<unknown> = Promise.resolve();
    await database.write(async () => {
      late = pause(10).then(() => database.write((manager) => aCompany(manager, { slug: "late" })));
    });
    const failing = database.write(async () => {
      await pause(40);
      throw new Error("not mine");
    });
    await expect(failing).rejects.toThrow("not mine");
    await late;
    expect(await kept()).toEqual(["late"]);
  });
});
