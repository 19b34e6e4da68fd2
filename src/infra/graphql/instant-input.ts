import { fill } from "../../kernel/catalogue";
import { readWholeInstant } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import { INFRA_TEXTS } from "../texts/infra-texts";

/** Reads an instant of any zone; a day alone begins at another moment for each reader. Throws Refusal BAD_INPUT. */
export function instantFrom(text: string, field: readonly string[]): string {
  const instant = readWholeInstant(text);
  if (instant !== null) return instant;
  throw new BilingualRefusal("BAD_INPUT", fill(INFRA_TEXTS.noInstant, { said: text }), field);
}
