import { NameIndex } from "../model/name-index";
import { requirementOf } from "../model/requirements";
import { ACTIONS, RESOURCES, type Action, type Resource } from "../model/vocabulary";

export type CellVerdict = "never" | "always" | "ask";

const VERDICTS: readonly CellVerdict[] = ["never", "always", "ask"];
const BITS = 2;
const CELLS_A_WORD = 32 / BITS;

/** An action that does not exist on a resource has no cell. */
const CELLS = ACTIONS.flatMap((action, row) =>
  RESOURCES.flatMap((resource, column) => {
    if (requirementOf(action, resource) === null) return [];
    return [{ action, resource, at: row * RESOURCES.length + column }];
  }),
);
/** Where in a table the cell of an action on a resource stands; -1: nowhere. */
const PLACES = new Int16Array(ACTIONS.length * RESOURCES.length).fill(-1);
CELLS.forEach(({ at }, place) => (PLACES[at] = place));

const ROWS = new NameIndex(ACTIONS);
const COLUMNS = new NameIndex(RESOURCES);

/** How many words of a block one table takes. */
export const TABLE_WORDS = Math.ceil(CELLS.length / CELLS_A_WORD);

/** Action x resource at two bits a cell: 40 bytes a subject, answered without looking at a rule. */
export class VerdictTable {
  private constructor(private readonly words: Int32Array) {}

  /** Builds the table by asking for every cell; an action that does not exist on a resource is never, unasked. */
  static fill(verdictOf: (action: Action, resource: Resource) => CellVerdict): VerdictTable {
    const words = new Int32Array(TABLE_WORDS);
    CELLS.forEach(({ action, resource }, place) => {
      const word = place >>> 4;
      words[word] = (words[word] ?? 0) | (VERDICTS.indexOf(verdictOf(action, resource)) << ((place & 15) * BITS));
    });
    return new VerdictTable(words);
  }

  at(action: Action, resource: Resource): CellVerdict {
    return verdictIn(this.words, 0, action, resource);
  }

  /** Copies the table into a block of many, from `start` on; `verdictIn` reads it there. */
  copyInto(block: Int32Array, start: number): void {
    block.set(this.words, start);
  }
}

/** A cell of the table that begins at `start`; names that are not in the vocabulary are never. */
export function verdictIn(block: Int32Array, start: number, action: string, resource: string): CellVerdict {
  const row = ROWS.of(action);
  const column = COLUMNS.of(resource);
  const place = row < 0 || column < 0 ? -1 : (PLACES[row * RESOURCES.length + column] ?? -1);
  if (place < 0) return "never";
  return VERDICTS[((block[start + (place >>> 4)] ?? 0) >>> ((place & 15) * BITS)) & 3] ?? "never";
}
