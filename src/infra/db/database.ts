import type { DataSource, EntityManager } from "typeorm";
import { closeSources, openSources, type Sources } from "./opening";
import { SqliteFeed, type ChangeFeed, type RevisionNotice } from "./feed/change-feed";
import type { DatabaseOptions } from "./options";
import { listeningClient, noticeStatement, PostgresFeed } from "./feed/postgres-feed";
import { requireRoomFor } from "./disk-room";
import { beginOnPostgres } from "./postgres-transaction";
import { beginOnSqlite } from "./sqlite-transaction";
import { StatementCancel } from "./statement-cancel";
import { StatementCounter, type StatementWindow } from "./statement-counter";
import { migrateForward } from "./schema-age";
import { UnitOfWork } from "./unit-of-work";
import { Queue, SideBySide, type WriteLane } from "./write-lane";

/** Any number, the same for every Ledgergate: who holds it on PostgreSQL migrates. */
const MIGRATION_LOCK = 7_340_033;
/** How long something outdated may be used on PostgreSQL after a lost notice, where nothing else is said. */
const STALE_MS = 1_000;

/**
 * The one way to the database. All writes go through `write`, all reads outside of one see committed rows only.
 * On SQLite one process per file: writes queue, and reads have a second connection that cannot write.
 */
export class Database {
  private closing: Promise<void> | null = null;

  private constructor(
    readonly kind: "sqlite" | "postgres",
    private readonly sources: Sources,
    private readonly units: UnitOfWork,
    private readonly lane: WriteLane,
    private readonly counter: StatementCounter,
    /** Tells of commits, by whomever, once `watch` has been called. */
    readonly feed: ChangeFeed,
    /** Of SQLite. */
    private readonly file: string | null,
  ) {}

  /** Opens, without migrating. Throws a `Refusal` CONFIGURATION that a person can act on. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const warn = options.warn ?? ((message: string) => process.emitWarning(message));
    const counter = new StatementCounter(warn);
    const cancel = new StatementCancel(options.kind === "postgres" ? options.url : "", warn);
    const sources = await openSources(options, counter, cancel);
    const sqlite = options.kind === "sqlite";
    const lane = sqlite ? new Queue() : new SideBySide();
    const begin = sqlite ? () => beginOnSqlite(sources.writer) : () => beginOnPostgres(sources.writer, cancel);
    const units = new UnitOfWork(begin, lane, warn);
    const file = options.kind === "sqlite" ? options.file : null;
    return new Database(options.kind, sources, units, lane, counter, feedOf(options, sources), file);
  }

  /**
   * Runs the work in one transaction, and rolls it back when the work throws. A call inside another joins it: if it
   * fails, the whole fails, also where its error is caught. The same goes for a failed statement: catch constraint
   * violations outside. The manager is refused once the transaction has ended.
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.units.current()) return this.units.run(work);
    this.requireOpen();
    return this.units.run((manager) => {
      this.units.afterCommit(() => this.feed.committed());
      return work(manager);
    });
  }

  /** Inside `write`: that transaction's manager. Elsewhere: a manager that sees committed rows and cannot write. */
  read(): EntityManager {
    const current = this.units.current();
    if (current) return current;
    this.requireOpen();
    return this.sources.reader.manager;
  }

  /** Whether the caller runs inside `write`, where reads may see rows that are never committed. */
  inWrite(): boolean {
    return this.units.current() !== undefined;
  }

  /** Inside `write` only: calls the hook once the transaction is committed, before the next write on SQLite begins. */
  afterCommit(hook: () => void): void {
    this.units.afterCommit(hook);
  }

  /** Starts the feed of commits. Until then PostgreSQL's is not live, so that everything is read afresh. */
  watch(): Promise<void> {
    this.requireOpen();
    return this.feed.start();
  }

  /** Inside `write`: once the transaction is committed, every instance hears of the company's new revision. */
  async announce(notice: RevisionNotice): Promise<void> {
    const current = this.units.current();
    if (!current) throw new Error("announce() is for the inside of a write()");
    if (this.kind === "postgres") await current.query(noticeStatement(notice));
  }

  /**
   * Runs the migrations that are missing. Several processes on one PostgreSQL may call it at once. Throws a `Refusal`
   * CONFIGURATION where the database is newer than this program.
   */
  async migrate(): Promise<void> {
    this.requireOpen();
    const { writer } = this.sources;
    await this.lane.run(() =>
      this.kind === "sqlite" ? migrateForward(writer) : lockedOnPostgres(writer, () => migrateForward(writer)),
    );
  }

  /** Resolves when the database answers; throws what it says otherwise. */
  async ping(): Promise<void> {
    this.requireOpen();
    await this.sources.reader.query("SELECT 1");
  }

  /** Throws where the disk under an SQLite file is all but full; what PostgreSQL has left is for its own to watch. */
  async requireRoom(): Promise<void> {
    if (this.file !== null) await requireRoomFor(this.file);
  }

  /** Refuses new work, waits for the writes that run or queue, and closes. May be called twice. */
  close(): Promise<void> {
    this.closing ??= this.lane
      .idle()
      .then(() => this.feed.stop())
      .then(() => closeSources([this.sources.reader, this.sources.writer]));
    return this.closing;
  }

  /** For tests: counts the SELECTs from here until `stop()`. */
  countStatements(): StatementWindow {
    return this.counter.open();
  }

  private requireOpen(): void {
    if (this.closing) throw new Error("The database is closed");
  }
}

function feedOf(options: DatabaseOptions, { reader }: Sources): ChangeFeed {
  if (options.kind === "sqlite") return new SqliteFeed(reader);
  const connect = () => listeningClient(options.listenUrl ?? options.url);
  return new PostgresFeed({ staleMilliseconds: options.staleMilliseconds ?? STALE_MS, connect });
}

async function lockedOnPostgres(writer: DataSource, work: () => Promise<void>): Promise<void> {
  const runner = writer.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await work().finally(() => runner.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]));
  } finally {
    await runner.release();
  }
}
