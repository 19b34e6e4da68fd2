import { DataSource } from "typeorm";
import { SeveralConnections1795710000000 } from "../../../src/infra/db/migrations/1795710000000-several-connections";
import { MIGRATIONS } from "../../../src/infra/db/migrations/migrations";
import { writerOptions } from "../../../src/infra/db/options";
import { emptyOptions } from "../../support/database";

const AT = "2026-03-10T12:00:00.000Z";
let source: DataSource;

beforeEach(async () => {
  source = await new DataSource(writerOptions(await emptyOptions())).initialize();
});
afterEach(() => source.destroy());

/** The migrations up to the one that is looked at, and that one with all after it. */
async function migrate(which: "before" | "rest"): Promise<void> {
  const at = MIGRATIONS.indexOf(SeveralConnections1795710000000);
  const wanted = which === "before" ? MIGRATIONS.slice(0, at) : MIGRATIONS;
  source = await replaced(source, wanted);
  await source.runMigrations({ transaction: "all" });
}

async function replaced(from: DataSource, migrations: readonly (new () => object)[]): Promise<DataSource> {
  const { options } = from;
  await from.destroy();
  return new DataSource({ ...options, migrations: [...migrations] }).initialize();
}

async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const marks = columns.map((_, index) => (source.options.type === "postgres" ? `$${index + 1}` : "?"));
  const names = columns.map((name) => `"${name}"`).join(", ");
  await source.query(`INSERT INTO "${table}" (${names}) VALUES (${marks.join(", ")})`, Object.values(row));
}

function flag(value: boolean): boolean | number {
  return source.options.type === "postgres" ? value : Number(value);
}

function company(id: string, slug: string) {
  return insert("company", { id, name: slug, slug, country: "US", currency: "USD", locale: "en", createdAt: AT });
}

function record(id: string, companyId: string, projectId: string | null) {
  return insert("erp_record", {
    id,
    companyId,
    projectId,
    connectionId: null,
    feature: "commitment",
    direction: "export",
    sourceKey: id,
    number: id,
    title: id,
    state: "awaiting",
    payload: "{}",
    createdAt: AT,
    updatedAt: AT,
  });
}

describe("rows from before there were several connections", () => {
  beforeEach(async () => {
    await migrate("before");
    await company("c1", "rocky");
    await company("c2", "bare");
    const connection = { companyId: "c1", connector: "xero", edition: "established", country: "US", createdAt: AT };
    await insert("connection", { id: "x1", ...connection, status: "authorised", organisationName: "Rocky Inc" });
    await insert("project", {
      id: "p1",
      companyId: "c1",
      code: "P1",
      name: "Tower",
      active: flag(true),
      createdAt: AT,
    });
    await record("r1", "c1", "p1");
    await record("r2", "c2", null);
    const reference = { companyId: "c1", recordId: "r1", feature: "project", sourceKey: "P1", createdAt: AT };
    await insert("record_reference", { id: "f1", ...reference });
    await migrate("rest");
  });

  it("are all there: the connection is the company's default, under the organisation's name", async () => {
    const rows = await source.query<object[]>('SELECT * FROM "connection"');
    expect(rows).toMatchObject([
      { id: "x1", name: "Rocky Inc", keyPrefix: "", defaultOf: "c1", status: "authorised", edition: "established" },
    ]);
    expect(await source.query('SELECT "id", "connectionId" FROM "project"')).toEqual([
      { id: "p1", connectionId: null },
    ]);
    expect(await source.query('SELECT "id", "recordId" FROM "record_reference"')).toEqual([
      { id: "f1", recordId: "r1" },
    ]);
  });

  it("say by which connection they travel, where there is one", async () => {
    expect(await source.query('SELECT "id", "connectionId" FROM "erp_record" ORDER BY "id"')).toEqual([
      { id: "r1", connectionId: "x1" },
      { id: "r2", connectionId: null },
    ]);
  });

  it("are held together by their keys as before", async () => {
    if (source.options.type !== "postgres") expect(await source.query("PRAGMA foreign_key_check")).toEqual([]);
    await expect(source.query(`DELETE FROM "connection"`)).rejects.toThrow(/foreign key/i);
    await expect(source.query(`DELETE FROM "project"`)).rejects.toThrow(/foreign key/i);
    const second = {
      companyId: "c1",
      connector: "xero",
      edition: "grow",
      country: "AU",
      status: "pending",
      createdAt: AT,
    };
    await insert("connection", { id: "x2", ...second, name: "Rocky Pty", keyPrefix: "@x2/", defaultOf: null });
    await expect(
      insert("connection", { id: "x3", ...second, name: "Other", keyPrefix: "@x3/", defaultOf: "c1" }),
    ).rejects.toThrow(/unique/i);
  });
});
