import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { Database } from "../../infra/db/database";
import type { LedgerImport } from "../../records/import/ledger-import";
import type { Staged } from "../../records/import/staged-item";
import { RecordEntity } from "../../records/record/record.entity";
import { MAX_SYNC_ROWS, type ConstructionPlatform, type StraightIn, type SyncRow } from "../port/construction-platform";
import type { Publishing } from "../publish/publishing";
import { PLATFORM, type RequestContext } from "./request-context";
import { requestWords } from "./request-words";
import { LedgerNotSeen } from "./unlinking";
import type { Refreshed, Understood } from "./understanding/understood";

type Refresh = Extract<Understood, { kind: "refresh" }>;

export interface RefreshingParts {
  readonly database: Database;
  readonly imports: Pick<LedgerImport, "read">;
  readonly publishing: Publishing;
  readonly platform: Pick<ConstructionPlatform, "syncStraightIn">;
}

const READ_FOR: Readonly<Partial<Record<Refreshed, readonly Staged[]>>> = {
  vendors: ["vendor"],
  jobs: ["project"],
  job: ["job_cost"],
  payments: ["commitment_payment"],
};
/** Calls to the ledger that one refresh may take: what is left over the schedule reads. */
const MAX_CALLS = 20;

/** Our cost types, as the platform's cost types have them. */
const COST_TYPES: readonly SyncRow[] = [
  { origin_id: "labor", code: "L", name: "Labor" },
  { origin_id: "equipment", code: "E", name: "Equipment" },
  { origin_id: "materials", code: "M", name: "Materials" },
  { origin_id: "subcontract", code: "S", name: "Subcontract" },
  { origin_id: "other", code: "O", name: "Other" },
];

/** What somebody over there asked to be read anew. */
export class Refreshing {
  constructor(private readonly parts: RefreshingParts) {}

  /** @param last the last try: then what could not be read is said to be so */
  async carryOut(context: RequestContext, { what, detailId, listId }: Refresh, last: boolean): Promise<void> {
    switch (what) {
      case "cost_codes":
        await this.costCodes(context, listId);
        return context.succeed([detailId]);
      case "cost_types":
        await this.send(context, { kind: "line_item_types" }, COST_TYPES);
        return context.succeed([detailId]);
      case "commitments":
      case "change_orders":
        return context.succeed([detailId], requestWords("NOTHING_TO_IMPORT", context.locale));
      case "vendors":
      case "jobs":
      case "job":
      case "payments":
        return this.fromLedger(context, READ_FOR[what] ?? [], detailId, last);
    }
  }

  private async fromLedger(
    context: RequestContext,
    features: readonly Staged[],
    detailId: string | null,
    last: boolean,
  ): Promise<void> {
    const where = { companyId: context.companyId, status: "authorised" } as const;
    const ledgers = await this.parts.database.read().findBy(ConnectionEntity, where);
    const unread: string[] = [];
    for (const ledger of ledgers)
      for (const { outcome, reason } of await this.parts.imports.read(PLATFORM, ledger, features, MAX_CALLS))
        if (outcome !== "complete") unread.push(reason ?? outcome);
    if (ledgers.length === 0) unread.push("not connected");
    if (unread.length > 0 && !last) throw new LedgerNotSeen(unread.join(", "));
    for (const feature of features) await this.parts.publishing.all(context.connection, feature);
    if (unread.length === 0) return context.succeed([detailId]);
    return context.fail([detailId], requestWords("LEDGER_NOT_READ", context.locale, unread.join(", ")));
  }

  /** Codes that the ledger has, as items: they were sent from here, since nothing is imported of them. */
  private async costCodes(context: RequestContext, named: string | null): Promise<void> {
    const listId = named ?? context.connection.costCodeListId;
    if (listId === null) return;
    const { companyId } = context;
    const where = { companyId, feature: "cost_code", state: "synced" } as const;
    const records = await this.parts.database.read().find(RecordEntity, { where, order: { number: "ASC" } });
    const rows = records.map(({ externalId, number, title }) => ({ origin_id: externalId, code: number, name: title }));
    await this.send(context, { kind: "standard_cost_codes", listId }, rows);
  }

  private async send({ target }: RequestContext, to: StraightIn, rows: readonly SyncRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += MAX_SYNC_ROWS)
      await this.parts.platform.syncStraightIn(target, to, rows.slice(from, from + MAX_SYNC_ROWS));
  }
}
