import type { ErrorCode } from "../../../kernel/errors";
import type { Bilingual } from "../../../kernel/locale";
import {
  illegalMove,
  movesFrom,
  withPossible,
  type MoveRefusal,
  type MoveTable,
  type MoveWords,
} from "../../../kernel/move-table";

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

/** Where the move leads, or why it is refused and what is allowed instead. */
export function moveQuestion(situation: QuestionSituation, move: QuestionMove): QuestionState | MoveRefusal {
  const to = TABLE[situation.state][move];
  if (to === undefined)
    return illegalMove(STANDS[situation.state], move, questionMoves(situation), QUESTION_MOVE_WORDS);
  const refused = guard(situation, move);
  if (refused === null) return to;
  const [code, why] = refused;
  return { code, message: withPossible(why, questionMoves(situation), QUESTION_MOVE_WORDS) };
}

/** The moves that would be allowed now. */
export function questionMoves(situation: QuestionSituation): readonly QuestionMove[] {
  return movesFrom(TABLE, situation.state).filter((move) => guard(situation, move) === null);
}

/** The vendor makes no question go away that it has not answered. */
function guard({ state, by }: QuestionSituation, move: QuestionMove): readonly [ErrorCode, Bilingual] | null {
  if (by === null) return null;
  if (move === "answer") return by === "vendor" ? null : ["FORBIDDEN", VENDOR_ANSWERS];
  if (by === "asker") return null;
  if (by === "colleague" || move === "reopen") return ["FORBIDDEN", ASKER_SETTLES];
  return state === "asked" ? ["CONFLICT", UNANSWERED] : null;
}

const VENDOR_ANSWERS = { en: "The vendor's staff answer it", fr: "C’est le personnel de l’éditeur qui y répond" };
const ASKER_SETTLES = {
  en: "Whoever asked says whether it is settled",
  fr: "La personne qui l’a posée dit si elle est réglée",
};
const UNANSWERED = { en: "The question has no answer yet", fr: "La question n’a pas encore de réponse" };

const STANDS: Readonly<Record<QuestionState, Bilingual>> = {
  asked: { en: "The question waits for an answer", fr: "La question attend une réponse" },
  answered: { en: "The question is answered", fr: "La question a reçu une réponse" },
  closed: { en: "The question is closed", fr: "La question est close" },
};

export const QUESTION_MOVE_WORDS: MoveWords<QuestionMove> = {
  en: { answer: "answer it", reopen: "reopen it", close: "close it" },
  fr: { answer: "y répondre", reopen: "la rouvrir", close: "la clore" },
};
