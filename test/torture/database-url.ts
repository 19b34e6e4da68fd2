import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** A database of the run's own on the suite's server; null: SQLite. */
export async function databaseUrl(): Promise<string | null> {
  const url = process.env["TEST_POSTGRES_URL"];
  if (process.env["TEST_DATABASE"] !== "postgres" || !url) return null;
  const name = `ledgergate_torture_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0`).finally(() => client.end());
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
