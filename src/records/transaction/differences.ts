import { decimalText } from "../../kernel/money";
import type { RecordRevisionEntity } from "../record/record-revision.entity";
import type { RecordEntity } from "../record/record.entity";

/** A field of a record that is not what it was. Missing values are null. */
export interface FieldDifference {
  /** As the API names it: `amount`, `state`, `item.lines[0].amount`, ... */
  readonly path: string;
  readonly seen: unknown;
  readonly now: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/** Fields of the record that a person decides by; the item itself is told field by field. */
const TOLD: readonly (keyof RecordEntity)[] = [
  ...([
    "title",
    "number",
    "kind",
    "projectId",
    "connectionId",
    "documentDate",
    "vendorNumber",
    "parentNumber",
  ] as const),
  ...(["workflowCompleted", "submittedById", "firstApproverId", "sentById", "externalId"] as const),
  ...(["failureCode", "rejectReason"] as const),
];

/**
 * What differs between the version that a caller saw and the record as it is.
 * @param since the record's history after that version, the first thing first
 */
export function differencesSince(since: readonly RecordRevisionEntity[], record: RecordEntity): FieldDifference[] {
  const [first] = since;
  if (!first) return [];
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const { before, after } of since) {
    for (const [field, value] of Object.entries(before ?? {})) was[field] = earliest(was[field], field in was, value);
    for (const [field, value] of Object.entries(after ?? {})) is[field] = latest(is[field], value);
  }
  return [
    ...between(first.fromState?.toUpperCase(), record.state.toUpperCase(), "state"),
    ...between(amountOf(was, record), amountOf(is, record)),
    ...between(pick(was, TOLD), pick(is, TOLD)),
    ...between(was["payload"], is["payload"], "item"),
  ];
}

/** Of the item only the fields that changed are kept with each revision: the first time counts for each. */
function earliest(known: unknown, isKnown: boolean, value: unknown): unknown {
  if (!isKnown) return value;
  return isObject(known) && isObject(value) ? { ...value, ...known } : known;
}

function latest(known: unknown, value: unknown): unknown {
  return isObject(known) && isObject(value) ? { ...known, ...value } : value;
}

function amountOf(values: Values, record: RecordEntity): Values {
  if (!("amountMinor" in values) && !("amountCurrency" in values)) return {};
  const minor = "amountMinor" in values ? values["amountMinor"] : record.amountMinor;
  const currency = "amountCurrency" in values ? values["amountCurrency"] : record.amountCurrency;
  if (typeof minor !== "number" || typeof currency !== "string") return { amount: null };
  return { amount: { value: decimalText({ minor, currency }), currency } };
}

function pick(values: Values, fields: readonly string[]): Values {
  return Object.fromEntries(fields.filter((field) => field in values).map((field) => [field, values[field]]));
}

/** The leaves that differ; what has no parts of its own is told whole. */
function between(seen: unknown, now: unknown, path = ""): FieldDifference[] {
  if (Array.isArray(seen) && Array.isArray(now)) {
    const length = Math.max(seen.length, now.length);
    return Array.from({ length }, (_, index) => between(seen[index], now[index], `${path}[${index}]`)).flat();
  }
  if (isObject(seen) && isObject(now) && path !== "amount") {
    const fields = [...new Set([...Object.keys(seen), ...Object.keys(now)])];
    return fields.flatMap((field) => between(seen[field], now[field], path === "" ? field : `${path}.${field}`));
  }
  return JSON.stringify(seen ?? null) === JSON.stringify(now ?? null)
    ? []
    : [{ path, seen: seen ?? null, now: now ?? null }];
}

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
