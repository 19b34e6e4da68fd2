import type { DataSource } from "typeorm";
import type { SqliteConnection } from "../sqlite/sqlite-connection";
import type { SqliteStatement } from "../sqlite/sqlite-statement";

/** A company's policy revision, as it was committed. */
export interface RevisionNotice {
  readonly companyId: string;
  readonly revision: number;
}

/**
 * Says whether what was read from the database can still be true. Whoever keeps something notes the data version before they
 * read it; it holds while the feed is live, the version is the same and no notice came that speaks against it.
 */
export interface ChangeFeed {
  /** False: nothing is told of commits at the moment, so nothing that is kept may be used. */
  live(): boolean;
  /** Another number: there may have been commits that no notice tells of. */
  dataVersion(): number;
  onNotice(listener: (notice: RevisionNotice) => void): void;
  /** The policy revision that is committed just now; null: no such company, or it cannot be told without waiting. */
  revision(companyId: string): number | null;
  /** Told of each commit of this process, at once. */
  committed(): void;
  /** Told after a commit of this process that it changed something of the company; every instance hears of it. */
  changed(companyId: string): void;
  /**
   * Calls the listener when something of the company was committed, by whichever instance. A hint to look at what is stored: now
   * and then one is lost, or comes twice.
   */
  onChange(listener: (companyId: string) => void): void;
  /** Starts telling; answers once it does. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Commits of this process, whichever database object made them. */
let commits = 0;

/**
 * SQLite counts the commits of all other connections to the file, other processes' included; the reading connection
 * asks for the count, once in a turn of the event loop: what arrives later is answered in a later turn. So it is exact: a commit
 * of anybody begins a new version.
 */
export class SqliteFeed implements ChangeFeed {
  private readonly connection: SqliteConnection;
  private readonly version: SqliteStatement;
  /** Prepared when first asked for: before the first migration there is no such table. */
  private revisions: SqliteStatement | null = null;
  /** In this turn of the event loop; null: not looked at yet. */
  private seen: { readonly version: number; readonly commits: number } | null = null;
  private readonly listeners: ((companyId: string) => void)[] = [];
  private readonly forget = () => (this.seen = null);

  constructor(reader: DataSource) {
    this.connection = (reader.driver as unknown as { databaseConnection: SqliteConnection }).databaseConnection;
    this.version = this.connection.prepare("PRAGMA data_version").pluck();
  }

  live(): boolean {
    return true;
  }

  dataVersion(): number {
    if (this.seen?.commits !== commits) {
      this.seen = { version: this.version.get() as number, commits };
      setImmediate(this.forget);
    }
    return this.seen.version;
  }

  committed(): void {
    commits += 1;
  }

  changed(companyId: string): void {
    for (const listener of this.listeners) listener(companyId);
  }

  /** Of this process: others change a file for a moment only, from the command line. */
  onChange(listener: (companyId: string) => void): void {
    this.listeners.push(listener);
  }

  onNotice(): void {
    // Each commit is a version of its own.
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
