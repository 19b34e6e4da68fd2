import type { EntityManager, SelectQueryBuilder } from "typeorm";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Database } from "../db/database";
import type { Besides, LeasedRow, Leases } from "./leases";

export interface LeaseQueueParts<Row extends LeasedRow> {
  readonly database: Database;
  readonly clock: Clock;
  readonly leases: Leases<Row>;
  /** Rows served at once. */
  readonly most: number;
  /** Rows that have something due, those that waited longest first. */
  readonly due: (manager: EntityManager, at: string) => SelectQueryBuilder<Row>;
  /** What is written when a row is taken. */
  readonly taken: (at: string) => Besides<Row>;
  /** Does what is due of a row; answers what is written when it is given back. */
  readonly serve: (row: Row) => Promise<Served<Row>>;
  /** When something will be due next; null: nothing waits for a time. */
  readonly nextAt: () => Promise<string | null>;
}

export interface Served<Row> {
  readonly besides?: Besides<Row>;
  /** What went wrong: thrown by the turn, once everything that it took is given back. */
  readonly defects?: readonly unknown[];
}

/** Serves rows that have something due, each one process's at a time, several side by side. Any number may run. */
export class LeaseQueue<Row extends LeasedRow> {
  private stopping = false;

  constructor(private readonly parts: LeaseQueueParts<Row>) {}

  /** Does all that can be done now. Answers when there will be more to do, as far as that is known; null: no time. */
  async turn(): Promise<Date | null> {
    for (;;) {
      if (this.stopping) return null;
      const rows = await this.claim();
      if (rows.length === 0) break;
      const ended = await Promise.allSettled(rows.map((row) => this.serve(row)));
      const broken = ended.find((one) => one.status === "rejected");
      if (broken) throw broken.reason;
    }
    const next = await this.parts.nextAt();
    return next === null ? null : new Date(next);
  }

  /** Takes nothing more; what is under way is given back by the turn that took it. */
  stop(): void {
    this.stopping = true;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  private claim(): Promise<Row[]> {
    const { database, clock, leases, due, most, taken } = this.parts;
    return database.write(async (manager) => {
      const at = toInstant(clock.now());
      const rows = await leases.find(due(manager, at), most);
      await leases.take(manager, rows, taken(at));
      return rows;
    });
  }

  private async serve(row: Row): Promise<void> {
    const { database, leases } = this.parts;
    const served = await this.parts.serve(row).catch((error: unknown): Served<Row> => ({ defects: [error] }));
    const { besides, defects = [] } = served;
    await database.write((manager) => leases.giveBack(manager, row.id, besides));
    if (defects.length > 0) throw defects[0];
  }
}
