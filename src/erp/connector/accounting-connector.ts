import { sameName, textOf } from "../../kernel/text";
import type {
  ChangeKind,
  Connector,
  LookedUp,
  LedgerChange,
  MadeKind,
  Outcome,
  Standing,
  Tenancy,
  WriteCall,
} from "./connector";
import { saysThere } from "./fault/fault-codes";
import { faultOf } from "./ledger-fault";
import { LedgerTrouble, type Json, type LedgerApi } from "./ledger-api";
import { readChanges } from "./ledger-changes";
import type { LedgerDocument } from "./ledger-document";
import type { ListEntries, ListKind } from "./ledger-lists";
import { readList } from "./read-lists";
import { findDocuments } from "./find-document";
import { appendedOrderRow, billRow, contactRow, itemRow, orderRow } from "./payloads";
import { readStanding } from "./standing";
import { validationTexts } from "./trouble";

/** The connector over an API of Xero's shape: the official client, or the sandbox ledger. */
export class AccountingConnector implements Connector {
  constructor(
    readonly name: string,
    private readonly api: LedgerApi,
  ) {}

  async send(tenancy: Tenancy, documents: readonly LedgerDocument[], call: WriteCall): Promise<readonly Outcome[]> {
    const [first] = documents;
    if (!first) return [];
    if (documents.some(({ kind }) => kind !== first.kind)) throw new Error("One call carries documents of one kind");
    try {
      if (first.kind === "tracking_option") return [await this.sendOption(tenancy, first, call)];
      if (first.kind === "change_order") return [await this.append(tenancy, first, call)];
      return await this.sendRows(tenancy, documents, call);
    } catch (error) {
      const outcome = outcomeOf(error);
      return documents.map(() => outcome);
    }
  }

  async find(tenancy: Tenancy, document: LedgerDocument): Promise<LookedUp> {
    const [found] = await findDocuments(this.api, tenancy, [document]);
    return found ?? null;
  }

  async findAll(tenancy: Tenancy, documents: readonly LedgerDocument[]): Promise<readonly LookedUp[]> {
    return findDocuments(this.api, tenancy, documents);
  }

  async standing(tenancy: Tenancy, kind: MadeKind, externalId: string): Promise<Standing | null> {
    return readStanding(this.api, tenancy, kind, externalId);
  }

  async changedSince(
    tenancy: Tenancy,
    kind: ChangeKind,
    since: string | null,
    page: number,
  ): Promise<readonly LedgerChange[]> {
    return readChanges(this.api, tenancy, kind, since, page);
  }

  async readList<K extends ListKind>(tenancy: Tenancy, kind: K): Promise<readonly ListEntries[K][]> {
    return readList(this.api, tenancy, kind);
  }

  /** What is new is made and later versions are changed, which are two calls: the others of a mixed batch go next time. */
  private async sendRows(tenancy: Tenancy, documents: readonly LedgerDocument[], call: WriteCall): Promise<Outcome[]> {
    const changes = isLaterVersion(documents[0]);
    const now = documents.filter((document) => isLaterVersion(document) === changes);
    const { collection, idField, rows } = rowsOf(now);
    const answers =
      changes && collection === "PurchaseOrders"
        ? await this.api.change(tenancy, collection, rows, call)
        : await this.api.create(tenancy, collection, rows, call);
    return documents.map((document) => {
      const index = now.indexOf(document);
      if (index < 0) return { kind: "deferred", reason: "late", retryAfterMs: 0 };
      const answer = answers[index];
      if (!answer) return { kind: "unknown", reason: "The ledger said nothing of this row" };
      const texts = validationTexts(answer);
      if (texts.length > 0) return refusedFor(texts);
      const externalId = textOf(answer[idField]);
      if (externalId === "") return { kind: "unknown", reason: "The ledger gave no id", answered: true };
      return { kind: "delivered", externalId, found: false };
    });
  }

  private async sendOption(
    tenancy: Tenancy,
    { category, name, externalId = null }: Extract<LedgerDocument, { kind: "tracking_option" }>,
    call: WriteCall,
  ): Promise<Outcome> {
    const categories = await this.api.list(tenancy, "TrackingCategories", {});
    const found = categories.find(({ Name }) => sameName(Name, category));
    if (!found) return { kind: "refused", faults: [faultOf(`The tracking category '${category}' is not valid`)] };
    const categoryId = textOf(found.TrackingCategoryID);
    const option =
      externalId === null
        ? await this.api.addOption(tenancy, categoryId, name, call)
        : await this.api.renameOption(tenancy, { categoryId, optionId: externalId }, name, call);
    return { kind: "delivered", externalId: textOf(option.TrackingOptionID), groupId: categoryId, found: false };
  }

  private async append(
    tenancy: Tenancy,
    document: Extract<LedgerDocument, { kind: "change_order" }>,
    call: WriteCall,
  ): Promise<Outcome> {
    const order = await this.api.get(tenancy, "PurchaseOrders", document.purchaseOrderId);
    if (!order) return { kind: "refused", faults: [faultOf("The purchase order is no longer in the ledger")] };
    const [answer] = await this.api.change(tenancy, "PurchaseOrders", [appendedOrderRow(order, document)], call);
    const texts = answer ? validationTexts(answer) : [];
    if (texts.length > 0) return refusedFor(texts);
    return { kind: "delivered", externalId: document.purchaseOrderId, found: false };
  }
}

function isLaterVersion(document: LedgerDocument | undefined): boolean {
  return document?.kind === "purchase_order" && (document.externalId ?? null) !== null;
}

function rowsOf(documents: readonly LedgerDocument[]) {
  const rows: Json[] = documents.map((document) => {
    switch (document.kind) {
      case "item":
        return itemRow(document);
      case "contact":
        return contactRow(document);
      case "purchase_order":
        return orderRow(document);
      case "bill":
        return billRow(document);
      case "tracking_option":
      case "change_order":
        throw new Error(`${document.kind} has a call of its own`);
    }
  });
  const places = {
    item: { collection: "Items", idField: "ItemID" },
    contact: { collection: "Contacts", idField: "ContactID" },
    purchase_order: { collection: "PurchaseOrders", idField: "PurchaseOrderID" },
    bill: { collection: "Invoices", idField: "InvoiceID" },
  } as const;
  const kind = documents[0]?.kind as keyof typeof places;
  return { ...places[kind], rows };
}

/**
 * A key that was used with another request was used with an earlier form of this document, which may have been done. What
 * says that something of the name is there already may mean the document itself.
 */
function refusedFor(texts: readonly string[]): Outcome {
  const faults = texts.map(faultOf);
  if (faults.some(({ code }) => code === "KEY_REUSED"))
    return { kind: "unknown", reason: "The ledger knows the key of the call from an earlier try", answered: true };
  return { kind: "refused", faults, ...(faults.some(({ code }) => saysThere(code)) ? { saysThere: true } : {}) };
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof LedgerTrouble)) throw error;
  const { kind, message, details } = error;
  switch (kind) {
    case "refused":
      return refusedFor(details.texts ?? [message]);
    case "unauthorised":
      return { kind };
    case "rate_limited":
    case "unavailable":
    case "not_reached":
    case "late":
      return { kind: "deferred", reason: kind, retryAfterMs: details.retryAfterMs ?? null };
    case "unknown":
      return { kind, reason: message, ...(details.answered ? { answered: true } : {}) };
  }
}
