import type { DataSource } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner";
import type { StatementCancel } from "./statement-cancel";
import type { Transaction } from "./unit-of-work";

/** What ends a transaction is said whether or not somebody still waits for it. */
const ENDS: ReadonlySet<string> = new Set(["COMMIT", "ROLLBACK"]);

/**
 * The runner of one transaction; remembers the statement that spoiled it. PostgreSQL answers COMMIT of a spoiled
 * transaction by a ROLLBACK without an error, so a caught error would lose every row in silence.
 */
class OneTransactionRunner extends PostgresQueryRunner {
  failure: { readonly error: unknown } | null = null;

  constructor(
    dataSource: DataSource,
    private readonly cancel: StatementCancel,
  ) {
    super(dataSource.driver as PostgresDriver, "master");
    this.manager = dataSource.createEntityManager(this);
  }

  override async query(
    ...statement: Parameters<PostgresQueryRunner["query"]>
  ): ReturnType<PostgresQueryRunner["query"]> {
    try {
      if (ENDS.has(statement[0])) return (await super.query(...statement)) as unknown;
      return await this.cancel.run(this, () => super.query(...statement));
    } catch (error) {
      this.failure ??= { error };
      throw error;
    }
  }
}

/** Begins a transaction (READ COMMITTED) on a connection of the pool. */
export async function beginOnPostgres(writer: DataSource, cancel: StatementCancel): Promise<Transaction> {
  const runner = new OneTransactionRunner(writer, cancel);
  try {
    await runner.startTransaction();
  } catch (error) {
    await runner.release();
    throw error;
  }
  return {
    manager: runner.manager,
    failure: () => runner.failure,
    commit: () => runner.commitTransaction(),
    rollback: () => runner.rollbackTransaction(),
    release: () => runner.release(),
  };
}
