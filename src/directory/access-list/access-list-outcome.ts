import type { Locale } from "../../kernel/locale";
import type { RowError, RowNote } from "./access-list-errors";

export interface ImportProgress {
  /** Reading the file, then planning and writing its rows. */
  readonly stage: "file" | "rows";
  readonly done: number;
  /** Null while the file is read: nobody knows. */
  readonly total: number | null;
}

export interface ImportOptions {
  /** Shows what would change, and writes nothing. */
  readonly dryRun: boolean;
  /** The list names everybody: who is not in it loses all rights. Otherwise they are left alone. */
  readonly complete?: boolean;
  /** Headings of columns that are left aside. */
  readonly ignoreColumns?: readonly string[];
  /** Kept in the audit trail for rows that give none. */
  readonly reason?: string | null;
  /** Of messages and rights in words. */
  readonly locale?: Locale;
  /** Whether the company stands as it did when the caller saw what would change; left out: that is not asked. */
  readonly isAsSeen?: (policyRevision: number) => boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What changes for one person, in words. */
export interface PersonChange {
  readonly email: string;
  readonly name: string;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/** How many people and rights an import touches. */
export interface ImportSummary {
  readonly added: number;
  readonly updated: number;
  readonly grantsGiven: number;
  readonly grantsRevoked: number;
  /** People of the list whose rights are so already. */
  readonly unchanged: number;
}

/** What an import did, or would do. With an error in any row nothing was written. */
export interface ImportOutcome {
  readonly dryRun: boolean;
  readonly written: boolean;
  /** At most MAX_ERRORS of them, in the order of the file. */
  readonly rowErrors: readonly RowError[];
  /** All of them. */
  readonly errorCount: number;
  /** What whoever imports should know of the list; it keeps nothing back. */
  readonly notes: readonly RowNote[];
  /** Good rows only. */
  readonly summary: ImportSummary;
  readonly changes: readonly PersonChange[];
  /** From which the rights count. */
  readonly policyRevision: number;
  /** Rights or settings have changed since the caller saw what would change: nothing was written. */
  readonly stale: boolean;
}
