import { readInstant } from "../../kernel/clock";
import { Refusal } from "../../kernel/errors";

/** Reads a date, taken as its first moment in UTC, or an instant of any zone. */
export function instantFrom(text: string, field: readonly string[]): string {
  const instant = readInstant(text);
  if (instant !== null) return instant;
  throw new Refusal("BAD_INPUT", `"${text}" is no instant; write it like 2026-11-24T09:00:00Z.`, field);
}
