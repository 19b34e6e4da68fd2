import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Database } from "../../../src/infra/db/database";
import { reason } from "../../../src/infra/db/opening";
import type { DatabaseOptions } from "../../../src/infra/db/options";
import { TABLES } from "../../../src/app";
import { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { TEST_KIND, migratedOptions, openTestDatabase, testFolder, track } from "../../support/database";
import { aCompany } from "../../support/rows";

const onSqlite = TEST_KIND === "sqlite" ? describe : describe.skip;

/** The refusal's text. */
async function refused(options: DatabaseOptions): Promise<string> {
  const opening = Database.open(options);
  await expect(opening).rejects.toMatchObject({ name: "Refusal", code: "CONFIGURATION" });
  return opening.then(
    () => "",
    (error: Error) => error.message,
  );
}

onSqlite("an SQLite file", () => {
  const at = (file: string): DatabaseOptions => ({ kind: "sqlite", file, ...TABLES });

  it("is made with its folder", async () => {
    const file = path.join(testFolder(), "some/where/ledgergate.sqlite");
    const database = track(await Database.open(at(file)));
    await database.ping();
    expect(existsSync(file)).toBe(true);
  });

  it("that cannot be one is refused by name", async () => {
    const folder = testFolder();
    const file = path.join(folder, "notes.txt");
    writeFileSync(file, "This is a text that is longer than the header of a database, and no database.".repeat(20));
    expect(await refused(at(file))).toBe(`Cannot open the SQLite database ${file}: file is not a database`);
    mkdirSync(path.join(folder, "folder"));
    expect(await refused(at(path.join(folder, "folder")))).toMatch(/\/folder: .*EISDIR/);
    expect(await refused(at(path.join(file, "below.sqlite")))).toMatch(/notes\.txt\/below\.sqlite: .*(ENOTDIR|EEXIST)/);
  });

  it("is durable and keeps its foreign keys", async () => {
    const database = track(await Database.open(at(path.join(testFolder(), "ledgergate.sqlite"))));
    const settings = await database.write(async (manager) =>
      Promise.all(["synchronous", "foreign_keys", "journal_mode"].map((name) => manager.query(`PRAGMA ${name}`))),
    );
    expect(settings).toEqual([[{ synchronous: 2 }], [{ foreign_keys: 1 }], [{ journal_mode: "wal" }]]);
  });

  it("is one file again after closing, with all that was written", async () => {
    const options = await migratedOptions();
    const first = await Database.open(options);
    await first.write((manager) => aCompany(manager, { slug: "stays" }));
    // A reader that has read is the one that would leave the log behind.
    await first.read().count(CompanyEntity);
    await first.close();
    if (options.kind !== "sqlite") throw new Error("unreachable");
    expect(readdirSync(path.dirname(options.file))).toEqual(["ledgergate.sqlite"]);
    const again = track(await Database.open(options));
    expect(await again.read().countBy(CompanyEntity, { slug: "stays" })).toBe(1);
  });

  it("locked by another process makes writes wait, and nothing else", async () => {
    const options = await migratedOptions();
    if (options.kind !== "sqlite") throw new Error("unreachable");
    const database = track(await Database.open(options));
    const holder = spawn(process.execPath, ["-e", HOLD, require.resolve("@photostructure/sqlite"), options.file]);
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    let written = false;
    const writing = database.write((manager) => aCompany(manager)).then(() => (written = true));
    // Each try blocks for a quarter of a second; between them the process lives, and others read.
    for (let turn = 0; turn < 5; turn++) {
      await pause(100);
      await database.read().count(CompanyEntity);
    }
    expect(written).toBe(false);
    holder.stdin.end("\n");
    await writing;
  });
});

/** Holds the write lock of a file until it is told something. */
const HOLD = `
  const [, Sqlite, file] = process.argv;
  const connection = new (require(Sqlite).DatabaseSync)(file);
  connection.exec("BEGIN IMMEDIATE");
  console.log("held");
  process.stdin.once("data", () => connection.exec("COMMIT"));
`;

describe("a PostgreSQL that is not there", () => {
  it("is refused by host and name, without the password", async () => {
    const url = "postgres://somebody:s3cret@127.0.0.1:1/ledger";
    const text = await refused({ kind: "postgres", url, poolSize: 3, ...TABLES });
    expect(text).toBe("Cannot open the PostgreSQL database ledger at 127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1");
  });

  it("at several addresses fails with a reason for each", () => {
    const errors = [new Error("connect ECONNREFUSED ::1:1"), new Error("connect ECONNREFUSED 127.0.0.1:1")];
    const joined = "connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1";
    expect(reason(new AggregateError(errors))).toBe(joined);
  });
});

describe("closing", () => {
  it("waits for the writes that run and queue, and refuses new ones", async () => {
    const options = await migratedOptions();
    const database = await Database.open(options);
    const writes = Array.from({ length: 5 }, () =>
      database.write(async (manager) => {
        await pause(10);
        await aCompany(manager);
        // Work under way may still read and write.
        await database.write(() => database.read().find(CompanyEntity));
      }),
    );
    const closed = database.close();
    await expect(database.write((manager) => aCompany(manager))).rejects.toThrow(/closed/);
    expect(() => database.read()).toThrow(/closed/);
    await expect(database.ping()).rejects.toThrow(/closed/);
    await Promise.all(writes);
    await closed;
    await database.close();
    const again = track(await Database.open(options));
    expect(await again.read().count(CompanyEntity)).toBe(5);
  });
});

describe("counting statements", () => {
  it("counts the SELECTs of a window, reads and writes apart", async () => {
    const database = await openTestDatabase();
    await database.read().find(CompanyEntity);
    const window = database.countStatements();
    await database.read().find(CompanyEntity);
    await database.write(async (manager) => {
      await aCompany(manager);
      await manager.find(CompanyEntity);
    });
    const inner = database.countStatements();
    await database.read().query("WITH one AS (SELECT 1) SELECT * FROM one");
    expect(inner.stop()).toBe(1);
    expect(window.selects).toHaveLength(3);
    expect(window.stop()).toBe(3);
    await database.read().find(CompanyEntity);
    expect(window.stop()).toBe(3);
  });
});
