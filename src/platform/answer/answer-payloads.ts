import type { ExternalData, StagedRow, StraightIn, SyncRow } from "../port/construction-platform";
import type { DetailUpdate } from "../port/construction-platform";

/** Ties of objects and their lines, and what a detail waits for after them. */
export const ANSWER_TOPIC = "platform_answer";
/** Rows that are staged, or go straight in. */
export const ROWS_TOPIC = "platform_rows";

export interface AnswerPayload {
  readonly ties: readonly ExternalData[];
  /** Null: no detail waits. */
  readonly detail: DetailUpdate | null;
  /** Cost types of a project's codes, to be marked as synced with it. */
  readonly assignments: readonly { readonly projectId: string; readonly rows: readonly SyncRow[] }[];
}

export type RowsPayload =
  | { readonly kind: "staged"; readonly rows: readonly StagedRow[] }
  | { readonly kind: "straight_in"; readonly to: StraightIn; readonly rows: readonly SyncRow[] };
