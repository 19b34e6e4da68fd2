import type { DataSource } from "typeorm";
import type { BetterSqlite3Driver } from "typeorm/driver/better-sqlite3/BetterSqlite3Driver";
import { BetterSqlite3QueryRunner } from "typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner";
import type { ReplicationMode } from "typeorm/driver/types/ReplicationMode";
import { giveWay, requireWanted } from "../../kernel/deadline";
import type { StatementCancel } from "./statement-cancel";
import type { StatementCounter } from "./statement-counter";

/** Reads of SQLite are answered at once: each lets others have their turn, and none is made that nobody waits for. */
class WatchedSqliteRunner extends BetterSqlite3QueryRunner {
  constructor(
    driver: BetterSqlite3Driver,
    private readonly counter: StatementCounter,
  ) {
    super(driver);
  }

  override async query(
    ...statement: Parameters<BetterSqlite3QueryRunner["query"]>
  ): ReturnType<BetterSqlite3QueryRunner["query"]> {
    // Loaders gather what is asked for in one turn: who counts statements wants to see that, on a slow machine too.
    if (this.counter.counting) requireWanted();
    else await giveWay();
    return super.query(...statement) as unknown;
  }
}

class WatchedPostgresRunner extends PostgresQueryRunner {
  constructor(
    driver: PostgresDriver,
    mode: ReplicationMode,
    private readonly cancel: StatementCancel,
  ) {
    super(driver, mode);
  }

  override async query(
    ...statement: Parameters<PostgresQueryRunner["query"]>
  ): ReturnType<PostgresQueryRunner["query"]> {
    return this.cancel.run(this, () => super.query(...statement));
  }
}

/** From now on the source's reads end with the work that they are for. Before it is opened. */
export function watchSqliteReads(reader: DataSource, counter: StatementCounter): void {
  const driver = reader.driver as BetterSqlite3Driver;
  driver.queryRunner = new WatchedSqliteRunner(driver, counter);
}

/** From now on the source's reads end with the work that they are for. Before it is opened. */
export function watchPostgresReads(reader: DataSource, cancel: StatementCancel): void {
  const driver = reader.driver as PostgresDriver;
  driver.createQueryRunner = (mode) => new WatchedPostgresRunner(driver, mode, cancel);
}
