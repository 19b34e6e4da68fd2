import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import type { RecordEntity } from "../record/record.entity";

/** The record is no longer what its caller saw: nothing is done, and the difference can be told (`differences.ts`). */
export class StaleRecord extends BilingualRefusal {
  constructor(
    readonly record: RecordEntity,
    /** The version that the caller named. */
    readonly expectedVersion: number,
    field: readonly string[] = ["input", "expectedVersion"],
    locale: Locale = "en",
  ) {
    const { version } = record;
    const texts = {
      en: `It has changed since you saw it: you named version ${expectedVersion}, it is at version ${version}. Look at what changed, then decide again.`,
      fr: `Il a changé depuis que vous l’avez vu : vous avez nommé la version ${expectedVersion}, il en est à la version ${version}. Regardez ce qui a changé, puis décidez à nouveau.`,
    };
    super("STALE_EDIT", texts, field, locale);
  }

  override in(locale: Locale): StaleRecord {
    return new StaleRecord(this.record, this.expectedVersion, this.field ?? [], locale);
  }
}

/** Throws StaleRecord where the record is not at the version that the caller saw. */
export function requireSeen(record: RecordEntity, expectedVersion: number, field?: readonly string[]): void {
  if (record.version !== expectedVersion) throw new StaleRecord(record, expectedVersion, field);
}
