import { In } from "typeorm";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { LedgerChange } from "../../erp/connector/connector";
import { billTermsOf } from "../../erp/connector/read-terms";
import { LIST_KINDS, type ListKind } from "../../erp/connector/ledger-lists";
import { ContactTermsEntity } from "../../erp/mapping/contact-terms.entity";
import { LedgerListEntity } from "../../erp/mapping/ledger-list.entity";
import { knownLists } from "../../erp/mapping/known-lists";
import { insertRows } from "../../infra/db/query/rows";
import { toInstant } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { KnownActor } from "../../policy/ports";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { ChangeSweep, readingOutcome, retryAfterOf, type SweepOutcome, type SweepParts } from "./change-sweep";

/** Bookkeepers change these lists seldom; six calls an hour are a thirtieth of the day's allowance. */
const EVERY_MS = 60 * 60_000;
/** A ledger that does not answer is left alone for a while. */
const REST_MS = 5 * 60_000;
/** Pages of contacts in one reading; what is left is read with the next. */
const MAX_TERMS_CALLS = 50;

export interface ListsRead {
  readonly outcome: SweepOutcome;
  /** Why it is not complete. */
  readonly reason: string | null;
}

const READER: KnownActor = { kind: "system", id: "lists", name: "lists" };

/**
 * Keeps the lists fresh that the mapping is chosen from and documents are checked against, and the terms on which contacts
 * are paid.
 */
export class ListReading {
  private readonly restUntil = new Map<string, number>();
  private readonly sweeps: ChangeSweep;

  constructor(private readonly parts: SweepParts) {
    this.sweeps = new ChangeSweep(parts);
  }

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
      return await this.readTerms(connection);
    } catch (error) {
      const outcome = readingOutcome(error);
      if (outcome === null) throw error;
      return { outcome, reason: (error as Error).message };
    }
  }

  /** Of all contacts at first, then of those that have changed. */
  private readTerms(connection: ConnectionEntity): Promise<ListsRead> {
    return this.sweeps.run({
      by: READER,
      connection,
      purpose: "terms",
      kind: "contact",
      from: null,
      mostCalls: MAX_TERMS_CALLS,
      keep: async (scope, contacts) => {
        await keepTerms(scope, connection, contacts);
        return null;
      },
    });
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

async function keepTerms(
  { manager, at }: ChangeScope,
  { id: connectionId, companyId }: ConnectionEntity,
  contacts: readonly LedgerChange[],
): Promise<void> {
  await manager.delete(ContactTermsEntity, { connectionId, contactId: In(contacts.map((one) => one.externalId)) });
  const rows = contacts.flatMap(({ externalId: contactId, body }) => {
    const terms = billTermsOf(body);
    return terms ? [{ id: newId(), companyId, connectionId, contactId, ...terms, createdAt: at }] : [];
  });
  await insertRows(manager, ContactTermsEntity, rows);
}
