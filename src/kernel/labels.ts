import { BilingualRefusal } from "./errors";
import { optionalText, textFrom, type TextForm } from "./text";

/** Characters of a name of a person, a company, a project. */
export const MAX_LABEL_LENGTH = 200;
/** Characters of a reason, and of other texts of some lines. */
export const MAX_REASON_LENGTH = 2000;
const REASON = ["input", "reason"] as const;
const SAY_WHY = {
  en: "Say why: the reason is kept with the change.",
  fr: "Dites pourquoi : la raison est conservée avec le changement.",
};

/** A name that people read. Throws Refusal BAD_INPUT at the field: empty, too long, not one line, something invisible in it. */
export function nameFrom(text: string, field: readonly string[], form: TextForm = "name"): string {
  return textFrom(form, text, MAX_LABEL_LENGTH, field);
}

/** A text of one or more lines. Throws Refusal BAD_INPUT at the field: empty, too long, something invisible in it. */
export function proseFrom(text: string, field: readonly string[], max = MAX_REASON_LENGTH): string {
  return textFrom("prose", text, max, field);
}

/** Why somebody does something. Throws Refusal BAD_INPUT where nothing is said. */
export function reasonFrom(reason: string, field: readonly string[] = REASON): string {
  if (reason.trim() === "") throw new BilingualRefusal("BAD_INPUT", SAY_WHY, field);
  return proseFrom(reason, field);
}

/** The same where it may be left out; null: nothing is said. */
export function optionalReason(reason: string | null | undefined, field: readonly string[] = REASON): string | null {
  return optionalText("prose", reason, MAX_REASON_LENGTH, field);
}
