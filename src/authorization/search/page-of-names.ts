import type { Findings, SearchWindow } from "../authzen/transport/engine";

/** A page of a list that the vocabulary bounds, so that it is always at hand. The position is the name shown last. */
export function pageOfNames<Found>(
  names: readonly string[],
  { after, limit }: SearchWindow,
  make: (name: string) => Found,
): Findings<Found> {
  const rest = [...names].sort().filter((name) => after === null || name > after);
  const shown = rest.slice(0, limit);
  return {
    total: names.length,
    results: shown.map(make),
    next: shown.length < rest.length ? (shown.at(-1) ?? null) : null,
  };
}
