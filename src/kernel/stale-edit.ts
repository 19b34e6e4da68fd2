import { BilingualRefusal } from "./errors";
import type { Locale } from "./locale";

const TEXTS = {
  en: "It has changed since you looked at it. Look at it again, then decide.",
  fr: "Il y a eu un changement depuis que vous l’avez consulté. Regardez à nouveau, puis décidez.",
} as const;

/** What was to be changed is no longer what its editor saw; nothing is done, and what it is now can be shown. */
export class StaleEdit<Row = unknown> extends BilingualRefusal {
  constructor(
    /** As it is now; null: not known, or not there any more. */
    readonly current: Row | null,
    field: readonly string[] = ["input", "expectedVersion"],
    locale: Locale = "en",
  ) {
    super("STALE_EDIT", TEXTS, field, locale);
  }

  override in(locale: Locale): StaleEdit<Row> {
    return new StaleEdit(this.current, this.field ?? [], locale);
  }
}

/**
 * Throws StaleEdit where the row is not at the version that the editor saw.
 * @param row null: there is none yet, which is version 0
 * @param expected null or left out: a caller within the program, who reads and writes at once
 */
export function requireVersion<Row extends { readonly version: number }>(
  row: Row | null,
  expected: number | null | undefined,
): void {
  if (expected != null && expected !== (row?.version ?? 0)) throw new StaleEdit(row);
}
