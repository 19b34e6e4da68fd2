import { ACTIONS, RESOURCES, type Action, type Resource } from "./vocabulary";

export type CellVerdict = "never" | "always" | "ask";

const VERDICTS: readonly CellVerdict[] = ["never", "always", "ask"];
const ACTION_INDEX = new Map(ACTIONS.map((action, index) => [action, index]));
const RESOURCE_INDEX = new Map(RESOURCES.map((resource, index) => [resource, index]));
/** Sixteen resources of two bits fill one 32-bit word per action. Signed words stay small integers, so no boxes are made. */
const BITS = 2;

/** Action x resource at two bits a cell, answered without looking at a rule. About 200 bytes with all overhead. */
export class VerdictTable {
  private constructor(private readonly words: readonly number[]) {}

  /** Builds the table by asking for every cell; anything not asked for is never. */
  static fill(verdictOf: (action: Action, resource: Resource) => CellVerdict): VerdictTable {
    const words = ACTIONS.map((action) =>
      RESOURCES.reduce(
        (word, resource, column) => word | (VERDICTS.indexOf(verdictOf(action, resource)) << (column * BITS)),
        0,
      ),
    );
    return new VerdictTable(words);
  }

  at(action: Action, resource: Resource): CellVerdict {
    return this.atIndex(ACTION_INDEX.get(action) ?? ACTIONS.length, RESOURCE_INDEX.get(resource) ?? RESOURCES.length);
  }

  /** The same by position in ACTIONS and RESOURCES; out of range (also the -1 of a search in vain) is never. */
  atIndex(action: number, resource: number): CellVerdict {
    const word = RESOURCES[resource] === undefined ? 0 : (this.words[action] ?? 0);
    return VERDICTS[(word >>> (resource * BITS)) & 3] ?? "never";
  }
}
