import { textOf } from "../../kernel/text";
import { decimalText, parseMoney, type Money } from "../../kernel/money";
import { instantOf } from "./ledger-changes";
import type { Json } from "./ledger-api";
import {
  ARRIVES_AS,
  type ArrivesAs,
  type DocumentLine,
  type LedgerDocument,
  type LineTracking,
} from "./ledger-document";
import { changeOrderMark, isOfChangeOrder } from "./payloads";

/** A field in which the ledger holds something else than it was sent. Null: one side has nothing there. */
export interface LedgerDifference {
  readonly field: string;
  readonly sent: string | null;
  readonly ledger: string | null;
}

type Of<K extends LedgerDocument["kind"]> = Extract<LedgerDocument, { kind: K }>;
type Pair = readonly [field: string, sent: string | null, ledger: string];

/** Where the ledger's row differs from the document that was sent; only fields that were sent are looked at. */
export function differencesOf(document: LedgerDocument, body: Json): LedgerDifference[] {
  switch (document.kind) {
    case "item":
      return differing([
        ["code", document.code, textOf(body.Code)],
        ["name", document.name, textOf(body.Name)],
        ["description", document.description, textOf(body.Description)],
      ]);
    case "contact":
      return differing([
        ["name", document.name, textOf(body.Name)],
        ["email", document.email, textOf(body.EmailAddress)],
      ]);
    case "tracking_option":
      return differing([["name", document.name, textOf(body.Name)]]);
    case "purchase_order":
      return orderDifferences(document, body);
    case "bill":
      return billDifferences(document, body);
    case "change_order":
      return lineDifferences(
        document.lines.map((line) => ({ ...line, description: markedText(document, line) })),
        linesOf(body).filter(({ Description }) =>
          textOf(Description).startsWith(changeOrderMark(document.number, document.reference)),
        ),
      );
  }
}

function orderDifferences(document: Of<"purchase_order">, body: Json): LedgerDifference[] {
  return [
    ...differing([
      ["number", document.number, textOf(body.PurchaseOrderNumber)],
      ["reference", document.reference, textOf(body.Reference)],
      ...headPairs(document, body),
      ["deliveryInstructions", document.deliveryInstructions ?? null, textOf(body.DeliveryInstructions)],
      statusPair(document, body, ["AUTHORISED", "BILLED"]),
    ]),
    // A line of our own may look like one of a change order: those are left out of what no line of ours is equal to.
    ...lineDifferences(document.lines, linesOf(body), ({ description }) => isOfChangeOrder(description)),
  ];
}

function billDifferences(document: Of<"bill">, body: Json): LedgerDifference[] {
  return [
    ...differing([
      ["number", document.number, textOf(body.InvoiceNumber)],
      ...headPairs(document, body),
      ["dueDate", document.dueDate, dayOf(body.DueDate)],
      statusPair(document, body, ["AUTHORISED", "PAID"]),
    ]),
    ...lineDifferences(document.lines, linesOf(body)),
  ];
}

function headPairs({ date, contactId, currency }: Of<"purchase_order"> | Of<"bill">, body: Json): Pair[] {
  return [
    ["date", date, dayOf(body.Date)],
    ["contact", contactId, textOf((body.Contact as Json | undefined)?.ContactID)],
    ["currency", currency, textOf(body.CurrencyCode) || currency],
  ];
}

/** What the ledger makes of an approved document by itself is no change, nor is the approval of what arrived before it. */
function statusPair(
  { arrivesAs = "authorised" }: { arrivesAs?: ArrivesAs },
  body: Json,
  same: readonly string[],
): Pair {
  const sent = arrivesAs.toUpperCase();
  const before = ARRIVES_AS.slice(ARRIVES_AS.indexOf(arrivesAs), -1).map((one) => one.toUpperCase());
  const held = textOf(body.Status);
  return ["status", sent, [...before, ...same].includes(held) ? sent : held];
}

interface LineText {
  readonly description: string;
  readonly amount: string;
  readonly itemCode: string;
  readonly tracking: string;
  /** The ledger's id of the option; null: not known, so that names must do. */
  readonly optionId: string | null;
}
const LINE_FIELDS = ["description", "amount", "itemCode", "tracking"] as const;

/**
 * Lines that are the same on both sides are paired first, in whatever order they stand; the others as they come.
 * @param isOthers of lines that are equal to none: whether it was never among those that were sent
 */
