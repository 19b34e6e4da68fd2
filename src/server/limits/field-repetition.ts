import { createHash } from "node:crypto";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
} from "graphql";
import { LRUCache } from "lru-cache";

/** Comparisons of one field with another that validation may be made to do; about 20 ms of work. */
export const MAX_COMPARISONS = 5_000;

/** In a shorter text nothing can be repeated often enough. */
const SHORT_TEXT = 1_500;

/** Longer texts that were found good, by their digests. */
const MAX_KNOWN = 2_000;

/**
 * Finds operations that repeat their fields so often that validating them would keep everybody else waiting: two fields of
 * one name are compared with each other, and with all that is under them, so that two thousand tokens are enough for a
 * second of work. Looked at before validation, which cannot be interrupted.
 */
export class FieldRepetition {
  private readonly known = new LRUCache<string, true>({ max: MAX_KNOWN });

  constructor(private readonly maxTokens: number) {}

  /** Whether the operation is to be refused. A text that cannot be parsed is left to the parser. */
  isTooMuch(text: string): boolean {
    if (text.length < SHORT_TEXT) return false;
    const digest = createHash("sha256").update(text).digest("base64");
    if (this.known.has(digest)) return false;
    const document = parsed(text, this.maxTokens);
    if (document && comparisonsIn(document) > MAX_COMPARISONS) return true;
    this.known.set(digest, true);
    return false;
  }
}

function parsed(text: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(text, { maxTokens, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** How many pairs of fields with one name there are at one place, fragments laid open, and each field for itself. */
export function comparisonsIn(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const count = new ComparisonCount(fragments);
  for (const definition of document.definitions)
    if ("selectionSet" in definition) count.walk([definition.selectionSet]);
  return count.total;
}

class ComparisonCount {
  total = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** @param sets the selections at one place, which are one selection to the engine */
  walk(sets: readonly SelectionSetNode[]): void {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) this.collect(set, fields, spread);
    for (const alike of fields.values()) {
      this.total += (alike.length * (alike.length - 1)) / 2;
      if (this.total > MAX_COMPARISONS) return;
      const inside = alike.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inside.length > 0) this.walk(inside);
    }
  }

  private collect(set: SelectionSetNode, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const node of set.selections) {
      this.total += 1;
      // A fragment that contains itself has no end; that it does is told by validation where it is short.
      if (this.total > MAX_COMPARISONS) return;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const alike = fields.get(name);
        if (alike) alike.push(node);
        else fields.set(name, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) this.collect(node.selectionSet, fields, spread);
      else this.collectFragment(node.name.value, fields, spread);
    }
  }

  private collectFragment(name: string, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    const fragment = this.fragments.get(name);
    if (!fragment || spread.has(name)) return;
    spread.add(name);
    this.collect(fragment.selectionSet, fields, spread);
  }
}
