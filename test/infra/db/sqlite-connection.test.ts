import { spawn } from "node:child_process";
import path from "node:path";
import { once } from "node:events";
import { QueryFailedError } from "typeorm";
import {
  isForeignKeyViolation,
  isUniqueViolation,
  isUnkeepableText,
  sqliteBusy,
} from "../../../src/infra/db/constraint";
import { SqliteConnection, type SqliteSettings } from "../../../src/infra/db/sqlite/sqlite-connection";
import { testFolder } from "../../support/database";

const TABLES = `
  CREATE TABLE house (id TEXT PRIMARY KEY, number INTEGER UNIQUE CHECK (number < 100));
  CREATE TABLE door (house TEXT NOT NULL REFERENCES house (id) ON DELETE RESTRICT);
`;

const opened: SqliteConnection[] = [];
afterEach(() => opened.splice(0).forEach((connection) => connection.close()));

function open(file = ":memory:", settings?: SqliteSettings): SqliteConnection {
  const connection = new SqliteConnection(file, settings);
  opened.push(connection);
  return connection;
}

function shared(): string {
  const file = path.join(testFolder(), "shared.sqlite");
  const connection = open(file);
  connection.pragma("journal_mode = WAL");
  connection.exec(TABLES);
  return file;
}

/** What the work throws, as TypeORM hands it on. */
function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return new QueryFailedError("", [], error as Error);
  }
  throw new Error("Nothing was refused");
}

describe("a statement", () => {
  it("answers with rows, with one, or with the first column, and says whether it has any", () => {
    const connection = open();
    connection.exec(`${TABLES} INSERT INTO house VALUES ('a', 1), ('b', 2)`);
    const all = connection.prepare("SELECT id, number FROM house WHERE number >= ? ORDER BY id");
    expect([all.reader, all.all(1), all.get(2)]).toEqual([
      true,
      [
        { id: "a", number: 1 },
        { id: "b", number: 2 },
      ],
      { id: "b", number: 2 },
    ]);
    expect([all.get(3), all.pluck().all(1), all.get(3)]).toEqual([undefined, ["a", "b"], undefined]);
    const change = connection.prepare("UPDATE house SET number = number + @more");
    expect([change.reader, change.run({ more: 10, others: "not asked for" })]).toEqual([
      false,
      expect.objectContaining({ changes: 2 }),
    ]);
  });

  it("has the columns that its table has got since", () => {
    const connection = open();
    connection.exec("CREATE TABLE house (id TEXT); INSERT INTO house VALUES ('a')");
    const statement = connection.prepare("SELECT * FROM house");
    expect(statement.all()).toEqual([{ id: "a" }]);
    connection.exec("ALTER TABLE house ADD COLUMN number INTEGER");
    expect(statement.all()).toEqual([{ id: "a", number: null }]);
  });

  it("binds what SQLite keeps as it is, and refuses the rest", () => {
    const statement = open().prepare("SELECT ? AS value");
    for (const value of [null, 0, -1.5, 2 ** 52, "é漢🏠", "", "x".repeat(100_000)])
      expect(statement.get(value)).toEqual({ value });
    expect(statement.get(undefined)).toEqual({ value: null });
    expect(Buffer.from((statement.get(Buffer.from("bytes")) as { value: Uint8Array }).value).toString()).toBe("bytes");
    expect(() => statement.get(new Date(0))).toThrow(TypeError);
    expect(() => statement.get(["a", "b"], 1)).toThrow(TypeError);
    expect(() => statement.get(1, 2)).toThrow(/out of range/);
    expect(isUnkeepableText(refusal(() => statement.get("a\0b")))).toBe(true);
  });

  it("keeps integers of 64 bits, and reads none as another", () => {
    const connection = open();
    const kept = connection.prepare("SELECT CAST(? AS TEXT) AS text").get(9_007_199_254_740_993n);
    expect(kept).toEqual({ text: "9007199254740993" });
    expect(() => connection.prepare("SELECT 9007199254740993").get()).toThrow(/too large/);
    expect(() => connection.prepare("SELECT 9007199254740993").all()).toThrow(/too large/);
  });

  it("is one: a second one would be left out in silence", () => {
    const connection = open();
    expect(() => connection.prepare("SELECT 1; SELECT 2")).toThrow(/more than one statement/);
    expect(connection.prepare("SELECT 'a; b' AS value;").get()).toEqual({ value: "a; b" });
    for (const sql of ["SELECT ?; SELECT ?", 'SELECT ?1, :a, \':b\', "?" FROM (SELECT 1 AS "?");\nDELETE FROM none'])
      expect(() => connection.prepare(sql)).toThrow(/more than one statement/);
    expect(connection.prepare("SELECT ? || '; ?' AS value; -- ends; here\n /* and; here */ ;").get("a")).toEqual({
      value: "a; ?",
    });
    connection.exec(TABLES);
    connection
      .prepare("CREATE TRIGGER gone AFTER DELETE ON house BEGIN DELETE FROM door; SELECT 1; END; -- : and ?")
      .run();
    const triggers = connection.prepare("SELECT name FROM sqlite_master WHERE type = :type").pluck();
    expect(triggers.all({ type: "trigger" })).toEqual(["gone"]);
  });

  it.each(["run", "get", "all"] as const)("%s() wants a value for each parameter", (method) => {
    const connection = open();
    const ask = (sql: string, ...values: unknown[]) => connection.prepare(sql)[method](...values);
    expect(() => ask("SELECT ?, ?", 1)).toThrow(/2 parameters.* 1 values/);
    expect(() => ask("SELECT ?")).toThrow(RangeError);
    // As a query builder leaves a name that it has no value for.
    expect(() => ask("SELECT :forgotten, ?", 1)).toThrow(/2 parameters.* 1 values/);
    expect(() => ask("SELECT :a, @b, $c, :a", { a: 1, c: 3 })).toThrow(/no value.*@b/);
    expect(() => ask("SELECT :toString", {})).toThrow(/no value.*:toString/);
    expect(() => ask("SELECT :a, ?", { a: 1 })).toThrow(/without a name/);
    const quoted = "':d', [:e], a$f -- :g\n /* :h */ FROM (SELECT 1 AS ':d', 2 AS ':e', 3 AS a$f)";
    ask(`SELECT :a, @b, $c, :a, ${quoted}`, { a: 1, b: 2, c: null, other: 4 });
  });
});

