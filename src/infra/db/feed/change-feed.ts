import type { DataSource } from "typeorm";

/** A company's policy revision, as it was committed. */
export interface RevisionNotice {
  readonly companyId: string;
  readonly revision: number;
}

/**
 * Says whether what was read from the database can still be true. Whoever keeps something notes the era before he
 * reads it; it holds while the feed is live, the era is the same and no notice came that speaks against it.
 */
export interface ChangeFeed {
  /** False: nothing is told of commits at the moment, so nothing that is kept may be used. */
  live(): boolean;
  /** Another number: there may have been commits that no notice tells of. */
  era(): number;
  onNotice(listener: (notice: RevisionNotice) => void): void;
  /** The policy revision that is committed just now; null: no such company, or it cannot be told without waiting. */
  revision(companyId: string): number | null;
  /** Starts telling; answers once it does. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The part of better-sqlite3 that is used here. */
interface Connection {
  prepare(sql: string): { pluck(): PluckedStatement };
}

/** Answers with the first column of its first row. */
interface PluckedStatement {
  get(...parameters: readonly string[]): unknown;
}

/**
 * SQLite counts the commits of all other connections to the file, other processes' included; the reading connection
 * asks for the count in a microsecond. So it is exact: a commit of anybody begins a new era.
 */
export class SqliteFeed implements ChangeFeed {
  private readonly connection: Connection;
  private readonly version: PluckedStatement;
  /** Prepared when first asked for: before the first migration there is no such table. */
  private revisions: PluckedStatement | null = null;

  constructor(reader: DataSource) {
    this.connection = (reader.driver as unknown as { databaseConnection: Connection }).databaseConnection;
    this.version = this.connection.prepare("PRAGMA data_version").pluck();
  }

  live(): boolean {
    return true;
  }

  era(): number {
    return this.version.get() as number;
  }

  onNotice(): void {
    // Each commit is an era of its own.
  }

  /** A few microseconds: so what is kept outlives commits that were about something else. */
  revision(companyId: string): number | null {
    this.revisions ??= this.connection.prepare('SELECT "policyRevision" FROM "company" WHERE "id" = ?').pluck();
    return (this.revisions.get(companyId) as number | undefined) ?? null;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
