import { DateTime } from "luxon";
import { FEATURE_NAMES } from "../../erp/feature-map/feature-names";
import type { Locale } from "../../kernel/locale";
import { formatMoney, type Money } from "../../kernel/money";
import { MAX_LISTED, waitingCount, type Digest, type DigestReader, type DigestRecord } from "./digest";
import { DIGEST_WORDS, type DigestWords } from "./digest-words";

/** A digest as texts in the reader's language, for both forms of the letter. */
export interface DigestView {
  readonly words: DigestWords;
  readonly locale: Locale;
  readonly subject: string;
  readonly hello: string;
  readonly intro: string;
  readonly link: string;
  readonly rows: readonly WaitingLine[];
  /** More than one row. */
  readonly total: Omit<WaitingLine, "note"> | null;
  readonly oldest: readonly RecordLine[];
  /** How many wait beyond those that are listed. */
  readonly moreWaiting: number;
  readonly failed: readonly RecordLine[];
  readonly failedCount: number;
}

export interface WaitingLine {
  readonly what: string;
  readonly count: string;
  readonly amounts: readonly string[];
  readonly since: Since | null;
  readonly note: string | null;
}

/** A day and how long ago it was. */
export interface Since {
  readonly day: string;
  readonly age: string;
}

export interface RecordLine {
  /** Number and title, or the title alone. */
  readonly name: string;
  readonly amount: string | null;
  readonly about: readonly string[];
  /** Why it failed; null: it did not. */
  readonly fault: { readonly code: string; readonly text: string } | null;
}

export function digestView(digest: Digest, reader: DigestReader): DigestView {
  const { locale, company, name, link } = reader;
  const words = DIGEST_WORDS[locale];
  const waiting = waitingCount(digest);
  return {
    words,
    locale,
    subject: words.subject(company, waiting, digest.failedCount),
    hello: words.hello(name),
    intro: words.intro(company, longDay(reader)),
    link,
    rows: digest.waiting.map((one) => ({
      what: words.kind(one.feature),
      count: String(one.count),
      amounts: one.amounts.map((money) => formatMoney(money, locale)),
      since: since(one.oldest, reader),
      note: one.approvedOnce === 0 ? null : words.approvedOnce(one.approvedOnce),
    })),
    total: digest.waiting.length < 2 ? null : totalOf(digest, reader),
    oldest: digest.oldest.map((record) => recordLine(record, reader)),
    moreWaiting: Math.max(0, waiting - MAX_LISTED),
    failed: digest.failed.map((record) => recordLine(record, reader)),
    failedCount: digest.failedCount,
  };
}

/** A day and its age stay together at the end of a line. */
const NO_BREAK = "\u00a0";

function totalOf(digest: Digest, reader: DigestReader): Omit<WaitingLine, "note"> {
  const sums = new Map<string, number>();
  for (const { minor, currency } of digest.waiting.flatMap(({ amounts }) => amounts))
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  const amounts = [...sums].map(([currency, minor]): Money => ({ minor, currency }));
  const oldest = digest.waiting.flatMap((one) => one.oldest ?? []).sort()[0] ?? null;
  return {
    what: DIGEST_WORDS[reader.locale].total,
    count: String(waitingCount(digest)),
    amounts: amounts.map((money) => formatMoney(money, reader.locale)),
    since: since(oldest, reader),
  };
}

function recordLine(record: DigestRecord, reader: DigestReader): RecordLine {
  const { number, title, feature, amount, project, submitter, submittedAt, failure } = record;
  const words = DIGEST_WORDS[reader.locale];
  const known = [number, title].filter((part, index, all) => part !== "" && all.indexOf(part) === index);
  const what = FEATURE_NAMES[feature][reader.locale][0];
  const about = [
    ...(known.length === 0 ? [] : [what]),
    ...(project === null ? [] : [project]),
    ...(submitter === null ? [] : [words.offeredBy(submitter)]),
    ...[since(submittedAt, reader)].flatMap((at) => (at ? [`${at.day} (${at.age.replace(" ", NO_BREAK)})`] : [])),
  ];
  return {
    name: known.length === 0 ? what : known.join(" · "),
    amount: amount && formatMoney(amount, reader.locale),
    about,
    fault: failure && { code: failure.code, text: failure.text ?? "" },
  };
}

/** By the reader's calendar; the year only where it is another one. */
function since(at: string | null, { zone, locale, day }: DigestReader): Since | null {
  if (at === null) return null;
  const then = DateTime.fromISO(at, { zone }).setLocale(datesOf(locale));
  const today = DateTime.fromISO(day, { zone });
  const age = Math.round(today.diff(then.startOf("day"), "days").days);
  const year = then.year === today.year ? {} : ({ year: "numeric" } as const);
  return {
    day: then.toLocaleString({ day: "numeric", month: "short", ...year }),
    age: DIGEST_WORDS[locale].days(Math.max(0, age)),
  };
}

function longDay({ day, zone, locale }: DigestReader): string {
  return DateTime.fromISO(day, { zone }).setLocale(datesOf(locale)).toFormat("cccc d LLLL yyyy");
}

/** Days of both editions begin with the day. */
function datesOf(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}
