import BetterSqlite3 from "better-sqlite3";
import { hashApiKey, newApiKey } from "../src/access/api-key-format";
import { newId } from "../src/kernel/ids";
import type { SubjectFacts } from "../src/policy/facts";
import { FEATURES } from "../src/policy/vocabulary";
import { AT, type Population } from "./population";

type Row = Readonly<Record<string, unknown>>;

/** Puts the population into a migrated SQLite file that nobody else uses, and makes an API key that may ask about all of it. */
export function store(file: string, { companies, members }: Population): string {
  const ids = [...companies.keys()];
  const database = new BetterSqlite3(file);
  const common = { version: 1, createdAt: AT };
  const insert = (name: string, rows: readonly Row[]) => insertAll(database, name, rows);
  database.exec("BEGIN");
  insert("company", ids.map(companyRow));
  insert(
    "connection",
    ids.map((companyId) => ({
      ...{ id: newId(), companyId, connector: "xero", edition: "established", country: "US", ...common },
      ...{ status: "authorised", organisationName: null, trackingCategory: null },
      ...{ name: "Xero", defaultOf: companyId, keyPrefix: "" },
    })),
  );
  const off = { enabled: true, directExport: "off", ...common };
  insert(
    "feature_switch",
    ids.flatMap((companyId) => FEATURES.map((feature) => ({ id: newId(), companyId, feature, ...off }))),
  );
  const live = { phase: "in_use", enteredAt: AT, ...common };
  insert(
    "implementation_plan",
    ids.map((companyId) => ({ id: newId(), companyId, ...live })),
  );
  insert("member", members.map(memberRow));
  for (const member of members) insert("access_grant", grantRows(member));
  const { key, row } = keyRow(ids);
  insert("api_key", [row]);
  database.exec("COMMIT");
  database.close();
  return key;
}

/** Straight to the file: a hundred and fifty thousand rows are not what is measured. */
function insertAll(database: BetterSqlite3.Database, name: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const names = columns.map((column) => `"${column}"`).join(", ");
  const statement = database.prepare(`INSERT INTO "${name}" (${names}) VALUES (${columns.map(() => "?").join(", ")})`);
  for (const row of rows) statement.run(columns.map((column) => stored(row[column])));
}

function stored(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

function companyRow(id: string, index: number) {
  const place = { country: "US", locale: "en" as const, currency: "USD", timezone: null };
  const rule = { twoPersonAboveMinor: null, twoPersonAboveCurrency: null };
  return {
    id,
    slug: `c${index}`,
    name: `Company ${index}`,
    ...place,
    ...rule,
    policyRevision: 1,
    version: 1,
    createdAt: AT,
  };
}

function memberRow({ subjectId: id, companyId, toolLevel, directoryLevel, canPushToAccounting }: SubjectFacts) {
  const rights = { toolLevel, directoryLevel, canPushToAccounting, digest: false, active: true };
  const who = { id, companyId, email: `${id}@bench.test`, name: "Member", identitySubject: null };
  return { ...who, ...rights, version: 1, createdAt: AT };
}

function grantRows({ subjectId: memberId, companyId, grants }: SubjectFacts) {
  return grants.map(({ grantId: id, feature, direction, projectIds, ceiling }) => ({
    ...{ id, companyId, memberId, feature, direction, projectIds: projectIds && [...projectIds] },
    ...{ ceilingMinor: ceiling?.minor ?? null, ceilingCurrency: ceiling?.currency ?? null },
    ...{ validFrom: null, validUntil: null, givenBy: "bench", givenAt: AT, reason: null, createdAt: AT },
    ...{ revokedAt: null, revokedBy: null, revokeReason: null },
  }));
}

function keyRow(companyIds: readonly string[]): { key: string; row: Row } {
  const { key, prefix } = newApiKey();
  const row = {
    ...{ id: newId(), name: "bench", prefix, hash: hashApiKey(key), scopes: ["decisions:read"] },
    ...{ companyIds: [...companyIds], createdBy: "bench", createdAt: AT },
    ...{ expiresAt: null, lastUsedAt: null, revokedAt: null },
  };
  return { key, row };
}
