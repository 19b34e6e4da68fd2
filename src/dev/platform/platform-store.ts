import { openSmallStore, type SmallStatement, type SmallStore } from "../../infra/db/small-store";

export type Json = Record<string, unknown>;

/** What the sandbox platform keeps, each kind in the shape of the platform's own API. */
export type Kind =
  | "company"
  | "user"
  | "template"
  | "project"
  | "project_user"
  | "vendor"
  | "standard_cost_code"
  | "cost_code"
  | "line_item_type"
  | "commitment"
  | "change_order"
  | "requisition"
  | "request"
  | "detail"
  | "erp_connection"
  | "hook"
  | "trigger"
  | "staged_record"
  | "job_cost"
  | "invoice_payment"
  | "assignment";

export interface Thing {
  readonly id: number;
  readonly company: number;
  readonly body: Json;
}

/** A tie to the ledger, by the platform's name of the item. */
export interface External {
  readonly item_type: string;
  readonly item_id: number;
  readonly origin_id: string | null;
  readonly origin_code: string | null;
  readonly origin_data: string | null;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS thing (
    kind TEXT NOT NULL, id INTEGER NOT NULL, company INTEGER NOT NULL, parent INTEGER, body TEXT NOT NULL,
    PRIMARY KEY (kind, id));
  CREATE INDEX IF NOT EXISTS thing_list ON thing (kind, company, id);
  CREATE INDEX IF NOT EXISTS thing_parent ON thing (kind, parent, id);
  CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS external (
    company INTEGER NOT NULL, item_type TEXT NOT NULL, item_id INTEGER NOT NULL, origin_id TEXT, origin_code TEXT,
    origin_data TEXT, PRIMARY KEY (company, item_type, item_id));
  CREATE INDEX IF NOT EXISTS external_origin ON external (company, item_type, origin_id);
  CREATE TABLE IF NOT EXISTS token (value TEXT PRIMARY KEY, client TEXT NOT NULL, expires_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, hook INTEGER NOT NULL, event TEXT NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, status INTEGER, at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS delivery_open ON delivery (state, id);
  CREATE TABLE IF NOT EXISTS arrival (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, company INTEGER, method TEXT NOT NULL,
    path TEXT NOT NULL, status INTEGER NOT NULL, note TEXT NOT NULL);
`;
/** Ids of what is made here begin above those of the documentation's examples. */
const FIRST_ID = 10_000;

interface ThingRow {
  id: number;
  company: number;
  body: string;
}

/** The sandbox platform's own SQLite file. */
export class PlatformStore {
  private readonly store: SmallStore;
  private readonly statements = new Map<string, SmallStatement>();

  constructor(file: string) {
    this.store = openSmallStore(file, TABLES);
  }

  atomically<T>(work: () => T): T {
    return this.store.atomically(work);
  }

  newId(): number {
    this.sql("INSERT OR IGNORE INTO counter VALUES ('id', @first)").run({ first: FIRST_ID });
    this.sql("UPDATE counter SET value = value + 1 WHERE name = 'id'").run({});
    return (this.sql("SELECT value FROM counter WHERE name = 'id'").get({}) as { value: number }).value;
  }

  /** Makes or replaces; `parent` is what the thing lies in, for lists. */
  put(kind: Kind, { id, company, body }: Thing, parent: number | null = null): void {
    this.sql(
      `INSERT INTO thing (kind, id, company, parent, body) VALUES (@kind, @id, @company, @parent, @body)
       ON CONFLICT (kind, id) DO UPDATE SET body = @body, parent = COALESCE(@parent, parent)`,
    ).run({ kind, id, company, parent, body: JSON.stringify({ ...body, id }) });
  }

  get(kind: Kind, id: number): Thing | null {
    return thing(this.sql("SELECT id, company, body FROM thing WHERE kind = @kind AND id = @id").get({ kind, id }));
  }

  drop(kind: Kind, id: number): boolean {
    return this.sql("DELETE FROM thing WHERE kind = @kind AND id = @id").run({ kind, id }).changes > 0;
  }

  list(kind: Kind, company: number): Thing[] {
    return this.all("SELECT id, company, body FROM thing WHERE kind = @kind AND company = @company ORDER BY id", {
      kind,
      company,
    });
  }

  under(kind: Kind, parent: number): Thing[] {
    return this.all("SELECT id, company, body FROM thing WHERE kind = @kind AND parent = @parent ORDER BY id", {
      kind,
      parent,
    });
  }

  /** A page of a list, and how many there are. */
  page(kind: Kind, company: number, page: number, size: number, where = "1 = 1"): { rows: Thing[]; total: number } {
    const place = { kind, company };
    const rows = this.all(
      `SELECT id, company, body FROM thing WHERE kind = @kind AND company = @company AND ${where}
       ORDER BY id LIMIT @size OFFSET @offset`,
      { ...place, size, offset: (page - 1) * size },
    );
    const counted = this.sql(
      `SELECT COUNT(*) AS n FROM thing WHERE kind = @kind AND company = @company AND ${where}`,
    ).get(place);
    return { rows, total: (counted as { n: number }).n };
  }

  external(company: number, itemType: string, itemId: number): External | null {
    const row = this.sql(
      "SELECT * FROM external WHERE company = @company AND item_type = @itemType AND item_id = @itemId",
    ).get({ company, itemType, itemId });
    return (row as External | undefined) ?? null;
  }

  externalByOrigin(company: number, itemType: string, originId: string): External | null {
    const row = this.sql(
      "SELECT * FROM external WHERE company = @company AND item_type = @itemType AND origin_id = @originId",
    ).get({ company, itemType, originId });
    return (row as External | undefined) ?? null;
  }

  putExternal(company: number, { item_type, item_id, origin_id, origin_code, origin_data }: External): void {
    this.sql(
      "INSERT OR REPLACE INTO external VALUES (@company, @item_type, @item_id, @origin_id, @origin_code, @origin_data)",
    ).run({
      company,
      item_type,
      item_id,
      origin_id,
      origin_code,
      origin_data,
    });
  }

  /** Other tables are the business of who asks. */
  sql(text: string): SmallStatement {
    const kept = this.statements.get(text) ?? this.store.prepare(text);
    this.statements.set(text, kept);
    return kept;
  }

  close(): void {
    this.store.close();
  }

  private all(text: string, values: Record<string, string | number | null>): Thing[] {
    return this.sql(text)
      .all(values)
      .flatMap((row) => thing(row) ?? []);
  }
}

function thing(row: unknown): Thing | null {
  if (!row) return null;
  const { id, company, body } = row as ThingRow;
  return { id, company, body: JSON.parse(body) as Json };
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function numberOf(value: unknown): number {
  return typeof value === "number" ? value : Number(textOf(value) || Number.NaN);
}

export function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? (value.filter((one) => typeof one === "object" && one !== null) as Json[]) : [];
}
