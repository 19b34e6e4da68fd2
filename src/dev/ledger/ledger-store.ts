import { openSmallStore, type SmallStatement, type SmallStore } from "../../infra/db/small-store";
import { ChangedObjects } from "./changed-objects";
import type { Json, KindName, LedgerObject } from "./ledger-object";

const TABLES = `
  CREATE TABLE IF NOT EXISTS ledger_object (
    id TEXT PRIMARY KEY, tenant TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, status TEXT NOT NULL,
    updated_at INTEGER NOT NULL, sequence INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS ledger_object_number ON ledger_object (tenant, kind, number);
  CREATE INDEX IF NOT EXISTS ledger_object_order ON ledger_object (tenant, kind, sequence);
  CREATE TABLE IF NOT EXISTS kept_answer (
    tenant TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (tenant, key));
  CREATE TABLE IF NOT EXISTS token (
    value TEXT PRIMARY KEY, use TEXT NOT NULL, grant_id TEXT NOT NULL, expires_at INTEGER NOT NULL, spent INTEGER NOT NULL,
    detail TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS arrival (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, tenant TEXT NOT NULL, method TEXT NOT NULL,
    path TEXT NOT NULL, status INTEGER NOT NULL, note TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS chart_row (
    tenant TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (tenant, kind, code));
  CREATE TABLE IF NOT EXISTS ended_tenant (tenant TEXT PRIMARY KEY);
`;

/** What an idempotency key stands for: the request's digest and the answer that was given. */
export interface KeptAnswer {
  readonly digest: string;
  readonly status: number;
  readonly body: string;
  readonly at: number;
}

export interface StoredToken {
  readonly value: string;
  readonly use: "code" | "access" | "refresh";
  readonly grantId: string;
  readonly expiresAt: number;
  readonly spent: boolean;
  readonly detail: Json;
}

export interface Arrival {
  readonly at: number;
  readonly tenant: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly note: string;
}

interface ObjectRow {
  id: string;
  kind: KindName;
  number: string;
  status: string;
  updated_at: number;
  body: string;
}

/** The sandbox ledger's own SQLite file. */
export class LedgerStore {
  /** Who wants to know what was written asks it. */
  readonly changes = new ChangedObjects();
  private readonly store: SmallStore;
  private readonly statements = new Map<string, SmallStatement>();

  constructor(file: string) {
    this.store = openSmallStore(file, TABLES);
  }

  atomically<T>(work: () => T): T {
    return this.store.atomically(work);
  }

  put(tenant: string, object: LedgerObject): void {
    const { id, kind } = object;
    this.changes.note({ tenant, kind, id, isNew: this.byId(tenant, kind, id) === null });
    this.sql(
      `INSERT INTO ledger_object (id, tenant, kind, number, status, updated_at, sequence, body)
       VALUES (@id, @tenant, @kind, @number, @status, @updatedAt,
         (SELECT COALESCE(MAX(sequence), 0) + 1 FROM ledger_object WHERE tenant = @tenant AND kind = @kind), @body)
       ON CONFLICT (id) DO UPDATE SET number = @number, status = @status, updated_at = @updatedAt, body = @body`,
    ).run({ ...object, tenant, body: JSON.stringify(object.body) });
  }

  byId(tenant: string, kind: KindName, id: string): LedgerObject | null {
    return one(
      this.sql("SELECT * FROM ledger_object WHERE tenant = @tenant AND kind = @kind AND id = @id").get({
        tenant,
        kind,
        id,
      }),
    );
  }

  byNumber(tenant: string, kind: KindName, number: string): LedgerObject[] {
    return this.sql("SELECT * FROM ledger_object WHERE tenant = @tenant AND kind = @kind AND number = @number")
      .all({ tenant, kind, number })
      .flatMap((row) => one(row) ?? []);
  }

  /** In the order of their making, changed at or after the instant. */
  list(tenant: string, kind: KindName, since = 0): LedgerObject[] {
    return this.sql(
      "SELECT * FROM ledger_object WHERE tenant = @tenant AND kind = @kind AND updated_at >= @since ORDER BY sequence",
    )
      .all({ tenant, kind, since })
      .flatMap((row) => one(row) ?? []);
  }

  forget(tenant: string, id: string): void {
    this.sql("DELETE FROM ledger_object WHERE tenant = @tenant AND id = @id").run({ tenant, id });
  }

