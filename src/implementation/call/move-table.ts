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

/** Moves in words: "start, reschedule or cancel"; "nothing any more" for none. */
export function inWords(moves: readonly string[]): string {
  const words = moves.map((move) => move.replaceAll("_", " "));
  if (words.length < 2) return words[0] ?? "nothing any more";
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
