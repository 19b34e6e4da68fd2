/** Which way a search goes through a place, and from where. */
export interface Stretch {
  readonly companyId: string;
  /** Beyond this id; null: from the start. */
  readonly from: string | null;
  readonly backward: boolean;
  /** How many ids are wanted. */
  readonly size: number;
}

/** What was seen in one place, in the order of the stretch. */
export interface Seen {
  readonly ids: readonly string[];
  /** How far the place was read; null: to its end. */
  readonly until: string | null;
}

/** The first ids of all places together, as far as every place was read. */
export function merged(places: readonly Seen[], { size, backward }: Stretch): { ids: string[]; until: string | null } {
  const before = (a: string, b: string) => (backward ? a > b : a < b);
  const ends = places.flatMap(({ until }) => (until === null ? [] : [until]));
  const end = ends.reduce<string | null>((first, next) => (first === null || before(next, first) ? next : first), null);
  const ids = [...new Set(places.flatMap((place) => place.ids))]
    .filter((id) => end === null || !before(end, id))
    .sort((a, b) => (before(a, b) ? -1 : 1));
  const shown = ids.slice(0, size);
  return { ids: shown, until: shown.length < ids.length ? (shown.at(-1) ?? null) : end };
}
