import { AsyncLocalStorage } from "node:async_hooks";
import type { EntityManager } from "typeorm";
import { setTimeout as pause } from "node:timers/promises";
import { requireWanted, wantedByAll } from "../../kernel/deadline";
import { isLostRace } from "./constraint";
import type { WriteLane } from "./write-lane";

/** One transaction of either database. */
export interface Transaction {
  readonly manager: EntityManager;
  /** A statement's error, where it spoiled the transaction: nothing of it can be kept. */
  failure(): { readonly error: unknown } | null;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  release(): Promise<void>;
}

/** A transaction that lost a race is run so often at most, after a growing pause that differs from the other's. */
const MAX_RUNS = 5;
const FIRST_PAUSE_MS = 10;

interface Unit {
  readonly manager: EntityManager;
  readonly hooks: (() => void)[];
  /** Error of a nested write: it spoils the whole, also where somebody caught it. */
  nested: { readonly error: unknown } | null;
  open: boolean;
}

/** Runs work in transactions and knows, along the asynchronous call chain, which one is running. */
export class UnitOfWork {
  private readonly units = new AsyncLocalStorage<Unit>();

  constructor(
    private readonly begin: () => Promise<Transaction>,
    private readonly lane: WriteLane,
    private readonly warn: (message: string) => void,
  ) {}

  /** The manager of the transaction that the caller runs in, if any. */
  current(): EntityManager | undefined {
    return this.unit()?.manager;
  }

  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.unit();
    return outer ? join(outer, work) : this.lane.run(() => this.untilWon(work));
  }

  /** Nothing of a transaction that lost a race was kept, and its hooks did not run: it is run anew, as a whole. */
  private async untilWon<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let run = 1; ; run += 1) {
      try {
        return await this.transact(work);
      } catch (error) {
        if (run === MAX_RUNS || !isLostRace(error)) throw error;
        await pause(FIRST_PAUSE_MS * 2 ** run * (0.5 + Math.random()));
      }
    }
  }

  afterCommit(hook: () => void): void {
    const unit = this.unit();
    if (!unit) throw new Error("afterCommit() is for the inside of a write()");
    unit.hooks.push(hook);
  }

  /** Work that was not awaited outlives its transaction: it has none then. */
  private unit(): Unit | undefined {
    const unit = this.units.getStore();
    return unit?.open ? unit : undefined;
  }

  private async transact<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    // It may have waited for its turn longer than anybody waits for it.
    requireWanted();
    const transaction = await this.begin();
    const unit: Unit = { manager: transaction.manager, hooks: [], nested: null, open: true };
    try {
      const result = await this.units.run(unit, () => work(unit.manager));
      unit.open = false;
      const failure = unit.nested ?? transaction.failure();
      if (failure) throw failure.error;
      requireWanted();
      await transaction.commit();
      return result;
    } catch (error) {
      unit.open = false;
      unit.hooks.length = 0;
      // The work's error is the one to tell; a transaction that the database has ended itself cannot be rolled back.
      await transaction.rollback().catch(() => undefined);
      throw error;
    } finally {
      await transaction.release();
      this.units.exit(() => wantedByAll(() => this.runHooks(unit.hooks)));
    }
  }

  private runHooks(hooks: readonly (() => void)[]): void {
    for (const hook of hooks) {
      try {
        hook();
      } catch (error) {
        this.warn(`An after-commit hook failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

async function join<T>(outer: Unit, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await work(outer.manager);
  } catch (error) {
    outer.nested ??= { error };
    throw error;
  }
}
