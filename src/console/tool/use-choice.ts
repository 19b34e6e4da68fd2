import { useState } from "react";
import type { Selection } from "react-aria-components";
import type { RowFragment } from "../generated/operations";

/** The chosen rows, each with the version that it had when it was chosen. */
export interface Choice {
  readonly ids: ReadonlySet<string>;
  readonly rows: readonly RowFragment[];
  /** Chosen rows that have changed since: as they were chosen they are sent no more, and the answer shows the difference. */
  readonly changed: ReadonlySet<string>;
  readonly select: (selection: Selection) => void;
  readonly clear: () => void;
}

/**
 * What is acted on is what was seen: rows change on the screen by themselves, and what somebody has chosen keeps the version
 * that they looked at. Only what is in the list is acted on.
 */
export function useChoice(rows: readonly RowFragment[]): Choice {
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map());
  const select = (selection: Selection) => {
    // All that are shown now: a row that comes later has not been looked at.
    const chosen = rows.filter(({ id }) => selection === "all" || selection.has(id));
    setSeen((before) => new Map(chosen.map(({ id, version }) => [id, before.get(id) ?? version])));
  };
  const chosen = rows.filter(({ id }) => seen.has(id));
  return {
    ids: new Set(seen.keys()),
    rows: chosen.map((row) => ({ ...row, version: seen.get(row.id) ?? row.version })),
    changed: new Set(chosen.filter(({ id, version }) => seen.get(id) !== version).map(({ id }) => id)),
    select,
    clear: () => setSeen(new Map()),
  };
}
