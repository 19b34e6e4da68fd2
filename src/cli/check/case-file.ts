import { readFile } from "node:fs/promises";
import { isNode, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { z } from "zod";
import { instantFrom } from "../../infra/graphql/instant-input";
import type { Question, QuestionContext } from "../../client/access-client";
import { OperatorRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { CASE_FILE, type CaseFile, type PolicyCase } from "./case-schema";

/** A case with where it stands, and the question it puts. */
export interface PlacedCase {
  readonly name: string;
  /** FILE:LINE:COLUMN. */
  readonly place: string;
  readonly locale: Locale;
  readonly question: Question;
  readonly expect: "allow" | "deny";
  readonly code: string | null;
  readonly reasons: readonly string[] | null;
}

type Path = readonly PropertyKey[];

/** Reads a file of cases. Throws Refusal BAD_INPUT that names every line at fault and what is wrong there. */
export async function readCases(file: string): Promise<PlacedCase[]> {
  return casesOf(await textOf(file), file);
}

/** The cases of a YAML text. Throws as `readCases`. */
export function casesOf(text: string, file: string): PlacedCase[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const faults = document.errors.map(({ pos, message }) => `${place(pos[0])}: ${message}`);
  if (faults.length > 0) throw new OperatorRefusal("BAD_INPUT", faults.join("\n"));
  const at = (path: Path) => place(offsetOf(document, path));
  const read = CASE_FILE.safeParse(plainOf(document, place));
  if (!read.success)
    throw new OperatorRefusal("BAD_INPUT", read.error.issues.flatMap((issue) => told(issue, at)).join("\n"));
  return read.data.cases.map((one, index) => placed(read.data, one, ["cases", index], at));
}

/** The values of the document. Throws Refusal BAD_INPUT for an alias of nothing, and for aliases of aliases without end. */
function plainOf(document: Document, place: (offset: number) => string): unknown {
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return;
      const where = place(alias.range?.[0] ?? 0);
      throw new OperatorRefusal(
        "BAD_INPUT",
        `${where}: nothing before it is marked with the anchor "&${alias.source}".`,
      );
    },
  });
  try {
    return document.toJS();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorRefusal("BAD_INPUT", `${place(0)}: ${why}.`);
  }
}

function placed(file: CaseFile, one: PolicyCase, path: Path, at: (path: Path) => string): PlacedCase {
  const company = one.company ?? file.company;
  if (company === undefined)
    throw new OperatorRefusal("BAD_INPUT", `${at(path)}: name the company, in the case or at the top of the file.`);
  const context = contextOf(one.at ?? file.at, one.knownAt ?? file.knownAt);
  return {
    name: one.name ?? `${one.subject} ${one.action} ${one.resource}${one.record ? " (record)" : ""}`,
    place: at(path),
    locale: one.locale ?? file.locale ?? "en",
    question: { ...questionOf(one, company), ...(context && { context }) },
    expect: one.expect,
    code: one.code ?? null,
    reasons: one.reasons ?? null,
  };
}

/** Names a record that is nobody's: no record that is held is called so. */
const MADE_UP = "00000000-0000-7000-8000-000000000000";

/** In the mapping of AuthZEN (docs/policy.md): a feature, or a record of it. */
function questionOf({ subject, subjectType, action, resource, record }: PolicyCase, company: string): Question {
  const { id = MADE_UP, ...facts } = record ?? {};
  return {
    subject: { type: subjectType ?? "user", id: subject },
    action: { name: action },
    resource: record
      ? { type: resource, id, properties: { company, ...facts } }
      : { type: "feature", id: resource, properties: { company } },
  };
}

function contextOf(at: string | undefined, knownAt: string | undefined): QuestionContext | null {
  if (at === undefined && knownAt === undefined) return null;
  return {
    ...(at === undefined ? {} : { at: instantFrom(at, []) }),
    ...(knownAt === undefined ? {} : { knownAt: instantFrom(knownAt, []) }),
  };
}

/** An issue of zod, at its place; each unknown key by itself. */
function told(issue: z.core.$ZodIssue, at: (path: Path) => string): string[] {
  const where = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map(
      (key) => `${at([...issue.path, key])}: there is no "${key}" in ${where || "a file of cases"}.`,
    );
  return [`${at(issue.path)}: ${where === "" ? "" : `${where}: `}${issue.message}`];
}

/** Where the node stands; of one that is missing, where its parent does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const key = part.at(-1);
    const parent = length === 1 ? document.contents : document.getIn(part.slice(0, -1), true);
    const pair = pairOf(parent, key);
    if (pair !== null) return pair;
    const node = document.getIn(part, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}

/** The key's own place in a mapping, rather than its value's. */
function pairOf(parent: unknown, key: unknown): number | null {
  const { items } = (parent ?? {}) as { items?: readonly { key?: { value?: unknown; range?: readonly number[] } }[] };
  const pair = items?.find((item) => item.key?.value === key);
  return pair?.key?.range?.[0] ?? null;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new OperatorRefusal(
      "BAD_INPUT",
      `${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
