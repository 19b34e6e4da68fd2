import { textOf } from "../../kernel/text";
import { In, type EntityManager } from "typeorm";
import { dueDate } from "../../erp/connector/payment-terms";
import type { ContactDetails, DocumentLine, LedgerDocument } from "../../erp/connector/ledger-document";
import { parseMoney } from "../../kernel/money";
import type { Feature } from "../../policy/model/vocabulary";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { linesOf } from "../item/item";
import { bookingsOf, NO_BOOKINGS, type Bookings } from "./bookings";
import { contactsOf } from "./due-dates";
import { parentsOf } from "./parents";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordEntity } from "../record/record.entity";

/** What a record's document is made from, beside the record. */
interface Around {
  readonly category: string;
  readonly projectName: string | null;
  /** The project's option as the ledger knows it; null: it is not known, and its name must do. */
  readonly option: { readonly categoryId: string; readonly optionId: string } | null;
  /** Id in the ledger of what it builds on; null: that is not there. */
  readonly parentId: (feature: Feature) => string | null;
  /** Change orders of the commitment that the ledger holds, where it holds the commitment. */
  readonly changeOrders: readonly RecordEntity[];
  readonly bookings: Bookings;
  /** Where people reach the server, without a slash at the end. */
  readonly publicUrl: string;
}

/** Something that the document needs is not there: said like a fault of the ledger, so that it is shown alike. */
export interface NoDocument {
  readonly missing: string;
}

/** The documents of records, in the order given, in a constant number of SELECTs. */
export async function documentsOf(
  manager: EntityManager,
  records: readonly RecordEntity[],
  publicUrl: string,
): Promise<(LedgerDocument | NoDocument)[]> {
  const projectIds = records.flatMap(({ projectId }) => projectId ?? []);
  const projects = await manager.findBy(ProjectEntity, { id: In([...projectIds, ""]) });
  const parents = await parentsOf(manager, records);
  const changes = await changeOrdersOf(manager, records);
  const booked = [...records, ...[...changes.values()].flat()];
  const bookings = await bookingsOf(manager, booked, contactsOf(records, parents));
  return records.map((record) => {
    const changeOrders = changes.get(record.id) ?? [];
    const category = bookings.connectionOf(record)?.trackingCategory ?? "";
    const projectName = projects.find(({ id }) => id === record.projectId)?.name ?? null;
    const option = optionOf(parents(record, "project"));
    const parentId = (feature: Feature) => parents(record, feature)?.externalId ?? null;
    return documentOf(record, { category, projectName, option, parentId, changeOrders, bookings, publicUrl });
  });
}

/** What the record's document will say, before all that it builds on is in the ledger. */
export function draftDocument(record: RecordEntity): LedgerDocument | NoDocument {
  const parents = { option: null, parentId: () => "draft", changeOrders: [], bookings: NO_BOOKINGS };
  return documentOf(record, { category: "draft", projectName: null, publicUrl: "", ...parents });
}

function optionOf(project: RecordEntity | undefined): Around["option"] {
  if (!project?.externalGroupId || !project.externalId) return null;
  return { categoryId: project.externalGroupId, optionId: project.externalId };
}

/** Of the commitments that the ledger holds, in two SELECTs; a later version of one says them again. */
async function changeOrdersOf(
  manager: EntityManager,
  records: readonly RecordEntity[],
): Promise<ReadonlyMap<string, RecordEntity[]>> {
  const orders = records.filter(({ feature, externalId }) => feature === "commitment" && externalId !== null);
  if (orders.length === 0) return new Map();
  const named = await manager.findBy(RecordReferenceEntity, {
    companyId: In(orders.map(({ companyId }) => companyId)),
    feature: "commitment",
    sourceKey: In(orders.map(({ sourceKey }) => sourceKey)),
  });
  const where = { feature: "commitment_change_order", state: "synced" } as const;
  const changes = await manager.find(RecordEntity, {
    where: { ...where, id: In(named.map(({ recordId }) => recordId)) },
    order: { sentAt: "ASC", id: "ASC" },
  });
  const ownOf = (order: RecordEntity) => {
    const keys = named.filter(
      ({ companyId, sourceKey }) => companyId === order.companyId && sourceKey === order.sourceKey,
    );
    const ids = new Set(keys.map(({ recordId }) => recordId));
    return changes.filter(({ id }) => ids.has(id));
  };
  return new Map(orders.map((order) => [order.id, ownOf(order)]));
}