describe("what SQLite refuses has its code", () => {
  it.each(["run", "get", "all"] as const)("in %s()", (method) => {
    const connection = open();
    connection.exec(`${TABLES} INSERT INTO house VALUES ('a', 1); INSERT INTO door VALUES ('a')`);
    const refused = (sql: string) => refusal(() => connection.prepare(`${sql} RETURNING *`)[method]());
    expect(isUniqueViolation(refused("INSERT INTO house VALUES ('b', 1)"), "house")).toBe(true);
    expect(isUniqueViolation(refused("INSERT INTO house VALUES ('a', 2)"), "house")).toBe(true);
    expect(isForeignKeyViolation(refused("INSERT INTO door VALUES ('nowhere')"))).toBe(true);
    expect(isForeignKeyViolation(refused("DELETE FROM house"))).toBe(true);
    expect(refused("INSERT INTO house VALUES ('c', 100)")).toMatchObject({ code: "SQLITE_CONSTRAINT_CHECK" });
    expect(refused("INSERT INTO door VALUES (NULL)")).toMatchObject({ code: "SQLITE_CONSTRAINT_NOTNULL" });
  });

  it("where the file is locked, read only, or not there", () => {
    const file = shared();
    const holder = open(file);
    holder.exec("BEGIN IMMEDIATE");
    const other = open(file, { timeout: 0 });
    expect(sqliteBusy(refusal(() => other.exec("BEGIN IMMEDIATE")))).toBe(true);
    expect(sqliteBusy(refusal(() => other.prepare("INSERT INTO house VALUES ('a', 1) RETURNING id").all()))).toBe(true);
    holder.exec("ROLLBACK");
    const reader = open(file, { readonly: true });
    expect(refusal(() => reader.exec("DELETE FROM house"))).toMatchObject({ code: "SQLITE_READONLY" });
    expect(refusal(() => open(`${file}.none`, { readonly: true }))).toMatchObject({ code: "SQLITE_CANTOPEN" });
    expect(refusal(() => other.prepare("SELECT * FROM nowhere"))).toMatchObject({ code: "SQLITE_ERROR" });
  });

  it("and what a function throws is thrown as it is", () => {
    const connection = open();
    connection.function("broken", { deterministic: true }, (value) => {
      throw new RangeError(`not ${String(value)}`);
    });
    expect(() => connection.prepare("SELECT broken(1)").all()).toThrow(/not 1/);
    expect(() => connection.prepare("SELECT broken(1)").get()).toThrow(/not 1/);
    expect(connection.prepare("SELECT 1 AS one").get()).toEqual({ one: 1 });
  });
});

