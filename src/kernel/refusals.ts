import { Refusal, localizeError } from "./errors";
import type { Locale } from "./locale";

/** Several fields are at fault. Whoever shows one refusal only shows the first. */
export class Refusals extends Refusal {
  /** @param all two or more, in the order of the input */
  constructor(readonly all: readonly [Refusal, ...Refusal[]]) {
    super(all[0].code, all[0].message, all[0].field);
    this.name = "Refusals";
  }

  /** The same in the reader's language, as far as each is there in several. */
  override in(locale: Locale): Refusals {
    return new Refusals(this.all.map((one) => localizeError(one, locale)) as [Refusal, ...Refusal[]]);
  }
}

/**
 * Reads every field, also after one that is refused, so that all that is wrong is told at once. Throws the refusal, or
 * `Refusals` where there are several; anything else is thrown on.
 */
export function readFields<T extends object>(readers: { readonly [Name in keyof T]: () => T[Name] }): T {
  const refused: Refusal[] = [];
  const read: Partial<T> = {};
  for (const name of Object.keys(readers) as (keyof T)[])
    try {
      read[name] = readers[name]();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(...(error instanceof Refusals ? error.all : [error]));
    }
  const [first, ...others] = refused;
  if (first === undefined) return read as T;
  throw others.length === 0 ? first : new Refusals([first, ...others]);
}