function lineDifferences(
  sent: readonly DocumentLine[],
  held: readonly Json[],
  isOthers: (line: LineText) => boolean = () => false,
): LedgerDifference[] {
  const currency = sent[0]?.amount.currency ?? "USD";
  const category = sent.find(({ tracking }) => tracking !== null)?.tracking ?? null;
  const ours = sent.map((line, index) => ({ index, line: sentLine(line) }));
  const open = held.map((line) => heldLine(line, currency, category));
  const changed = ours.filter(({ line }) => {
    const found = open.findIndex((one) => LINE_FIELDS.every((field) => isSame(field, line, one)));
    if (found >= 0) open.splice(found, 1);
    return found < 0;
  });
  const theirs = open.filter((line) => !isOthers(line));
  const differences = changed.flatMap(({ index, line }): LedgerDifference[] => {
    const other = theirs.shift();
    if (!other) return [{ field: `lines[${index}]`, sent: told(line), ledger: null }];
    return LINE_FIELDS.filter((field) => !isSame(field, line, other)).map((field) => ({
      field: `lines[${index}].${field}`,
      sent: line[field],
      ledger: other[field],
    }));
  });
  const added = theirs.map((line, index) => ({
    field: `lines[${sent.length + index}]`,
    sent: null,
    ledger: told(line),
  }));
  return [...differences, ...added];
}

function isSame(field: (typeof LINE_FIELDS)[number], sent: LineText, held: LineText): boolean {
  // An option that is called otherwise since is the same option.
  if (field === "tracking" && sent.optionId !== null && held.optionId !== null) return sent.optionId === held.optionId;
  return tidied(sent[field]) === tidied(held[field]);
}

function sentLine({ description, amount, itemCode, tracking }: DocumentLine): LineText {
  return {
    description,
    amount: decimalText(amount),
    itemCode: itemCode ?? "",
    tracking: tracking === null ? "" : `${tracking.category}: ${tracking.option}`,
    optionId: tracking?.ids?.optionId ?? null,
  };
}

/** Of two categories on a line that one counts in which we said the job. */
function heldLine(line: Json, currency: string, said: LineTracking | null): LineText {
  const all = Array.isArray(line.Tracking) ? (line.Tracking as Json[]) : [];
  const isOurs = ({ TrackingCategoryID, Name }: Json) =>
    Name === said?.category || (said?.ids != null && TrackingCategoryID === said.ids.categoryId);
  const tracking = all.find(isOurs) ?? all[0];
  return {
    description: textOf(line.Description),
    amount: amountText(line, currency),
    itemCode: textOf(line.ItemCode),
    tracking: tracking ? `${textOf(tracking.Name)}: ${textOf(tracking.Option)}` : "",
    optionId: textOf(tracking?.TrackingOptionID) || null,
  };
}

function amountText(line: Json, currency: string): string {
  const value = Number(line.LineAmount ?? Number(line.Quantity ?? 1) * Number(line.UnitAmount ?? 0));
  const money: Money | null = Number.isFinite(value) ? parseMoney(plain(value), currency) : null;
  return money ? decimalText(money) : plain(value);
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/0+$/, "");
}

/** As the ledger tidies texts: without pictures and what nobody sees, one space for any white. That is no change. */
function tidied(value: string): string {
  return value
    .normalize("NFC")
    .replace(/[\p{Emoji_Presentation}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}]/gu, "")
    .replace(/[\p{White_Space}\p{Cc}]+/gu, " ")
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\ufffd]/gu, "")
    .replace(/ +/g, " ")
    .trim();
}

function markedText({ number, reference }: Of<"change_order">, { description }: DocumentLine): string {
  return `${changeOrderMark(number, reference)} ${description}`;
}

function told({ description, amount }: LineText): string {
  return `${description} ${amount}`;
}

function differing(pairs: readonly Pair[]): LedgerDifference[] {
  return pairs.flatMap(([field, sent, ledger]) =>
    sent === null || tidied(sent) === tidied(ledger) ? [] : [{ field, sent, ledger: ledger === "" ? null : ledger }],
  );
}

function linesOf(body: Json): Json[] {
  return Array.isArray(body.LineItems) ? (body.LineItems as Json[]) : [];
}

function dayOf(value: unknown): string {
  return textOf(value) === "" ? "" : instantOf(value).slice(0, 10);
}
