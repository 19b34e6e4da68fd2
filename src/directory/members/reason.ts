import { Refusal } from "../../kernel/errors";

/** The reason, trimmed. Throws Refusal BAD_INPUT for a blank one: whoever loses or gains by it will ask. */
export function reasonOf(reason: string): string {
  const text = reason.trim();
  if (text !== "") return text;
  throw new Refusal("BAD_INPUT", "Say why: the reason is kept in the audit trail.", ["input", "reason"]);
}
