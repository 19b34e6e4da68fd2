import { fill } from "../../kernel/catalogue";
import { readEnd, readStart } from "../../kernel/days";
import { BilingualRefusal } from "../../kernel/errors";
import { INFRA_TEXTS } from "../texts/infra-texts";

/** A day of the zone, as its first moment, or an instant. Throws Refusal BAD_INPUT at the field. */
export function startFrom(text: string, zone: string, field: readonly string[]): string {
  return readStart(text, zone) ?? noTime(text, field);
}

/** A day of the zone, as the first moment after it, or an instant; exclusive. Throws Refusal BAD_INPUT at the field. */
export function endFrom(text: string, zone: string, field: readonly string[]): string {
  return readEnd(text, zone) ?? noTime(text, field);
}

/** A stretch of time as somebody asks for it; what is left out is open. */
export interface NamedPeriod {
  readonly from?: string | null;
  readonly until?: string | null;
}

/** A stretch of time: days are the zone's, the last one counts whole; of instants `until` is exclusive. Throws BAD_INPUT. */
export function periodFrom({ from, until }: NamedPeriod, zone: string, path: readonly string[] = []) {
  return {
    from: from ? startFrom(from, zone, [...path, "from"]) : null,
    until: until ? endFrom(until, zone, [...path, "until"]) : null,
  };
}

function noTime(text: string, field: readonly string[]): never {
  throw new BilingualRefusal("BAD_INPUT", fill(INFRA_TEXTS.noDay, { said: text }), field);
}
