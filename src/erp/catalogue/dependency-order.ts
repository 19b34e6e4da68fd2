/**
 * Puts every item after all it builds on; otherwise keeps the order given. What an item builds on but is not among
 * `items` does not count. Throws when the items build on each other in a circle, and names them.
 */
export function orderByPrerequisites<T>(items: readonly T[], prerequisitesOf: (item: T) => readonly T[]): T[] {
  const ordered: T[] = [];
  const waiting = new Set(items);
  while (waiting.size > 0) {
    const next = [...waiting].find((item) => prerequisitesOf(item).every((needed) => !waiting.has(needed)));
    if (next === undefined) throw new Error(`Items build on each other in a circle: ${[...waiting].join(", ")}`);
    ordered.push(next);
    waiting.delete(next);
  }
  return ordered;
}
