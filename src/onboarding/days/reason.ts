import { Refusal } from "../../kernel/errors";

const LONGEST = 2000;

/** The reason that is kept in the audit trail. Throws Refusal BAD_INPUT. */
export function reasonFrom(reason: string): string {
  return textFrom(reason, ["input", "reason"], "Say why: the reason is kept in the audit trail.");
}

/** A text of one or more lines, without space around it. Throws Refusal BAD_INPUT at the field: empty, too long. */
export function textFrom(text: string, field: readonly string[], ask = "Write something."): string {
  const trimmed = text.trim();
  if (trimmed === "") throw new Refusal("BAD_INPUT", ask, field);
  if (trimmed.length > LONGEST) throw new Refusal("BAD_INPUT", `At most ${LONGEST} characters.`, field);
  return trimmed;
}
