import { BilingualRefusal, type ErrorCode } from "./errors";
import { oneOfEach, type Bilingual, type Locale } from "./locale";

/** A state machine as data: from which state which move leads where. What is not in it is refused. */
export type MoveTable<State extends string, Move extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Move, State>>>>
>;

/** The moves that the state allows, in the order of the table. */
export function movesFrom<State extends string, Move extends string>(
  table: MoveTable<State, Move>,
  state: State,
): readonly Move[] {
  return Object.keys(table[state]) as Move[];
}

/** What a machine refuses. */
export interface MoveRefusal {
  readonly code: ErrorCode;
  readonly message: Bilingual;
}

/** The state that a machine leads to. Throws what it refuses, at the field. */
export function required<State extends string>(answer: State | MoveRefusal, field: readonly string[]): State {
  if (typeof answer === "string") return answer;
  throw new BilingualRefusal(answer.code, answer.message, field);
}

/** Moves in the infinitive: "close the call". */
export type MoveWords<Move extends string> = Readonly<Record<Locale, Readonly<Record<Move, string>>>>;

/** What the state does not allow: how things stand, that the move is not possible there, and which are. */
export function illegalMove<Move extends string>(
  stands: Bilingual,
  move: Move,
  allowed: readonly Move[],
  words: MoveWords<Move>,
): MoveRefusal {
  const why = {
    en: `${stands.en}, so it is not possible to ${words.en[move]}`,
    fr: `${stands.fr} : on ne peut pas ${words.fr[move]}`,
  };
  return { code: "ILLEGAL_MOVE", message: withPossible(why, allowed, words) };
}

/** The sentence, which has no full stop yet, and which moves are possible instead. */
export function withPossible<Move extends string>(
  why: Bilingual,
  allowed: readonly Move[],
  words: MoveWords<Move>,
): Bilingual {
  if (allowed.length === 0)
    return { en: `${why.en}. Nothing is possible now.`, fr: `${why.fr}. Rien n’est possible pour le moment.` };
  const { en, fr } = oneOfEach(allowed, words);
  return { en: `${why.en}. Possible instead: ${en}.`, fr: `${why.fr}. Possible : ${fr}.` };
}
