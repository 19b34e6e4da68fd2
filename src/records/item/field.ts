import type { TextForm } from "../../kernel/text";
import type { ItemFaultCode } from "../../kernel/item-fault-codes";

/** What one field of an item may hold, as data: the input types, the checks and the lists' columns are made from it. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: "text" | "date" | "amount" | "choice" | "flag" | "email" | "currency";
  readonly required?: boolean;
  /** Characters at most. */
  readonly longest?: number;
  /** Of a text: how it is kept and compared. */
  readonly form?: TextForm;
  readonly choices?: readonly string[];
  readonly about: string;
}

/** Where a fault lies, which it is, and what its text names. */
export interface ItemFault {
  readonly field: readonly string[];
  readonly code: ItemFaultCode;
  readonly values: readonly string[];
}

/** A name or another text of one line. */
export const text = (name: string, longest: number, about: string): FieldSpec => ({
  ...{ name, kind: "text", longest, about },
  form: "name",
});
/** What names a thing, and other things refer to. */
export const code = (name: string, longest: number, about: string): FieldSpec => ({
  ...text(name, longest, about),
  form: "code",
});
/** A text that may have several lines. */
export const prose = (name: string, longest: number, about: string): FieldSpec => ({
  ...text(name, longest, about),
  form: "prose",
});
export const email = (name: string, about: string): FieldSpec => ({ name, kind: "email", about });
export const currency = (name: string, about: string): FieldSpec => ({ name, kind: "currency", about });
export const date = (name: string, about: string): FieldSpec => ({ name, kind: "date", about });
export const flag = (name: string, about: string): FieldSpec => ({ name, kind: "flag", about });
export const amount = (name: string, about: string): FieldSpec => ({ name, kind: "amount", about });
export const choice = (name: string, choices: readonly string[], about: string): FieldSpec => ({
  name,
  kind: "choice",
  choices,
  about,
});
export const required = (field: FieldSpec): FieldSpec => ({ ...field, required: true });
