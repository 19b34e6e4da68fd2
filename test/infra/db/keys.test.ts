import { DataSource } from "typeorm";
import { writerOptions } from "../../../src/infra/db/options";
import { migratedOptions } from "../../support/database";

const AT = "2026-03-10T12:00:00.000Z";
let source: DataSource;

beforeEach(async () => {
  source = await new DataSource(writerOptions(await migratedOptions())).initialize();
});
afterEach(() => source.destroy());

async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const marks = columns.map((_, index) => (source.options.type === "postgres" ? `$${index + 1}` : "?"));
  const names = columns.map((name) => `"${name}"`).join(", ");
  await source.query(`INSERT INTO "${table}" (${names}) VALUES (${marks.join(", ")})`, Object.values(row));
}

it("rows that others refer to stay, and a company has one default connection", async () => {
  const company = { name: "Rocky", slug: "rocky", country: "US", currency: "USD", locale: "en", createdAt: AT };
  await insert("company", { id: "c1", ...company });
  const connection = { companyId: "c1", connector: "xero", edition: "grow", country: "AU", status: "pending" };
  const made = (id: string, name: string, defaultOf: string | null) =>
    insert("connection", { id, ...connection, name, keyPrefix: `@${id}/`, defaultOf, createdAt: AT });
  await made("x1", "Rocky Inc", "c1");
  const active = source.options.type === "postgres" ? true : 1;
  const project = { companyId: "c1", connectionId: "x1", code: "P1", name: "Tower", active, createdAt: AT };
  await insert("project", { id: "p1", ...project });
  const texts = { sourceKey: "r1", number: "r1", title: "r1", payload: "{}", createdAt: AT, updatedAt: AT };
  const record = { feature: "commitment", direction: "export", state: "awaiting", ...texts };
  await insert("erp_record", { id: "r1", companyId: "c1", projectId: "p1", connectionId: "x1", ...record });

  await expect(source.query(`DELETE FROM "connection"`)).rejects.toThrow(/foreign key/i);
  await expect(source.query(`DELETE FROM "project"`)).rejects.toThrow(/foreign key/i);
  await made("x2", "Rocky Pty", null);
  await expect(made("x3", "Other", "c1")).rejects.toThrow(/unique/i);
  await expect(made("x4", "Rocky Pty", null)).rejects.toThrow(/unique/i);
});
