import { DataSource } from "typeorm";
import { Database } from "../../../src/infra/db/database";
import { writerOptions } from "../../../src/infra/db/options";
import { TABLES } from "../../../src/app";
import { emptyOptions, migratedOptions, track } from "../../support/database";

const open: DataSource[] = [];

async function connect(empty = false): Promise<DataSource> {
  const source = new DataSource(writerOptions(empty ? await emptyOptions() : await migratedOptions()));
  open.push(source);
  return source.initialize();
}

afterEach(async () => {
  for (const source of open.splice(0)) await source.destroy();
});

/** What TypeORM would change to make the schema fit the entities. */
async function drift(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

async function tableNames(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    source.options.type === "postgres"
      ? "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  return rows.map(({ name }) => name).sort();
}

describe("the migrations", () => {
  it("leave a schema that fits the app", async () => {
    expect(await drift(await connect())).toEqual([]);
  });

  it.each([
    ["a column", 'ALTER TABLE "member" DROP COLUMN "digest"'],
    ["an index", 'DROP INDEX "ix_member_email"'],
  ])("would be caught without %s", async (_, damage) => {
    const source = await connect();
    await source.query(damage);
    expect(await drift(source)).not.toEqual([]);
  });

  it("would be caught without a list that the entity is held to, or a key", async () => {
    const source = await connect();
    const runner = source.createQueryRunner();
    const member = (await runner.getTable("member"))!;
    expect(member.checks.map(({ name }) => name)).toHaveLength(2);
    await runner.dropCheckConstraint(member, member.checks[0]!);
    expect((await drift(source)).join("\n")).toContain("CHECK");

    const grant = (await runner.getTable("access_grant"))!;
    await runner.dropForeignKey(grant, grant.foreignKeys[0]!);
    expect((await drift(source)).join("\n")).toContain("fk_access_grant_companyId_memberId");
    await runner.release();
  });

  it("are reverted to nothing and run again", async () => {
    const source = await connect();
    const migrated = await tableNames(source);
    expect(migrated).toEqual([...source.entityMetadatas.map(({ tableName }) => tableName), "migration"].sort());
    for (const _ of TABLES.migrations) await source.undoLastMigration();
    expect(await tableNames(source)).toEqual(["migration"]);
    expect(await source.runMigrations()).toHaveLength(TABLES.migrations.length);
    expect(await tableNames(source)).toEqual(migrated);
    expect(await drift(source)).toEqual([]);
  });

  it("are not run over a database of a preview version, which is refused in words and left as it is", async () => {
    const options = await migratedOptions();
    const source = await new DataSource(writerOptions(options)).initialize();
    open.push(source);
    const [last] = TABLES.migrations.slice(-1).map((Migration) => new Migration().name!);
    for (const name of ["UnknownMisfits1795871000000", last!.replace(/-\w{8}-/, "-00000000-")]) {
      await source.query(`UPDATE "migration" SET "name" = '${name}' WHERE "id" = (SELECT max("id") FROM "migration")`);
      await source.query(`DROP TABLE IF EXISTS "console_session"`);
      const before = await tableNames(source);
      const database = track(await Database.open(options));
      await expect(database.migrate()).rejects.toMatchObject({
        code: "CONFIGURATION",
        message: expect.stringMatching(/made by a preview version .*\n.*another DATA_DIR or DATABASE_URL/) as string,
      });
      await database.close();
      expect(await tableNames(source)).toEqual(before);
    }
  });

  it("run once, however often and by however many they are asked for", async () => {
    const options = await emptyOptions();
    // One process per SQLite file: there the two callers share a connection.
    const first = track(await Database.open(options));
    const second = options.kind === "postgres" ? track(await Database.open(options)) : first;
    await Promise.all([first.migrate(), second.migrate(), first.migrate()]);
    await second.migrate();
    const rows = await first.read().query<unknown[]>('SELECT * FROM "migration"');
    expect(rows).toHaveLength(TABLES.migrations.length);
  });

  it("make every text of PostgreSQL sort by code point, as SQLite does", async () => {
    const source = await connect();
    if (source.options.type !== "postgres") return;
    const columns = await source.query<{ table_name: string; collation_name: string | null }[]>(
      "SELECT table_name, collation_name FROM information_schema.columns " +
        "WHERE table_schema = 'public' AND data_type = 'character varying' AND table_name <> 'migration'",
    );
    expect(columns.length).toBeGreaterThan(TABLES.entities.length);
    expect(columns.filter(({ collation_name }) => collation_name !== "C")).toEqual([]);
  });
});
