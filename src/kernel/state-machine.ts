import { BilingualRefusal, type ErrorCode } from "./errors";
import { oneOfEach, type Bilingual, type Locale } from "./locale";

/** From which state which move leads where. What is not in it is refused. */
export type MoveTable<State extends string, Move extends string, From extends string = State> = Readonly<
  Partial<Record<From, Readonly<Partial<Record<Move, State>>>>>
>;

/** What a machine refuses. */
export interface MoveRefusal {
  readonly code: ErrorCode;
  readonly message: Bilingual;
  /** Which part of the input is at fault; left out: whoever moves it says. */
  readonly field?: readonly string[];
}

/** Why a move has to wait. Words that name what is possible instead are made from the moves that are. */
export interface Hindrance<Move extends string> extends Omit<MoveRefusal, "message"> {
  readonly message: Bilingual | ((possible: readonly Move[]) => Bilingual);
}

interface InState {
  readonly state: string;
}

export interface MachineRules<State extends string, Move extends string, Situation extends InState> {
  /** All of them, in the order in which people read them. */
  readonly moves: readonly Move[];
  readonly table: MoveTable<State, Move, Situation["state"]>;
  /** What the state does not allow. */
  readonly illegal: (situation: Situation, move: Move) => Hindrance<Move>;
  /** What around it is in the way of a move that the state allows; null: nothing. */
  readonly guard?: (situation: Situation, move: Move) => Hindrance<Move> | null;
}

/**
 * States, the moves between them, what guards each, and what is said of those that are refused. A situation is what a move
 * depends on: the state that it starts from, which may be one that no move leads to, and what stands around it.
 */
export class StateMachine<
  State extends string,
  Move extends string,
  Situation extends InState = { readonly state: State },
> {
  constructor(private readonly rules: MachineRules<State, Move, Situation>) {}

  /** Where the move leads, or why it is refused. */
  move(situation: Situation, move: Move): State | MoveRefusal {
    const to = this.next(situation, move);
    const hindrance = to === undefined ? this.rules.illegal(situation, move) : this.guarded(situation, move);
    if (hindrance === null) return to as State;
    const { message } = hindrance;
    return { ...hindrance, message: typeof message === "function" ? message(this.allowed(situation)) : message };
  }

  /** Where the move leads. Throws Refusal with what `move` refuses, at its field or else this one. */
  require(situation: Situation, move: Move, field: readonly string[]): State {
    const answer = this.move(situation, move);
    if (typeof answer === "string") return answer;
    throw new BilingualRefusal(answer.code, answer.message, answer.field ?? field);
  }

  allows(situation: Situation, move: Move): boolean {
    return this.next(situation, move) !== undefined && this.guarded(situation, move) === null;
  }

  /** The moves that would be allowed now. */
  allowed(situation: Situation): Move[] {
    return this.rules.moves.filter((move) => this.allows(situation, move));
  }

  /** The states from which there is such a move. */
  statesBefore(move: Move): Situation["state"][] {
    return this.states().filter((state) => this.next({ state }, move) !== undefined);
  }

  states(): Situation["state"][] {
    return Object.keys(this.rules.table);
  }

  private next({ state }: Pick<Situation, "state">, move: Move): State | undefined {
    return this.rules.table[state]?.[move];
  }

  private guarded(situation: Situation, move: Move): Hindrance<Move> | null {
    return this.rules.guard?.(situation, move) ?? null;
  }
}

/** Moves in the infinitive: "close the call". */
export type MoveWords<Move extends string> = Readonly<Record<Locale, Readonly<Record<Move, string>>>>;

/**
 * The refusal ILLEGAL_MOVE: how things stand, that the move is not possible there, and which are.
 * @param stands how things stand, as a sentence without its full stop
 */
export function illegalMove<Move extends string, Situation>(
  stands: (situation: Situation) => Bilingual,
  words: MoveWords<Move>,
): (situation: Situation, move: Move) => Hindrance<Move> {
  return (situation, move) => {
    const { en, fr } = stands(situation);
    const why = {
      en: `${en}, so it is not possible to ${words.en[move]}`,
      fr: `${fr} : on ne peut pas ${words.fr[move]}`,
    };
    return { code: "ILLEGAL_MOVE", message: withPossible(why, words) };
  };
}

/** The sentence, which has no full stop yet, and which moves are possible instead. */
export function withPossible<Move extends string>(
  why: Bilingual,
  words: MoveWords<Move>,
): (possible: readonly Move[]) => Bilingual {
  return (possible) => {
    if (possible.length === 0)
      return { en: `${why.en}. Nothing is possible now.`, fr: `${why.fr}. Rien n’est possible pour le moment.` };
    const { en, fr } = oneOfEach(possible, words);
    return { en: `${why.en}. Possible instead: ${en}.`, fr: `${why.fr}. Possible : ${fr}.` };
  };
}
