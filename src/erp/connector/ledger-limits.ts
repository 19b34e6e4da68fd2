import { decimalText, minorDigits, type Money } from "../../kernel/money";
import type { DocumentLine, LedgerDocument } from "./ledger-document";
import { changeOrderMark } from "./payloads";

/**
 * What the ledger can hold, in one place: the forms of items, submission, readiness and the last look before a call ask it, and
 * nothing leaves that would be cut, rounded or tidied there. Lengths in characters, from Xero's OpenAPI document unless said.
 */
export const LEDGER_LIMITS = {
  itemCode: 30,
  itemName: 50,
  /** 100 can be read, 50 created (tracking categories reference). */
  optionName: 50,
  contactName: 255,
  email: 255,
  addressLine: 500,
  city: 255,
  region: 255,
  postalCode: 50,
  country: 50,
  phone: 50,
  taxNumber: 50,
  documentNumber: 255,
  deliveryInstructions: 500,
  lineDescription: 4000,
} as const;

/** Days of documents and what is counted from them. What lies outside is a slip (0202, 9999) that the ledger might take. */
export const FIRST_DAY = "1980-01-01";
export const LAST_DAY = "2099-12-31";

/** The ledger counts amounts of every currency in hundredths. */
const LEDGER_DIGITS = 2;

/** Currencies that ISO 4217 has and Xero's CurrencyCode has not. */
const CURRENCIES_NOT_HELD: ReadonlySet<string> = new Set("BOV CHE CHW COU SSP USN UYI UYW VED XAD XCG ZWG".split(" "));

export const BREACH_CODES = [
  "TOO_LONG",
  "CHARACTERS_NOT_HELD",
  "DAY_NOT_HELD",
  "DIGITS_NOT_HELD",
  "CURRENCY_NOT_HELD",
] as const;
export type BreachCode = (typeof BREACH_CODES)[number];

/** Something of a document that the ledger cannot hold. */
export interface Breach {
  /** Of the document: "name", "lines.0.description". */
  readonly field: string;
  readonly code: BreachCode;
  /** The most characters and how many there are; the characters; the first and the last day; the digits; the currency. */
  readonly values: readonly string[];
}

/** All that the ledger cannot hold of the document; none: it leaves as it is. */
export function breachesOf(document: LedgerDocument): Breach[] {
  switch (document.kind) {
    case "item":
      return [
        ...text("code", document.code, LEDGER_LIMITS.itemCode),
        ...text("name", document.name, LEDGER_LIMITS.itemName),
      ];
    case "tracking_option":
      return text("name", document.name, LEDGER_LIMITS.optionName);
    case "contact":
      return contactBreaches(document);
    case "purchase_order":
      return [
        ...text("number", document.number, LEDGER_LIMITS.documentNumber),
        ...text("deliveryInstructions", document.deliveryInstructions ?? "", LEDGER_LIMITS.deliveryInstructions),
        ...day("date", document.date),
        ...currency(document.currency),
        ...document.lines.flatMap((line, index) => lineBreaches(line, index)),
      ];
    case "change_order": {
      // The mark of the change order stands before what each line says.
      const mark = `${changeOrderMark(document.number, document.reference)} `;
      return [
        ...text("number", document.number, LEDGER_LIMITS.documentNumber),
        ...document.lines.flatMap((line, index) => lineBreaches(line, index, mark)),
      ];
    }
    case "bill":
      return [
        ...text("number", document.number, LEDGER_LIMITS.documentNumber),
        ...(day("date", document.date).length > 0 ? day("date", document.date) : day("date", document.dueDate)),
        ...currency(document.currency),
        ...document.lines.flatMap((line, index) => lineBreaches(line, index)),
      ];
  }
}

function contactBreaches({ name, email, details = {} }: Extract<LedgerDocument, { kind: "contact" }>): Breach[] {
  const { address = "", taxNumber = "", ...places } = details;
  // Xero, Contacts: no angle brackets in a name; e-mail addresses of ASCII alone; a country of letters.
  return [
    ...text("name", name, LEDGER_LIMITS.contactName, /[<>]/gu),
    ...text("email", email ?? "", LEDGER_LIMITS.email, /[^\x20-\x7e]/gu),
    ...text("address", address, LEDGER_LIMITS.addressLine),
    ...text("taxNumber", taxNumber, LEDGER_LIMITS.taxNumber),
    ...(["city", "region", "postalCode"] as const).flatMap((one) => text(one, places[one] ?? "", LEDGER_LIMITS[one])),
    ...text("country", places.country ?? "", LEDGER_LIMITS.country, /[^A-Za-z ]/gu),
    ...(["phone", "fax"] as const).flatMap((one) => text(one, places[one] ?? "", LEDGER_LIMITS.phone)),
  ];
}

function lineBreaches({ description, amount, itemCode }: DocumentLine, index: number, mark = ""): Breach[] {
  return [
    ...text(`lines.${index}.description`, description, LEDGER_LIMITS.lineDescription - mark.length),
    ...text(`lines.${index}.itemCode`, itemCode ?? "", LEDGER_LIMITS.itemCode),
    ...digits(`lines.${index}.amount`, amount),
  ];
}

/** Pictures are tidied away there, whatever the field. */
const PICTURES = /[\p{Emoji_Presentation}\u{1f000}-\u{1faff}]|\ufe0f/gu;
const UNSEEN = /[^\P{C}\n]/gu;

function text(field: string, value: string, max: number, forbidden?: RegExp): Breach[] {
  const long: Breach[] =
    value.length > max ? [{ field, code: "TOO_LONG", values: [String(max), String(value.length)] }] : [];
  const found = [PICTURES, UNSEEN, ...(forbidden ? [forbidden] : [])].flatMap((one) => value.match(one) ?? []);
  if (found.length === 0) return long;
  return [...long, { field, code: "CHARACTERS_NOT_HELD", values: [[...new Set(found)].map(shown).join(" ")] }];
}

function shown(character: string): string {
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function day(field: string, value: string): Breach[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && value >= FIRST_DAY && value <= LAST_DAY) return [];
  return [{ field, code: "DAY_NOT_HELD", values: [FIRST_DAY, LAST_DAY] }];
}

function currency(code: string): Breach[] {
  return CURRENCIES_NOT_HELD.has(code) ? [{ field: "currency", code: "CURRENCY_NOT_HELD", values: [code] }] : [];
}

/** Hundredths, and no more digits than a JSON number carries. */
function digits(field: string, amount: Money): Breach[] {
  const written = decimalText(amount);
  const surplus = minorDigits(amount.currency) - LEDGER_DIGITS;
  const isWhole = surplus <= 0 || amount.minor % 10 ** surplus === 0;
  const carried = Number(written).toFixed(Math.max(0, minorDigits(amount.currency))) === written;
  return isWhole && carried ? [] : [{ field, code: "DIGITS_NOT_HELD", values: [String(LEDGER_DIGITS), written] }];
}
