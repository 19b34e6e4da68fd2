import type { ProjectBook } from "./project-book";
import type { FactProblem, RecordFactName } from "../../policy/model/record-facts";
import { RECORD_FACT_NAMES, RECORD_FACTS } from "../../policy/model/record-facts";
import { readStatedFacts } from "../../policy/model/stated-facts";
import type { RecordDescription } from "../../policy/ports";

/** What is stated of a record, at any door. `id` is the record's own name, and no fact. */
export function describedRecord(stated: Readonly<Record<string, unknown>>, id?: string): RecordDescription {
  const { facts, problems } = readStatedFacts(stated);
  return { ...facts, ...(id === undefined ? {} : { id }), source: "described", problems };
}

/** People that a description names, as it names them. */
export function peopleIn(description: RecordDescription): string[] {
  return factsOfKind("person").flatMap((name) => textOf(description[name]) ?? []);
}

/**
 * The description with ids in the place of what it names. What names nothing of the company's is taken out, so that nobody
 * passes on it, and told as a problem.
 */
export function namedRecord(
  description: RecordDescription,
  book: Pick<ProjectBook, "project" | "hasConnection">,
  people: ReadonlyMap<string, string | null>,
): RecordDescription {
  const named: Partial<Record<RecordFactName, unknown>> = {};
  const problems: FactProblem[] = [...(description.problems ?? [])];
  const name = (fact: RecordFactName, found: (reference: string) => string | null) => {
    const reference = textOf(description[fact]);
    if (reference === undefined) return;
    const id = found(reference);
    named[fact] = id ?? undefined;
    if (id === null) problems.push({ fact, code: "NOT_FOUND" });
  };
  for (const fact of factsOfKind("project")) name(fact, (reference) => book.project(reference));
  for (const fact of factsOfKind("person")) name(fact, (reference) => people.get(reference) ?? null);
  for (const fact of factsOfKind("connection")) name(fact, (id) => (book.hasConnection(id) ? id : null));
  return { ...description, ...named, source: "described", problems };
}

function factsOfKind(kind: "project" | "person" | "connection"): readonly RecordFactName[] {
  return BY_KIND[kind];
}

const ofKind = (kind: string) => RECORD_FACT_NAMES.filter((name) => RECORD_FACTS[name].kind === kind);
const BY_KIND = { project: ofKind("project"), person: ofKind("person"), connection: ofKind("connection") } as const;

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
