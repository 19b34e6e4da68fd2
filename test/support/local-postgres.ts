import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { startPostgres } from "./postgres-server";

const INSTALLED = "/usr/lib/postgresql";

/**
 * A PostgreSQL that this machine has, of the version of its client tools, with two empty databases; null: there is none, and
 * the tools, where there are any, are older than the server of the tests.
 */
export async function localPostgres(): Promise<{ url: string; emptyUrl: string; stop: () => Promise<void> } | null> {
  const [, version] = /\) (\d+)/.exec(spawnSync("pg_dump", ["--version"], { encoding: "utf8" }).stdout ?? "") ?? [];
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const found = versions.find((one) => one === version && existsSync(path.join(INSTALLED, one, "bin/postgres")));
  if (found === undefined) return null;
  const { url, stop } = await startPostgres(path.join(INSTALLED, found, "bin"));
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const name of ["backed_up", "restored"]) await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  await client.end();
  const named = (name: string) => url.replace(/postgres$/, name);
  return { url: named("backed_up"), emptyUrl: named("restored"), stop };
}
