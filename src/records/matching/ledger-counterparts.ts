import { setTimeout as sleep } from "node:timers/promises";
import { In, type EntityManager } from "typeorm";
import { isClash, type MadeKind } from "../../erp/connector/connector";
import { LedgerTrouble } from "../../erp/connector/ledger-api";
import type { Database } from "../../infra/db/database";
import { LaneBusy, type LaneCalls } from "../../infra/outbox/lane-call";
import type { Feature } from "../../policy/model/vocabulary";
import type { Counterparts } from "../delivery/delivery";
import { documentsOf } from "../document/record-document";
import { laneOf } from "../record/record-lane";
import type { LedgerRoute, LedgerRoutes } from "../delivery/ledger-routes";
import { RecordRevisionEntity } from "../record/record-revision.entity";
import { RecordEntity } from "../record/record.entity";

export interface LedgerCounterpartParts {
  readonly database: Database;
  readonly ledgers: Pick<LedgerRoutes, "of">;
  readonly calls: Pick<LaneCalls, "call">;
}

const KINDS: Partial<Record<Feature, MadeKind>> = {
  cost_code: "item",
  project: "tracking_option",
  vendor: "contact",
  commitment: "purchase_order",
  commitment_change_order: "purchase_order",
  subcontractor_invoice: "bill",
};
/** A relay that serves the lane is done soon, mostly. */
const TRIES = 5;
const BETWEEN_MS = 200;

/** Looks into the ledger for what a record became, by the id that the ledger gave. */
export class LedgerCounterparts implements Counterparts {
  constructor(private readonly parts: LedgerCounterpartParts) {}

  async look(record: RecordEntity): Promise<"there" | "gone" | "unknown" | "not_ours"> {
    const kind = KINDS[record.feature];
    const manager = this.parts.database.read();
    if (record.direction === "import" || (await isLinked(manager, record))) return "not_ours";
    const lane = await laneOf(manager, record);
    const route = this.parts.ledgers.of(lane);
    if (!kind || !route || record.externalId === null) return "unknown";
    try {
      const { externalId } = record;
      const standing = await this.call(record, lane, () => route.connector.standing(route.tenancy, kind, externalId));
      if (standing !== "there") return "gone";
      return record.feature === "commitment_change_order" ? await this.lines(record, lane, route) : "there";
    } catch (error) {
      // Whoever wants to unlink can say that it is gone; what is a defect is not swallowed.
      if (error instanceof LedgerTrouble || error instanceof LaneBusy) return "unknown";
      throw error;
    }
  }

  /** A change order is lines of its order: the order may be there without them. */
  private async lines(record: RecordEntity, lane: string, { connector, tenancy }: LedgerRoute) {
    const [document] = await documentsOf(this.parts.database.read(), [record], "");
    if (!document || "missing" in document) return "unknown";
    const looked = await this.call(record, lane, () => connector.find(tenancy, document));
    return looked === null || isClash(looked) ? "gone" : "there";
  }

  private async call<T>({ companyId }: RecordEntity, id: string, work: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.parts.calls.call({ id, companyId }, work);
      } catch (error) {
        if (!(error instanceof LaneBusy) || error.until !== null || tried >= TRIES) throw error;
        await sleep(BETWEEN_MS);
      }
    }
  }
}

/** It was in the ledger before: the record was linked with it, and not sent. */
async function isLinked(manager: EntityManager, { id, externalId }: RecordEntity): Promise<boolean> {
  if (externalId === null) return false;
  const tied = await manager.findOne(RecordRevisionEntity, {
    where: { recordId: id, event: In(["link", "accepted"]) },
    order: { version: "DESC" },
  });
  return tied?.event === "link";
}
