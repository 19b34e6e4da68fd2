import type { Bilingual } from "../../kernel/locale";

/** What can be wrong with what an audit trail says of rights, and what stands in the tables. */
export const RIGHTS_PROBLEMS = [
  "right_altered",
  "right_added",
  "right_removed",
  "version_altered",
  "version_added",
  "version_removed",
  "review_altered",
  "review_added",
  "review_removed",
  "log_altered",
  "log_added",
  "log_removed",
  "anchor_altered",
  "anchor_missing",
] as const;
export type RightsProblemKind = (typeof RIGHTS_PROBLEMS)[number];

/** A difference between the trail and the tables. */
export interface RightsProblem {
  readonly kind: RightsProblemKind;
  /** Noun and id: "grant 0192...". */
  readonly target: string;
  /** The audit entry that says otherwise; null: none speaks of it. */
  readonly sequence: number | null;
  readonly message: Bilingual;
}

/** Problems told; what has more is told by these. */
const MAX_PROBLEMS = 500;

/** Collects problems, each once. */
export class RightsProblems {
  private readonly found: RightsProblem[] = [];

  get all(): readonly RightsProblem[] {
    return this.found;
  }

  tell(kind: RightsProblemKind, target: string, sequence: number | null, message: Bilingual): void {
    if (this.found.length < MAX_PROBLEMS) this.found.push({ kind, target, sequence, message });
  }
}
