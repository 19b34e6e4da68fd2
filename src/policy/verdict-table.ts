import { ACTIONS, RESOURCES, type Action, type Resource } from "./vocabulary";

export type CellVerdict = "never" | "always" | "ask";

const VERDICTS: readonly CellVerdict[] = ["never", "always", "ask"];
const ACTION_INDEX = new Map(ACTIONS.map((action, index) => [action, index]));
const RESOURCE_INDEX = new Map(RESOURCES.map((resource, index) => [resource, index]));
/** Sixteen resources of two bits fill one 32-bit word per action. */
const BITS = 2;

/** How many words of a block one table takes. */
export const TABLE_WORDS = ACTIONS.length;

/** Action x resource at two bits a cell: 56 bytes a subject, answered without looking at a rule. */
export class VerdictTable {
  private constructor(private readonly words: Uint32Array) {}

  /** Builds the table by asking for every cell; anything not asked for is never. */
  static fill(verdictOf: (action: Action, resource: Resource) => CellVerdict): VerdictTable {
    const words = Uint32Array.from(ACTIONS, (action) =>
      RESOURCES.reduce(
        (word, resource, column) => word | (VERDICTS.indexOf(verdictOf(action, resource)) << (column * BITS)),
        0,
      ),
    );
    return new VerdictTable(words);
  }

  at(action: Action, resource: Resource): CellVerdict {
    return verdictIn(this.words, 0, action, resource);
  }

  /** The same by position in ACTIONS and RESOURCES; out of range (also the -1 of a search in vain) is never. */
  atIndex(action: number, resource: number): CellVerdict {
    return cellIn(this.words, 0, action, resource);
  }

  /** Copies the table into a block of many, from `start` on; `verdictIn` reads it there. */
  copyInto(block: Uint32Array, start: number): void {
    block.set(this.words, start);
  }
}

/** A cell of the table that begins at `start`; names that are not in the vocabulary are never. */
export function verdictIn(block: Uint32Array, start: number, action: Action, resource: Resource): CellVerdict {
  return cellIn(block, start, ACTION_INDEX.get(action) ?? -1, RESOURCE_INDEX.get(resource) ?? -1);
}

/** Outside the table lies another member's, so both positions are checked. */
function cellIn(block: Uint32Array, start: number, row: number, column: number): CellVerdict {
  const inside = ACTIONS[row] !== undefined && RESOURCES[column] !== undefined;
  const word = inside ? (block[start + row] ?? 0) : 0;
  return VERDICTS[(word >>> (column * BITS)) & 3] ?? "never";
}
