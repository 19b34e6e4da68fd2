import type { Locale } from "../../kernel/locale";
import type { Money } from "../../kernel/money";
import type { Feature } from "../../policy/model/vocabulary";

/** Records of one feature that wait for the reader. */
export interface WaitingOfFeature {
  readonly feature: Feature;
  readonly count: number;
  /** How many of them somebody else has approved first: the reader's is the second approval. */
  readonly approvedOnce: number;
  /** Their sum in each currency. */
  readonly amounts: readonly Money[];
  /** When the oldest was offered, ISO-8601; null: not known. */
  readonly oldest: string | null;
}

/** A record as a line of the digest. */
export interface DigestRecord {
  readonly id: string;
  readonly feature: Feature;
  readonly number: string;
  readonly title: string;
  readonly amount: Money | null;
  /** Code and name of the project; null: it has none. */
  readonly project: string | null;
  /** Name of who offered it; null: not known here. */
  readonly submitter: string | null;
  readonly submittedAt: string | null;
  /** Why it failed; null: it did not. */
  readonly failure: { readonly code: string; readonly text: string | null } | null;
}

/** What waits for one person in one company. */
export interface Digest {
  readonly waiting: readonly WaitingOfFeature[];
  /** The oldest of what waits, at most MAX_LISTED, the oldest first. */
  readonly oldest: readonly DigestRecord[];
  /** The latest of what failed, at most MAX_LISTED, the latest first. */
  readonly failed: readonly DigestRecord[];
  readonly failedCount: number;
}

/** Records that are named one by one; of more than these only the number is told. */
export const MAX_LISTED = 5;

/** Whom a digest is for, and how they read. */
export interface DigestReader {
  readonly name: string;
  readonly company: string;
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  /** The day in their calendar, 2026-11-24. */
  readonly day: string;
  /** Where the tool is. */
  readonly link: string;
}

export function waitingCount({ waiting }: Digest): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}

/** Whether there is nothing to tell: then nothing is sent. */
export function isEmpty(digest: Digest): boolean {
  return waitingCount(digest) === 0 && digest.failedCount === 0;
}
