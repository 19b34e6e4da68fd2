import { readWholeInstant } from "../../kernel/clock";
import { Refusal } from "../../kernel/errors";

/** Reads an instant of any zone; a day alone begins at another moment for each reader. Throws Refusal BAD_INPUT. */
export function instantFrom(text: string, field: readonly string[]): string {
  const instant = readWholeInstant(text);
  if (instant !== null) return instant;
  throw new Refusal("BAD_INPUT", `"${text}" is no instant; write it like 2026-11-24T09:00:00Z.`, field);
}
