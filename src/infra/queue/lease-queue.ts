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

/** How long what has become due waits at most while something else takes long. */
const LOOK_MS = 1_000;

/** Serves rows that have something due, each one process's at a time, several side by side. Any number may run. */
export class LeaseQueue<Row extends LeasedRow> {
  private stopping = false;

  constructor(private readonly parts: LeaseQueueParts<Row>) {}

  /**
   * Does all that can be done now. Answers when there will be more to do, as far as that is known; null: no time. What takes
   * long keeps nothing else waiting: as long as there is room, what has become due meanwhile is taken beside it.
   */
  async turn(): Promise<Date | null> {
    const running = new Map<string, Promise<void>>();
    const broken: unknown[] = [];
    while (!this.stopping && broken.length === 0) {
      const rows = await this.claim(running).catch((error: unknown) => {
        broken.push(error);
        return [];
      });
      for (const row of rows) {
        const work = this.serve(row)
          .catch((error: unknown) => void broken.push(error))
          .finally(() => running.delete(row.id));
        running.set(row.id, work);
      }
      if (rows.length > 0) continue;
      if (running.size === 0) break;
      await firstOf([...running.values()]);
    }
    await Promise.all(running.values());
    if (broken.length > 0) throw broken[0];
    if (this.stopping) return null;
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

  private async claim(running: ReadonlyMap<string, unknown>): Promise<Row[]> {
    const { database, clock, leases, due, most, taken } = this.parts;
    const room = most - running.size;
    if (room <= 0) return [];
    return database.write(async (manager) => {
      const at = toInstant(clock.now());
      const found = await leases.find(due(manager, at), most);
      // A lease may be over while its row is worked at here: it is not worked at twice by one name.
      const rows = found.filter(({ id }) => !running.has(id)).slice(0, room);
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

/** Until something of it is done, or it is time to look what else has become due. */
async function firstOf(running: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const look = new Promise<void>((resolve) => (timer = setTimeout(resolve, LOOK_MS)));
  await Promise.race([...running, look]).finally(() => clearTimeout(timer));
}