  count(tenant: string, kind: KindName): number {
    const row = this.sql("SELECT COUNT(*) AS n FROM ledger_object WHERE tenant = @tenant AND kind = @kind").get({
      tenant,
      kind,
    });
    return (row as { n: number }).n;
  }

  keptAnswer(tenant: string, key: string): KeptAnswer | null {
    const row = this.sql("SELECT digest, status, body, at FROM kept_answer WHERE tenant = @tenant AND key = @key");
    return (row.get({ tenant, key }) as KeptAnswer | undefined) ?? null;
  }

  keepAnswer(tenant: string, key: string, answer: KeptAnswer): void {
    this.sql("INSERT OR REPLACE INTO kept_answer VALUES (@tenant, @key, @digest, @status, @body, @at)").run({
      tenant,
      key,
      ...answer,
    });
  }

  /** What an organisation's chart has beside what each begins with. */
  chart(tenant: string, kind: string): Json[] {
    return this.sql("SELECT body FROM chart_row WHERE tenant = @tenant AND kind = @kind ORDER BY rowid")
      .all({ tenant, kind })
      .map((row) => JSON.parse((row as { body: string }).body) as Json);
  }

  keepChart(tenant: string, kind: string, code: string, row: Json): void {
    const body = JSON.stringify(row);
    this.sql("INSERT OR REPLACE INTO chart_row VALUES (@tenant, @kind, @code, @body)").run({
      tenant,
      kind,
      code,
      body,
    });
  }

  token(value: string): StoredToken | null {
    const row = this.sql("SELECT * FROM token WHERE value = @value").get({ value }) as
      | { value: string; use: StoredToken["use"]; grant_id: string; expires_at: number; spent: number; detail: string }
      | undefined;
    return row
      ? {
          value: row.value,
          use: row.use,
          grantId: row.grant_id,
          expiresAt: row.expires_at,
          spent: row.spent === 1,
          detail: JSON.parse(row.detail) as Json,
        }
      : null;
  }

  keepToken({ value, use, grantId, expiresAt, spent, detail }: StoredToken): void {
    this.sql("INSERT OR REPLACE INTO token VALUES (@value, @use, @grantId, @expiresAt, @spent, @detail)").run({
      value,
      use,
      grantId,
      expiresAt,
      spent: spent ? 1 : 0,
      detail: JSON.stringify(detail),
    });
  }

  /** How many refresh tokens were used. */
  spentRefreshTokens(): number {
    const row = this.sql("SELECT COUNT(*) AS n FROM token WHERE use = 'refresh' AND spent = 1").get({});
    return (row as { n: number }).n;
  }

  /** Ends all access tokens, as on a bad day at the ledger. */
  expireAccess(): void {
    this.sql("UPDATE token SET expires_at = 0 WHERE use = 'access'").run();
  }

  /** Ends all that was consented to. */
  expireAll(): void {
    this.sql("UPDATE token SET expires_at = 0").run({});
  }

  dropGrant(grantId: string): void {
    this.sql("DELETE FROM token WHERE grant_id = @grantId").run({ grantId });
  }

  /** The organisation's connection to us is ended, or there again after a new consent. */
  endTenant(tenant: string): void {
    this.sql("INSERT OR IGNORE INTO ended_tenant VALUES (@tenant)").run({ tenant });
  }

  reconnectTenants(): void {
    this.sql("DELETE FROM ended_tenant").run({});
  }

  isEnded(tenant: string): boolean {
    return this.sql("SELECT 1 FROM ended_tenant WHERE tenant = @tenant").get({ tenant }) !== undefined;
  }

  arrived(arrival: Arrival): void {
    this.sql(
      `INSERT INTO arrival (at, tenant, method, path, status, note)
       VALUES (@at, @tenant, @method, @path, @status, @note)`,
    ).run({ ...arrival });
  }

  /** The newest first. */
  arrivals(most: number): Arrival[] {
    return this.sql("SELECT * FROM arrival ORDER BY sequence DESC LIMIT @most").all({ most }) as Arrival[];
  }

  close(): void {
    this.store.close();
  }

  private sql(text: string): SmallStatement {
    const kept = this.statements.get(text) ?? this.store.prepare(text);
    this.statements.set(text, kept);
    return kept;
  }
}

function one(row: unknown): LedgerObject | null {
  if (!row) return null;
  const { updated_at, body, ...rest } = row as ObjectRow;
  return { ...rest, updatedAt: updated_at, body: JSON.parse(body) as Json };
}
