import type { Question } from "./messages";

/** The body of /access/v1/evaluations, but for its options: an entry without a key takes the default's. */
export interface SharedParts extends Partial<Question> {
  readonly evaluations: readonly Partial<Question>[];
}

const KEYS = ["subject", "action", "resource", "context"] as const;

/**
 * Says once what all questions of a batch have alike, as defaults (AuthZEN 1.0, "Access Evaluations API"), and leaves it
 * out of the entries: a batch about one person or one action is about half as long. A key is taken whole, and only where
 * every question has it with an equal JSON object, in whatever order its fields are: what one question lacks, such as a
 * context, must not come to it from the others. One question stays as it is.
 */
export function sharedParts(questions: readonly Question[]): SharedParts {
  const [first, ...others] = questions;
  if (first === undefined || others.length === 0) return { evaluations: questions };
  const shared = KEYS.filter((key) => isShared(first[key], others, key));
  if (shared.length === 0) return { evaluations: questions };
  const defaults = Object.fromEntries(shared.map((key) => [key, first[key]]));
  return { ...defaults, evaluations: questions.map((question) => without(question, shared)) };
}

/** Objects only: a default of another type would be refused with the whole request, not at its entry. */
function isShared(value: unknown, others: readonly Question[], key: (typeof KEYS)[number]): boolean {
  const text = textOf(value);
  return text?.startsWith("{") === true && others.every(({ [key]: other }) => other === value || says(text, other));
}

/** By what is sent: two values that differ in JSON are never taken for equal, whatever they are made of. */
function says(text: string, value: unknown): boolean {
  const other = textOf(value);
  if (other === text) return true;
  return other?.length === text.length && isSameJson(JSON.parse(text), JSON.parse(other));
}

/** Whether two values that were read from JSON are the same one, in whatever order their fields are. */
function isSameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(other, name) &&
      isSameJson((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}

/** Undefined where nothing is sent. */
function textOf(value: unknown): string | undefined {
  return JSON.stringify(value);
}

function without(question: Question, keys: readonly (keyof Question)[]): Partial<Question> {
  const rest: Partial<Record<keyof Question, unknown>> = { ...question };
  for (const key of keys) delete rest[key];
  return rest as Partial<Question>;
}
