import type { DataSource } from "typeorm";
import type { Transaction } from "./unit-of-work";

/** The part of pg's client that knows the transaction's state: "E" after a failed statement. */
interface Client {
  getTransactionStatus(): string | null;
}

const SPOILED = new Error("A statement of this transaction failed and was caught inside it: nothing can be committed");

/** Begins a transaction (READ COMMITTED) on a connection of the pool. */
export async function beginOnPostgres(writer: DataSource): Promise<Transaction> {
  const runner = writer.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client;
    await runner.startTransaction();
    return {
      manager: runner.manager,
      // PostgreSQL answers COMMIT of such a transaction by a ROLLBACK, without an error.
      failure: () => (client.getTransactionStatus() === "E" ? { error: SPOILED } : null),
      commit: () => runner.commitTransaction(),
      rollback: () => runner.rollbackTransaction(),
      release: () => runner.release(),
    };
  } catch (error) {
    await runner.release();
    throw error;
  }
}