describe("a transaction", () => {
  it("is kept whole or not at all, and one inside is undone alone", () => {
    const connection = open();
    connection.exec(TABLES);
    const put = (id: string) => connection.prepare("INSERT INTO house (id) VALUES (?)").run(id);
    const failing = (id: string) =>
      connection.atomically(() => {
        put(id);
        throw new Error("no");
      });
    expect(() => failing("a")).toThrow("no");
    connection.atomically(() => {
      put("b");
      expect(() => failing("c")).toThrow("no");
      connection.atomically(() => put("d"));
    });
    expect(connection.prepare("SELECT id FROM house ORDER BY id").pluck().all()).toEqual(["b", "d"]);
  });

  it("is counted by the data version of every other connection", () => {
    const file = shared();
    const [writer, reader] = [open(file), open(file, { readonly: true })];
    const version = reader.prepare("PRAGMA data_version").pluck();
    const before = version.get();
    expect(version.get()).toBe(before);
    writer.exec("INSERT INTO house (id) VALUES ('a')");
    expect(version.get()).not.toBe(before);
  });

  it("that was acknowledged outlives a process that is killed while it writes on", async () => {
    const file = shared();
    const child = spawn(process.execPath, ["-e", WRITE, require.resolve("@photostructure/sqlite"), file]);
    let said = "";
    child.stdout.on("data", (text: Buffer) => {
      said += text.toString();
      if (said.length > 500) child.kill("SIGKILL");
    });
    await once(child, "close");
    // The last line may be cut.
    const acknowledged = said.split("\n").slice(0, -1);
    const after = open(file);
    expect(after.pragma("integrity_check", { simple: true })).toBe("ok");
    const kept = after.prepare("SELECT id FROM house").pluck().all();
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    expect(after.prepare("SELECT count(*) FROM door WHERE house NOT IN (SELECT id FROM house)").pluck().get()).toBe(0);
    expect(after.prepare("SELECT count(*) FROM door").pluck().get()).toBe(kept.length);
  });
});

/** Writes a house and its door in one transaction after the other, and says each that is committed. */
const WRITE = `
  const [, driver, file] = process.argv;
  const connection = new (require(driver).DatabaseSync)(file);
  connection.exec("PRAGMA synchronous = FULL");
  for (let id = 0; ; id++) {
    connection.exec("BEGIN IMMEDIATE");
    connection.exec(\`INSERT INTO house (id) VALUES ('\${id}'); INSERT INTO door VALUES ('\${id}')\`);
    connection.exec("COMMIT");
    require("node:fs").writeSync(1, id + "\\n");
  }
`;

describe("closing", () => {
  it("leaves nothing beside the file and no lock, whatever was prepared, and may be done twice", () => {
    const file = shared();
    const connection = open(file, { timeout: 0 });
    const statement = connection.prepare("SELECT 1");
    connection.exec("BEGIN IMMEDIATE");
    connection.close();
    connection.close();
    expect(() => statement.get()).toThrow();
    open(file, { timeout: 0 }).exec("BEGIN IMMEDIATE; COMMIT");
  });

  it("a backup has what is committed, and needs no file beside it", async () => {
    const file = shared();
    open(file).exec("INSERT INTO house (id) VALUES ('a')");
    await open(file, { readonly: true }).backup(`${file}.backup`);
    expect(open(`${file}.backup`).prepare("SELECT id FROM house").pluck().get()).toBe("a");
  });
});