function documentOf(record: RecordEntity, around: Around): LedgerDocument | NoDocument {
  const { feature, number, title, id: reference, externalId } = record;
  const { parentId: parent } = around;
  switch (feature) {
    case "cost_code":
      return { kind: "item", reference, code: number, name: title, description: title };
    case "vendor":
      return { kind: "contact", reference, name: title, email: said(record, "email"), details: detailsOf(record) };
    case "project":
      if (around.category === "") return { missing: "The tracking category is not named in the connection" };
      return { kind: "tracking_option", reference, category: around.category, name: title, externalId };
    case "commitment":
      return withContact(parent("vendor"), (contactId) => ({
        kind: "purchase_order",
        contactId,
        externalId,
        changeOrders: around.changeOrders.map((change) => ({ ...money(change, around) })),
        deliveryInstructions: said(record, "deliveryInstructions"),
        notBefore: record.createdAt,
        ...arrival(record, around),
        ...money(record, around),
      }));
    case "commitment_change_order": {
      const purchaseOrderId = parent("commitment");
      if (purchaseOrderId === null) return { missing: "The purchase order is no longer in the ledger" };
      return { kind: "change_order", reference, number, purchaseOrderId, lines: money(record, around).lines };
    }
    case "subcontractor_invoice":
      return withContact(parent("vendor"), (contactId) => bill(record, contactId, around));
    default:
      return { missing: "The connector does not carry this to the ledger" };
  }
}

function withContact(
  contactId: string | null,
  make: (contactId: string) => LedgerDocument,
): LedgerDocument | NoDocument {
  return contactId === null ? { missing: "The contact could not be found among what was sent" } : make(contactId);
}

function bill(record: RecordEntity, contactId: string, around: Around): LedgerDocument {
  const common = money(record, around);
  const due = dueDate(common.date, around.bookings.billTerms(record, contactId).terms);
  const sourceUrl = `${around.publicUrl}/records/${record.id}`;
  return { kind: "bill", contactId, dueDate: due, sourceUrl, ...arrival(record, around), ...common };
}

/** Said only where the mapping says it. */
function arrival(record: RecordEntity, { bookings }: Around) {
  const { arrivesAs } = bookings.ofDocument(record);
  return arrivesAs === null ? {} : { arrivesAs };
}

const DETAILS = ["address", "city", "region", "postalCode", "country", "phone", "fax", "taxNumber"] as const;

function detailsOf({ payload }: RecordEntity): Partial<ContactDetails> {
  const said = DETAILS.map((name) => [name, textOf(payload[name])] as const).filter(([, value]) => value !== "");
  return Object.fromEntries(said);
}

function money(record: RecordEntity, { category, projectName, option: ids, bookings }: Around) {
  const currency = record.amountCurrency ?? "USD";
  const named = category !== "" && projectName !== null;
  const tracking = named || ids !== null ? { category, option: projectName ?? "", ids } : null;
  const lines = linesOf(record.payload).flatMap((line): DocumentLine[] => {
    const amount = parseMoney(textOf(line["amount"]), currency);
    if (!amount) return [];
    const description = textOf(line["description"]) || record.title || record.number;
    const itemCode = textOf(line["costCode"]) || null;
    const booking = bookings.ofLine(record, itemCode);
    const booked = Object.keys(booking).length === 0 ? {} : { booking };
    return [{ description, amount, itemCode, tracking, ...booked }];
  });
  const date = (record.documentDate ?? record.createdAt ?? "").slice(0, 10);
  return { reference: record.id, number: record.number, date, currency, lines };
}

function said({ payload }: RecordEntity, name: string): string | null {
  return textOf(payload[name]) || null;
}
