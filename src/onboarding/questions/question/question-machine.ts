import type { Bilingual } from "../../../kernel/locale";
import { illegalMove, StateMachine, withPossible, type Hindrance, type MoveWords } from "../../../kernel/state-machine";

export const QUESTION_STATES = ["asked", "answered", "closed"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const QUESTION_MOVES = ["answer", "reopen", "close"] as const;
export type QuestionMove = (typeof QUESTION_MOVES)[number];

/** Who moves it: the one who asked, the vendor's staff, or somebody else of the company. */
export const QUESTION_PARTS = ["asker", "vendor", "colleague"] as const;
export type QuestionPart = (typeof QUESTION_PARTS)[number];

export interface QuestionSituation {
  readonly state: QuestionState;
  /** Null: whoever it is. */
  readonly by: QuestionPart | null;
}

/** The vendor makes no question go away that it has not answered. */
function guard({ state, by }: QuestionSituation, move: QuestionMove): Hindrance<QuestionMove> | null {
  if (by === null) return null;
  if (move === "answer") return by === "vendor" ? null : refuse("FORBIDDEN", VENDOR_ANSWERS);
  if (by === "asker") return null;
  if (by === "colleague" || move === "reopen") return refuse("FORBIDDEN", ASKER_SETTLES);
  return state === "asked" ? refuse("CONFLICT", UNANSWERED) : null;
}

function refuse(code: "FORBIDDEN" | "CONFLICT", why: Bilingual): Hindrance<QuestionMove> {
  return { code, message: withPossible(why, QUESTION_MOVE_WORDS) };
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

export const QUESTION_MACHINE = new StateMachine<QuestionState, QuestionMove, QuestionSituation>({
  moves: QUESTION_MOVES,
  // An answer can be added to; what was closed can be opened again.
  table: {
    asked: { answer: "answered", close: "closed" },
    answered: { answer: "answered", reopen: "asked", close: "closed" },
    closed: { reopen: "asked" },
  },
  illegal: illegalMove(({ state }) => STANDS[state], QUESTION_MOVE_WORDS),
  guard,
});
