import type {
  EntityManager,
  FindOptionsWhere,
  ObjectLiteral,
  QueryDeepPartialEntity,
  SelectQueryBuilder,
} from "typeorm";
import { instantAfter, toInstant, type Clock } from "../../kernel/clock";

/** A row that one process at a time works at: which one, and until when at most, since a process may die. */
export interface LeasedRow extends ObjectLiteral {
  id: string;
  leasedBy: string | null;
  leasedUntil: string | null;
}

export interface LeaseSettings {
  /** Tells the process, or what in it works at the row, from others. */
  readonly name: string;
  readonly clock: Clock;
  /** Longer than the work takes. */
  readonly leaseMs: number;
}

/** What is written together with a lease, or with its end. */
export type Besides<Row> = Omit<QueryDeepPartialEntity<Row>, "id" | "leasedBy" | "leasedUntil">;

/** Nobody's. */
export const FREE = { leasedBy: null, leasedUntil: null };

export function isFree({ leasedUntil }: Pick<LeasedRow, "leasedUntil">, at: string): boolean {
  return leasedUntil === null || leasedUntil <= at;
}

/**
 * The leases of a table. Two processes never hold the same row: on PostgreSQL by row locks while it is taken, on SQLite
 * by the one writer there is. What a process does after it has lost its lease counts for nothing: `giveBack` says so.
 */
export class Leases<Row extends LeasedRow> {
  constructor(
    private readonly entity: new () => Row,
    private readonly settings: LeaseSettings,
  ) {}

  /** Inside `Database.write`: the first free rows of the query, held until the transaction ends. Others skip them. */
  async find(query: SelectQueryBuilder<Row>, most: number): Promise<Row[]> {
    const { alias, dataSource } = query;
    query.andWhere(`(${alias}.leasedUntil IS NULL OR ${alias}.leasedUntil <= :leaseAt)`, { leaseAt: this.now() });
    if (dataSource.options.type === "postgres") query.setLock("pessimistic_write").setOnLocked("skip_locked");
    return query.limit(most).getMany();
  }

  /** Inside `Database.write`, of rows that it holds: takes them, or has them for longer. */
  async take(manager: EntityManager, rows: readonly Row[], besides?: Besides<Row>): Promise<void> {
    if (rows.length === 0) return;
    const lease = { leasedBy: this.settings.name, leasedUntil: instantAfter(this.now(), this.settings.leaseMs) };
    const ids = rows.map(({ id }) => id);
    const changes = { ...besides, ...lease } as unknown as QueryDeepPartialEntity<Row>;
    await manager.createQueryBuilder().update(this.entity).set(changes).whereInIds(ids).execute();
    for (const row of rows) Object.assign(row, lease);
  }

  /** Inside `Database.write`: ends the lease and writes the rest; false: it was somebody else's, and nothing is written. */
  async giveBack(manager: EntityManager, id: string, besides?: Besides<Row>): Promise<boolean> {
    const mine = { id, leasedBy: this.settings.name } as FindOptionsWhere<Row>;
    const changes = { ...besides, ...FREE } as unknown as QueryDeepPartialEntity<Row>;
    const { affected } = await manager.update(this.entity, mine, changes);
    return affected === 1;
  }

  isMine({ leasedBy }: Row): boolean {
    return leasedBy === this.settings.name;
  }

  private now(): string {
    return toInstant(this.settings.clock.now());
  }
}
