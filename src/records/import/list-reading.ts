import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { LedgerTrouble } from "../../erp/connector/ledger-api";
import { LIST_KINDS, type ListKind } from "../../erp/connector/ledger-lists";
import { LedgerListEntity } from "../../erp/mapping/ledger-list.entity";
import { knownLists } from "../../erp/mapping/known-lists";
import { LaneBusy } from "../../infra/outbox/lane-call";
import { toInstant } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { SweepOutcome, SweepParts } from "./change-sweep";

/** Bookkeepers change these lists seldom; five calls an hour are a fortieth of the day's allowance. */
const EVERY_MS = 60 * 60_000;
/** A ledger that does not answer is left alone for a while. */
const REST_MS = 5 * 60_000;

export interface ListsRead {
  readonly outcome: SweepOutcome;
  /** Why it is not complete. */
  readonly reason: string | null;
}

/** Keeps the lists fresh that the mapping is chosen from and documents are checked against. */
export class ListReading {
  private readonly restUntil = new Map<string, number>();

  constructor(private readonly parts: Pick<SweepParts, "database" | "clock" | "calls" | "ledgers">) {}

  /** For the schedule: connections whose lists have grown old. */
  async run(): Promise<void> {
    const { database, clock, ledgers } = this.parts;
    const connections = await database.read().findBy(ConnectionEntity, { status: "authorised" });
    const known = await knownLists(
      database.read(),
      connections.map(({ id }) => id),
    );
    const now = clock.now().getTime();
    for (const connection of connections) {
      const readAt = known.get(connection.id)?.readAt ?? null;
      const isFresh = readAt !== null && Date.parse(readAt) > now - EVERY_MS;
      if (isFresh || !ledgers.of(connection.id) || (this.restUntil.get(connection.id) ?? 0) > now) continue;
      const { outcome } = await this.read(connection);
      if (outcome !== "complete") this.restUntil.set(connection.id, now + REST_MS);
    }
  }

  /** Reads all lists of a connection now; each is kept as soon as it is read. */
  async read(connection: ConnectionEntity): Promise<ListsRead> {
    const route = this.parts.ledgers.of(connection.id);
    if (!route) return { outcome: "not_connected", reason: null };
    const lane = { id: connection.id, companyId: connection.companyId };
    try {
      for (const kind of LIST_KINDS) {
        const work = () => route.connector.readList(route.tenancy, kind);
        await this.keep(connection, kind, await this.parts.calls.call(lane, work, retryAfterOf));
      }
      return { outcome: "complete", reason: null };
    } catch (error) {
      if (error instanceof LaneBusy) return { outcome: "put_off", reason: error.message };
      if (!(error instanceof LedgerTrouble)) throw error;
      const isFinal = error.kind === "refused" || error.kind === "unauthorised";
      return { outcome: isFinal ? "failed" : "put_off", reason: error.message };
    }
  }

  private async keep(
    { id: connectionId, companyId }: ConnectionEntity,
    kind: ListKind,
    entries: readonly object[],
  ): Promise<void> {
    const readAt = toInstant(this.parts.clock.now());
    await this.parts.database.write(async (manager) => {
      // The connection may have been taken away meanwhile.
      if (!(await manager.existsBy(ConnectionEntity, { id: connectionId }))) return;
      await manager.delete(LedgerListEntity, { connectionId, kind });
      const row = { id: newId(), companyId, connectionId, kind, entries, readAt, createdAt: readAt };
      await manager.createQueryBuilder().insert().into(LedgerListEntity).values(row).updateEntity(false).execute();
    });
  }
}

function retryAfterOf(error: unknown): number | null {
  return error instanceof LedgerTrouble ? (error.details.retryAfterMs ?? null) : null;
}
