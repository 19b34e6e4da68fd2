import type { ErrorCode } from "../../kernel/errors";
import { inWords, movesFrom, type MoveTable } from "../call/move-table";

export const QUESTION_STATES = ["asked", "answered", "closed"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const QUESTION_MOVES = ["answer", "reopen", "close"] as const;
export type QuestionMove = (typeof QUESTION_MOVES)[number];

/** Who moves it: the one who asked, the vendor's staff, or somebody else of the company. */
export const QUESTION_PARTS = ["asker", "vendor", "colleague"] as const;
export type QuestionPart = (typeof QUESTION_PARTS)[number];

/** An answer can be added to; what was closed can be opened again. */
const TABLE: MoveTable<QuestionState, QuestionMove> = {
  asked: { answer: "answered", close: "closed" },
  answered: { answer: "answered", reopen: "asked", close: "closed" },
  closed: { reopen: "asked" },
};

export interface QuestionSituation {
  readonly state: QuestionState;
  /** Null: whoever it is. */
  readonly by: QuestionPart | null;
}

export interface QuestionRefusal {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Where the move leads, or why it is refused and what is allowed instead. */
export function moveQuestion(situation: QuestionSituation, move: QuestionMove): QuestionState | QuestionRefusal {
  const to = TABLE[situation.state][move];
  if (to === undefined) return refuse(situation, "ILLEGAL_MOVE", `The question is ${situation.state}`);
  const why = guard(situation, move);
  return why ? refuse(situation, ...why) : to;
}

/** The moves that would be allowed now. */
export function questionMoves(situation: QuestionSituation): readonly QuestionMove[] {
  return movesFrom(TABLE, situation.state).filter((move) => guard(situation, move) === null);
}

/** The vendor makes no question go away that it has not answered. */
function guard({ state, by }: QuestionSituation, move: QuestionMove): readonly [ErrorCode, string] | null {
  if (by === null) return null;
  if (move === "answer") return by === "vendor" ? null : ["FORBIDDEN", "The vendor's staff answer it"];
  if (by === "asker") return null;
  if (by === "colleague") return ["FORBIDDEN", "Whoever asked says whether it is settled"];
  if (move === "reopen") return ["FORBIDDEN", "Whoever asked says whether it is settled"];
  return state === "asked" ? ["CONFLICT", "The question has no answer yet"] : null;
}

function refuse(situation: QuestionSituation, code: ErrorCode, what: string): QuestionRefusal {
  return { code, message: `${what}. Allowed instead: ${inWords(questionMoves(situation))}.` };
}
