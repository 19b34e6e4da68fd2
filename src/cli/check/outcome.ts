import type { Decision } from "../../client/access-client";
import type { PlacedCase } from "./case-file";

/** What became of a case: `wrong` says what is otherwise than expected; empty: it passed. */
export interface CaseOutcome {
  readonly tested: PlacedCase;
  readonly wrong: readonly string[];
  /** Whether there was a decision at all. */
  readonly answered: boolean;
  /** The decision in words; null where there was none. */
  readonly message: string | null;
  /** Whose facts of the record counted; null: the case is about no record, or got no answer. */
  readonly facts: "stored" | "described" | null;
}

/** Holds an answer against what was expected; an error is never what was expected. */
export function outcomeOf(tested: PlacedCase, answer: Decision | Error): CaseOutcome {
  if (answer instanceof Error) {
    const wrong = [`no answer: ${answer.message}`];
    return { tested, wrong, answered: false, message: null, facts: null };
  }
  const { code = "", message = null, reasons = [], facts = null } = answer.context ?? {};
  const got = answer.decision ? "allow" : "deny";
  const codes = reasons.map((reason) => reason.code);
  const wrong: string[] = [];
  if (got !== tested.expect) wrong.push(`expected ${tested.expect}, got ${got}${code === "" ? "" : ` (${code})`}`);
  if (tested.code !== null && tested.code !== code)
    wrong.push(`expected the code ${tested.code}, got ${code || "none"}`);
  if (tested.reasons !== null && tested.reasons.join(" ") !== codes.join(" "))
    wrong.push(`expected the reasons ${listed(tested.reasons)}, got ${listed(codes)}`);
  return { tested, wrong, answered: true, message, facts };
}

function listed(codes: readonly string[]): string {
  return codes.length === 0 ? "none" : codes.join(", ");
}
