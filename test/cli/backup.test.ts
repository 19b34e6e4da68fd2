import { Command } from "commander";
import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { registerBackup } from "../../src/cli/operations/backup";
import { SqliteConnection } from "../../src/infra/db/sqlite/sqlite-connection";
import { Database } from "../../src/infra/db/database";
import type { DatabaseOptions } from "../../src/infra/db/options";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { createServices, TABLES } from "../../src/app";
import { systemClock } from "../../src/kernel/clock";
import { emptyOptions, migratedOptions, testFolder, track } from "../support/database";
import { House, SEED } from "../support/house";
import { localPostgres } from "../support/local-postgres";

/* `ledgergate backup` and `restore`, as somebody types them beside a server that goes on. */

interface Outcome {
  readonly said: string;
  readonly exitCode: number;
}

function environmentOf(options: DatabaseOptions): NodeJS.ProcessEnv {
  return options.kind === "sqlite"
    ? { DATA_DIR: path.dirname(options.file) }
    : { DATABASE_URL: options.url, DATA_DIR: testFolder(), DATABASE_POOL_SIZE: "3" };
}

async function run(options: DatabaseOptions, ...given: readonly string[]): Promise<Outcome> {
  const said: string[] = [];
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const before = process.exitCode;
  try {
    process.exitCode = 0;
    const program = new Command().exitOverride();
    registerBackup(program, (work) => withServices(options, work), environmentOf(options));
    await program.parseAsync([...given], { from: "user" });
    return { said: said.join(""), exitCode: Number(process.exitCode) };
  } finally {
    process.exitCode = before;
    write.mockRestore();
  }
}

async function withServices(options: DatabaseOptions, work: (app: never) => Promise<void>): Promise<void> {
  const database = await Database.open({ ...options, ...TABLES });
  try {
    await database.migrate();
    await work(createServices(database, systemClock) as never);
  } finally {
    await database.close();
  }
}

/** Adds members until told to stop; answers the addresses that were acknowledged so far. */
function underLoad(house: House) {
  const acknowledged: string[] = [];
  let going = true;
  const running = (async () => {
    for (let n = 0; going; n += 1) {
      const email = `m${n}@acme.test`;
      await house.services.member.add(SEED, "acme", { email, name: `Member ${n}` });
      acknowledged.push(email);
    }
  })();
  const reached = async (many: number) => {
    while (acknowledged.length < many) await new Promise((resolve) => setImmediate(resolve));
  };
  const stop = async () => {
    going = false;
    await running;
  };
  return { acknowledged, reached, stop };
}

async function emailsIn(options: DatabaseOptions): Promise<Set<string>> {
  const database = await Database.open({ ...options, ...TABLES });
  try {
    return new Set((await database.read().find(MemberEntity)).map(({ email }) => email));
  } finally {
    await database.close();
  }
}

async function roundTrip(options: DatabaseOptions, target: DatabaseOptions): Promise<void> {
  const house = new House(track(await Database.open(options)));
  await house.register("acme");
  const load = underLoad(house);
  await load.reached(20);
  const before = [...load.acknowledged];
  const backup = path.join(testFolder(), "backups", "ledgergate.backup");
  const making = run(options, "backup", "--to", backup);
  await load.reached(before.length + 3);
  const made = await making;
  await load.stop();
  expect(made.said).toContain(`${backup}: ${statSync(backup).size} bytes`);
  expect(statSync(backup).mode & 0o077).toBe(0);
  const { said, exitCode } = await run(target, "restore", "--from", backup);
  expect(said).toMatch(/Restored: 1 companies, every trail proven\.\nWaiting: \d+ letters and 0 deliveries/);
  expect(exitCode).toBe(0);
  const there = await emailsIn(target);
  expect(before.filter((email) => !there.has(email))).toEqual([]);
}

const sqlite = async () => {
  const options = await migratedOptions();
  if (options.kind !== "sqlite") throw new Error("SQLite only");
  return options;
};
const fresh = (): Extract<DatabaseOptions, { kind: "sqlite" }> => ({
  ...{ kind: "sqlite", file: path.join(testFolder(), "ledgergate.sqlite"), ...TABLES },
});

