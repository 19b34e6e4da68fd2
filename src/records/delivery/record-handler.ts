import { In, type EntityManager } from "typeorm";
import { isClash, type Connector, type LookedUp, type Tenancy } from "../../erp/connector/connector";
import { faultOf } from "../../erp/connector/ledger-fault";
import { LedgerTrouble } from "../../erp/connector/ledger-api";
import { breachesOf } from "../../erp/connector/ledger-limits";
import { BATCH_SIZES, LOOK_UP_SIZES, type LedgerDocument } from "../../erp/connector/ledger-document";
import type { Database } from "../../infra/db/database";
import type {
  DeliveryCall,
  DeliveryOutcome,
  LastLook,
  NotThere,
  OutboxHandler,
  Settlement,
} from "../../infra/outbox/handler";
import type { Reason } from "../../infra/outbox/message-state";
import type { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import type { Feature } from "../../policy/model/vocabulary";
import type { RecordOutcomes } from "./record-outcomes";
import { RecordEntity } from "../record/record.entity";
import { keepSnapshot } from "./snapshots";
import { noteUnknownFault } from "../faults/unknown-faults";
import { documentsOf, type NoDocument } from "../document/record-document";

export interface RecordHandlerParts {
  readonly database: Database;
  readonly outcomes: RecordOutcomes;
  /** The connector of a lane, and the organisation behind it. */
  readonly route: (lane: string) => { readonly connector: Connector; readonly tenancy: Tenancy };
  readonly publicUrl: string;
}

const BATCHES: Partial<Record<Feature, number>> = {
  cost_code: BATCH_SIZES.item,
  vendor: BATCH_SIZES.contact,
  commitment: BATCH_SIZES.purchase_order,
  subcontractor_invoice: BATCH_SIZES.bill,
};
const LOOK_UPS: Partial<Record<Feature, number>> = {
  cost_code: LOOK_UP_SIZES.item,
  project: LOOK_UP_SIZES.tracking_option,
  vendor: LOOK_UP_SIZES.contact,
  subcontractor_invoice: LOOK_UP_SIZES.bill,
};
/** What is looked up first and then written: the tracking category of an option, the order of a change order. */
const CALLS: Partial<Record<Feature, number>> = { project: 2, commitment_change_order: 2 };
/** Also what was given up meanwhile, if it is the same that was sent: the ledger has it, whatever was believed. */
const MAY_HAVE_ARRIVED: ReadonlySet<string> = new Set(["exporting", "stale", "failed", "rejected"]);
const RELAY = { kind: "system", id: "relay", name: "delivery" } as const;

/** What the outbox's messages are about: sent records on their way to the ledger. */
export class RecordHandler implements OutboxHandler {
  constructor(private readonly parts: RecordHandlerParts) {}

  batchSize(topic: string): number {
    return BATCHES[topic as Feature] ?? 1;
  }

  callsOf(topic: string): number {
    return CALLS[topic as Feature] ?? 1;
  }

  lookUpSize(topic: string): number {
    return LOOK_UPS[topic as Feature] ?? 1;
  }

  /** Whoever sent a record must still be allowed to, at the last moment; and it must be the revision that they sent. */
  async lastLook(manager: EntityManager, messages: readonly OutboxMessageEntity[]): Promise<Map<string, LastLook>> {
    const looks = new Map<string, LastLook>();
    const records = await recordsOf(manager, messages);
    for (const message of messages) {
      const record = records.get(message.subjectId);
      if (!record || record.revision !== revisionOf(message)) {
        looks.set(message.id, { withheld: { code: "RECORD_CHANGED", text: "It was offered again since it was sent" } });
        continue;
      }
      const decision = await this.parts.outcomes.recheck({ companyId: record.companyId, recordId: record.id });
      // Without a consent nothing is called either, and what was sent waits for one: that is no refusal.
      if (decision && !decision.allowed && decision.code !== "CONNECTION_NOT_AUTHORISED")
        looks.set(message.id, { withheld: { code: decision.code, text: decision.message } });
      else looks.set(message.id, { withheld: null, grantId: decision?.grantId ?? null });
    }
    return looks;
  }

  async deliver(messages: readonly OutboxMessageEntity[], call: DeliveryCall): Promise<readonly DeliveryOutcome[]> {
    const documents = await this.documents(messages);
    const ready = documents.filter(
      (document): document is LedgerDocument => !isMissing(document) && notHeld(document) === null,
    );
    const { connector, tenancy } = this.parts.route(messages[0]?.lane ?? "");
    const outcomes = ready.length === 0 ? [] : [...(await connector.send(tenancy, ready, call))];
    return documents.map((document) => {
      if (isMissing(document)) return { kind: "refused", faults: [faultOf(document.missing)] };
      const unheld = notHeld(document);
      if (unheld) return { kind: "refused", faults: [unheld] };
      return outcomes.shift() ?? { kind: "unknown", reason: "The connector said nothing of it" };
    });
  }

  async find(messages: readonly OutboxMessageEntity[]): Promise<readonly (DeliveryOutcome | NotThere)[]> {
    const documents = await this.documents(messages);
    const wanted = documents.filter((document): document is LedgerDocument => !isMissing(document));
    const { connector, tenancy } = this.parts.route(messages[0]?.lane ?? "");
    try {
      const looked = wanted.length === 0 ? [] : await connector.findAll(tenancy, wanted);
      const found = [...(await this.withoutStrangers(messages[0], looked))];
      return documents.map((document) => {
        const one = isMissing(document) ? null : (found.shift() ?? null);
        if (one === null) return { kind: "not_there" };
        return isClash(one) ? { kind: "not_there", clash: one.clash } : { kind: "delivered", ...one, found: true };
      });
    } catch (error) {
      const outcome = lookUpTrouble(error);
      return messages.map(() => outcome);
    }
  }

  /**
   * An option carries nothing of ours but its name: one that was read from the ledger before, and waits to be imported or
   * linked, is the bookkeeper's. Whether it is the same job a person says, by linking.
   */
  private async withoutStrangers(
    message: OutboxMessageEntity | undefined,
    looked: readonly LookedUp[],
  ): Promise<readonly LookedUp[]> {
    const ids = looked.flatMap((one) => (one === null || isClash(one) ? [] : [one.externalId]));
    if (message?.topic !== "project" || ids.length === 0) return looked;
    const { companyId, lane } = message;
    const where = { companyId, feature: "project", direction: "import", state: "staged", externalId: In(ids) } as const;
    const known = await this.parts.database.read().findBy(RecordEntity, where);
    return looked.map((one) => {
      if (one === null || isClash(one)) return one;
      const other = known.find((row) => row.externalId === one.externalId && (row.connectionId ?? lane) === lane);
      return other ? { clash: { externalId: one.externalId, text: other.title } } : one;
    });
  }

  async settled(manager: EntityManager, message: OutboxMessageEntity, settlement: Settlement): Promise<void> {
    const record = await manager.findOneBy(RecordEntity, { id: message.subjectId });
    const sent = { companyId: message.companyId, recordId: message.subjectId, revision: revisionOf(message) };
    // It was offered again meanwhile: what became of the older revision stays with its message.
    if (!record || record.revision !== sent.revision) return;
    const { outcomes } = this.parts;
    switch (settlement.kind) {
      case "delivered":
        if (MAY_HAVE_ARRIVED.has(record.state)) {
          const accepted = await outcomes.accepted(RELAY, sent, settlement.externalId, settlement.groupId ?? null);
          await keepSnapshot(manager, accepted, this.parts.publicUrl, accepted.updatedAt);
        }
        return;
      case "refused": {
        await noteUnknown(manager, message, settlement.faults);
        const [first] = settlement.faults;
        const said = settlement.faults.map((fault) => fault.text).join("; ");
        const text = settlement.clash ? `${said} (in the ledger: ${settlement.clash.text})` : said;
        const clashExternalId = settlement.clash?.externalId ?? null;
        await outcomes.refused(RELAY, sent, { code: first?.code ?? "UNKNOWN_FAULT", text, clashExternalId });
        return;
      }
      case "withheld":
      case "dead":
        await outcomes.refused(RELAY, sent, settlement.reason);
        return;
      case "unknown":
        if (record.state !== "exporting") return;
        await outcomes.unanswered(RELAY, sent, {
          code: "OUTCOME_UNKNOWN",
          text: "The ledger did not answer; it is looked up before anything is sent again",
        });
    }
  }

  private async documents(messages: readonly OutboxMessageEntity[]): Promise<(LedgerDocument | NoDocument)[]> {
    const manager = this.parts.database.read();
    const records = await recordsOf(manager, messages);
    const found = messages.flatMap(({ subjectId }) => records.get(subjectId) ?? []);
    const documents = await documentsOf(manager, found, this.parts.publicUrl);
    const byId = new Map(found.map(({ id }, index) => [id, documents[index]]));
    return messages.map(({ subjectId }) => byId.get(subjectId) ?? { missing: "The record is not there any more" });
  }
}

/** The last look at what would leave: nothing is cut or rounded there. Null: the ledger can hold it. */
function notHeld(document: LedgerDocument): Reason | null {
  const breaches = breachesOf(document);
  if (breaches.length === 0) return null;
  const text = breaches.map(({ field, code, values }) => `${field}: ${code} (${values.join(", ")})`).join("; ");
  return { code: "NOT_HELD_BY_LEDGER", text };
}

function lookUpTrouble(error: unknown): DeliveryOutcome {
  if (!(error instanceof LedgerTrouble)) throw error;
  if (error.kind === "unauthorised") return { kind: "unauthorised" };
  return { kind: "deferred", reason: error.kind, retryAfterMs: error.details.retryAfterMs ?? null };
}

async function noteUnknown(
  manager: EntityManager,
  { companyId, subjectId: recordId, finishedAt, nextAt }: OutboxMessageEntity,
  faults: readonly Reason[],
): Promise<void> {
  for (const { code, text } of faults)
    if (code === "UNKNOWN_FAULT")
      await noteUnknownFault(manager, { companyId, recordId, text, at: finishedAt ?? nextAt });
}

async function recordsOf(manager: EntityManager, messages: readonly OutboxMessageEntity[]) {
  const ids = messages.map(({ subjectId }) => subjectId);
  const found = await manager.findBy(RecordEntity, { id: In(ids) });
  return new Map(found.map((record) => [record.id, record]));
}

function isMissing(document: LedgerDocument | NoDocument): document is NoDocument {
  return "missing" in document;
}

function revisionOf({ payload }: OutboxMessageEntity): number {
  return typeof payload["revision"] === "number" ? payload["revision"] : 0;
}
