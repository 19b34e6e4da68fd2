import { In } from "typeorm";
import type { TenancyServices } from "../../erp/oauth/tenancy";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Database } from "../../infra/db/database";
import type { KnownActor } from "../../policy/ports";
import type { Reconciler } from "./reconciler";
import type { Job } from "../../infra/jobs/schedule";

export interface NoticeParts {
  readonly database: Database;
  readonly tenancy: Pick<TenancyServices, "ledgerChanges">;
  readonly reconciler: Pick<Reconciler, "compare">;
}

/** A comparison costs some of the day's calls: what is told meanwhile goes with the next one. */
const EVERY_MS = 15 * 60_000;
const MAX_COUNT = 1_000;
const BY: KnownActor = { kind: "system", id: "notices", name: "notices" };

/** Where a ledger told of a change by itself, the books are compared without waiting for the day to pass. */
export function noticeJob(parts: NoticeParts): Job {
  return { name: "notices", everyMs: EVERY_MS, work: () => compareNoticed(parts) };
}

async function compareNoticed({ database, tenancy, reconciler }: NoticeParts): Promise<void> {
  const { ledgerChanges } = tenancy;
  const ids = await ledgerChanges.connections();
  const connections = await database.read().findBy(ConnectionEntity, { id: In(ids), status: "authorised" });
  for (const connection of connections) {
    // What arrives while the books are compared is not among these, and waits for the next time.
    const notices = await ledgerChanges.waiting(connection.id, MAX_COUNT);
    const { complete } = await reconciler.compare(BY, connection);
    if (complete)
      await database.write((manager) =>
        ledgerChanges.taken(
          manager,
          notices.map(({ id }) => id),
        ),
      );
  }
}
