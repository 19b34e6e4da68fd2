import { giveWay } from "../../kernel/deadline";
import type { TableSource } from "../../infra/tables/table";
import { localeOf, type Actor } from "../../kernel/actor";
import { Refusal } from "../../kernel/errors";
import { inLanguageOfRequest } from "../../infra/http/request-scope";
import { PolicyRefusal } from "../../policy/ports";
import type { Offered } from "../item/forms";
import { itemsIn, type ListedItem, type ListFormat } from "../item/listed-items";
import { UnfitItem, type Offer, type OfferingService } from "./offering.service";

/** What came of one item of a list. */
export interface ListedOutcome {
  readonly line: number;
  readonly feature: Offered | null;
  readonly number: string | null;
  readonly outcome: Offer["outcome"] | "refused";
  readonly recordId: string | null;
  readonly faults: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: readonly string[] | null;
  }[];
}

export interface ListOptions {
  readonly format: ListFormat;
  /** Of items that do not say. */
  readonly feature: Offered | null;
  /** Judges and checks every item, and changes nothing. */
  readonly dryRun: boolean;
}

/**
 * Offers the items of a list, each for itself: what is wrong with one keeps no other back, and the same list can be
 * given again, for what is there already is unchanged.
 */
export async function* offerList(
  offering: OfferingService,
  actor: Actor,
  company: string,
  source: TableSource,
  { format, feature, dryRun }: ListOptions,
): AsyncGenerator<ListedOutcome> {
  const { currency } = await offering.requireKnown(actor, company);
  const seen = new Map<string, string>();
  for await (const item of itemsIn(source, { format, feature, currency })) {
    const outcome = await offerOne(offering, actor, company, item, dryRun);
    yield dryRun ? afterThoseAbove(outcome, item, seen) : outcome;
    await giveWay();
  }
}

/** A dry run writes nothing, so that an item that stands in the list twice would seem new twice. */
function afterThoseAbove(
  outcome: ListedOutcome,
  { feature, values }: ListedItem,
  seen: Map<string, string>,
): ListedOutcome {
  if (outcome.outcome === "refused" || values === null) return outcome;
  const { project, commitment, number, code } = values;
  const key = JSON.stringify([feature, project, commitment, number, code]);
  const item = JSON.stringify(values);
  const same = seen.get(key) === item;
  seen.set(key, item);
  return same ? { ...outcome, outcome: "unchanged" } : outcome;
}

async function offerOne(
  offering: OfferingService,
  actor: Actor,
  company: string,
  { line, feature, values, problem }: ListedItem,
  dryRun: boolean,
): Promise<ListedOutcome> {
  const nothing = { line, feature, number: values === null ? null : numberOf(values), recordId: null };
  if (problem !== null)
    return {
      ...nothing,
      outcome: "refused",
      faults: [{ code: "BAD_INPUT", message: problem[localeOf(actor)], field: null }],
    };
  try {
    const { record, outcome } = await offering.offer(actor, company, { feature, values }, dryRun);
    const isNew = dryRun && outcome === "submitted" && record.version === 1 && record.state === "draft";
    return { line, feature, number: record.number, recordId: isNew ? null : record.id, outcome, faults: [] };
  } catch (error) {
    return { ...nothing, outcome: "refused", faults: faultsOf(error) };
  }
}

/** What a person can act on. Anything else is thrown on. */
export function faultsOf(thrown: unknown): ListedOutcome["faults"] {
  const error = inLanguageOfRequest(thrown);
  if (error instanceof UnfitItem) return error.faults;
  if (error instanceof PolicyRefusal) return [{ code: error.decision.code, message: error.message, field: null }];
  if (error instanceof Refusal && error.code !== "UNAUTHENTICATED" && error.code !== "CONFIGURATION")
    return [{ code: error.code, message: error.message, field: error.field }];
  throw error;
}

function numberOf(values: Readonly<Record<string, unknown>>): string | null {
  const named = values["number"] ?? values["code"] ?? values["project"];
  return typeof named === "string" || typeof named === "number" ? `${named}`.slice(0, 255) : null;
}
