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
  /** Starts telling; answers once it does. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The part of better-sqlite3 that is used here. */
interface Connection {
  prepare(sql: string): { pluck(): { get(): unknown } };
}

/**
 * SQLite counts the commits of all other connections to the file, other processes' included; the reading connection
 * asks for the count in a microsecond. So it is exact: a commit of anybody begins a new era.
 */
export class SqliteFeed implements ChangeFeed {
  private readonly version: { get(): unknown };

  constructor(reader: DataSource) {
    const connection = (reader.driver as unknown as { databaseConnection: Connection }).databaseConnection;
    this.version = connection.prepare("PRAGMA data_version").pluck();
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

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