if (process.env["TEST_DATABASE"] === "postgres") {
  describe("on PostgreSQL", () => {
    it("what was acknowledged before the backup is there after the restore, or the tools are told of in words", async () => {
      const tools = await localPostgres();
      if (tools === null) {
        const options = await migratedOptions();
        const made = run(options, "backup", "--to", path.join(testFolder(), "b"));
        await expect(made).rejects.toMatchObject({
          message: expect.stringMatching(/client tools, of the server's/) as string,
        });
        return;
      }
      const { url, emptyUrl, stop } = tools;
      const options = { kind: "postgres", poolSize: 5, ...TABLES, warn: () => undefined } as const;
      try {
        const database = await Database.open({ ...options, url });
        await database.migrate().finally(() => database.close());
        await roundTrip({ ...options, url }, { ...options, url: emptyUrl });
        const again = path.join(testFolder(), "again");
        await run({ ...options, url }, "backup", "--to", again);
        const over = run({ ...options, url: emptyUrl }, "restore", "--from", again);
        await expect(over).rejects.toMatchObject({
          message: expect.stringMatching(/has \d+ tables: make an empty/) as string,
        });
      } finally {
        await stop();
      }
    });

    it("a file that is no backup, and tools that are not there, are told of", async () => {
      const options = await emptyOptions();
      const file = path.join(testFolder(), "no.backup");
      writeFileSync(file, "nothing");
      await expect(run(options, "restore", "--from", file)).rejects.toMatchObject({ code: "CONFIGURATION" });
      const { PATH } = process.env;
      process.env["PATH"] = testFolder();
      const made = run(options, "backup", "--to", path.join(testFolder(), "b"));
      await expect(made).rejects.toMatchObject({
        message: expect.stringMatching(/^pg_dump was not found: install/) as string,
      });
      process.env["PATH"] = PATH;
    });
  });
} else {
  describe("on SQLite", () => {
    it("what was acknowledged before the backup is there after the restore", async () => {
      await roundTrip(await sqlite(), fresh());
    });

    it("has what is in the write-ahead log only, and needs no file beside it", async () => {
      const options = await sqlite();
      const database = track(await Database.open(options));
      const house = new House(database);
      await house.register("acme");
      const backup = path.join(testFolder(), "b.sqlite");
      await run(options, "backup", "--to", backup);
      const copied = path.join(testFolder(), "copied.sqlite");
      copyFileSync(options.file, copied);
      const companiesIn = (file: string) =>
        new SqliteConnection(file).prepare("SELECT count(*) FROM company").pluck().get();
      expect([companiesIn(copied), companiesIn(backup)]).toEqual([0, 1]);
      expect(readdirSync(path.dirname(backup))).toEqual(["b.sqlite"]);
    });

    it("overwrites nothing: no backup, no database, and none that is in use", async () => {
      const options = await sqlite();
      const backup = path.join(testFolder(), "b.sqlite");
      await run(options, "backup", "--to", backup);
      await expect(run(options, "backup", "--to", backup)).rejects.toMatchObject({ code: "CONFIGURATION" });
      await expect(run(options, "restore", "--from", backup)).rejects.toThrow(/--replace puts it aside/);
      const database = await Database.open(options);
      await expect(run(options, "restore", "--from", backup, "--replace")).rejects.toThrow(/stop the server first/);
      await database.close();
      const { said } = await run(options, "restore", "--from", backup, "--replace");
      const [, aside = ""] = /is (\S+) now/.exec(said) ?? [];
      expect(existsSync(aside)).toBe(true);
    });

    it("takes no file that is none, is damaged, or was made by a newer Ledgergate", async () => {
      const options = await sqlite();
      const folder = testFolder();
      const [good, text, newer, torn] = ["good", "text", "newer", "torn"].map((name) => path.join(folder, name)) as [
        ...[string, string, string, string],
      ];
      await run(options, "backup", "--to", good);
      writeFileSync(text, "nothing of the kind".repeat(100));
      copyFileSync(good, newer);
      const database = new SqliteConnection(newer);
      database
        .prepare("INSERT INTO migration (timestamp, name) VALUES (?, ?)")
        .run(4_000_000_000_000, "Later4000000000000");
      database.close();
      copyFileSync(good, torn);
      writeFileSync(torn, Buffer.alloc(20_000, 7), { flag: "r+" });
      for (const file of [text, torn])
        await expect(run(fresh(), "restore", "--from", file)).rejects.toThrow(/no whole SQLite database of Ledgergate/);
      await expect(run(fresh(), "restore", "--from", newer)).rejects.toThrow(
        /newer Ledgergate: .* know Later4000000000000/,
      );
      await expect(run(fresh(), "restore", "--from", path.join(folder, "none"))).rejects.toThrow(/There is no file/);
    });
  });
}

test("a program that is older than its database refuses to go on", async () => {
  const database = track(await Database.open(await migratedOptions()));
  await database.migrate();
  await database.write((manager) =>
    manager.query(`INSERT INTO "migration" ("timestamp", "name") VALUES (4000000000000, 'Later4000000000000')`),
  );
  await expect(database.migrate()).rejects.toMatchObject({
    code: "CONFIGURATION",
    message: expect.stringMatching(/newer Ledgergate: .* Later4000000000000/) as string,
  });
});
