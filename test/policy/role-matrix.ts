import { decide, type Asked } from "../../src/policy/judgement/decide";
import { explain } from "../../src/policy/explain";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { EN } from "../../src/policy/texts/en";
import {
  ACTIONS,
  LIVE_PHASES,
  PHASES,
  RESOURCES,
  type Action,
  type GateCode,
  type Phase,
  type Resource,
} from "../../src/policy/model/vocabulary";
import { AT } from "./facts-builder";
import { PERSONAS } from "./role-personas";

/* Prints who may do what as a text for an accountant. Pure: the same policy gives the same text. */

/** What a cell says of a refusal, and what the legend says of that. */
const MARKS: Partial<Record<GateCode, readonly [mark: string, meaning: string]>> = {
  NOT_A_MEMBER: ["out", "is not of the company, or is vendor staff whose role does not include this"],
  FEATURE_NOT_SUPPORTED_BY_CONNECTOR: ["map", "the connector does not carry this, in this direction"],
  ACTION_NOT_APPLICABLE: ["n/a", "there is no such action here"],
  NOT_VENDOR_STAFF: ["vend", "is for the vendor's staff alone"],
  NOT_A_STAKEHOLDER: ["part", "has no part in the implementation that includes this"],
  TOOL_LEVEL_TOO_LOW: ["tool", "the level on the ERP Integrations tool is too low"],
  DIRECTORY_LEVEL_TOO_LOW: ["dir", "is no directory administrator"],
  NOT_AN_APPROVER: ["push", "lacks the privilege to push to accounting"],
  FEATURE_NOT_GRANTED: ["grant", "no grant for this feature in this direction"],
  INTEGRATION_NOT_LIVE: ["live", "the integration is not live"],
  PROJECT_LEVEL_TOO_LOW: ["proj", "is not Admin on the needed tools of any project"],
};
const WIDTH = 6;
const LABEL = 24;

/** Numbers the limits in the order in which they are met. */
class Footnotes {
  private readonly texts: string[] = [];

  number(text: string): number {
    if (!this.texts.includes(text)) this.texts.push(text);
    return this.texts.indexOf(text) + 1;
  }

  lines(): readonly string[] {
    return this.texts.flatMap((text, index) => {
      const [first = "", ...more] = text.split("; ");
      return [`  if ${index + 1}`.padEnd(9) + first, ...more.map((part) => `         and ${part}`)];
    });
  }
}

const nameOfProject = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

function cell(policy: MemberPolicy, asked: Asked, notes: Footnotes): string {
  const decision = decide(policy, asked);
  if (!decision.allowed) return MARKS[decision.code as GateCode]?.[0] ?? decision.code;
  const { limits } = explain(decision, policy.facts, "en", nameOfProject);
  return limits.length === 0 ? "yes" : `if ${notes.number(limits.map(({ message }) => message).join("; "))}`;
}

interface Row {
  readonly action: Action;
  readonly cells: readonly string[];
}

/** Actions that read the same become one line. */
function collapse(rows: readonly Row[]): readonly string[] {
  const groups: { actions: Action[]; cells: readonly string[] }[] = [];
  for (const { action, cells } of rows) {
    const same = groups.find((group) => group.cells.join() === cells.join());
    if (same) same.actions.push(action);
    else groups.push({ actions: [action], cells });
  }
  return groups.flatMap(({ actions, cells }) => {
    const labels = actions.length === ACTIONS.length ? ["every action"] : lines(actions, LABEL - 2);
    const marks = cells.map((mark) => mark.padEnd(WIDTH)).join("");
    return labels.map((label, index) => {
      const last = index === labels.length - 1;
      return `  ${label.padEnd(LABEL - 2)}${last ? marks : ""}`.trimEnd();
    });
  });
}

/** Words joined by commas, wrapped at the width. */
function lines(words: readonly string[], width: number): readonly string[] {
  const wrapped: string[] = [];
  words.forEach((word, index) => {
    const text = index < words.length - 1 ? `${word},` : word;
    const last = wrapped.at(-1);
    if (last !== undefined && `${last} ${text}`.length <= width) wrapped[wrapped.length - 1] = `${last} ${text}`;
    else wrapped.push(text);
  });
  return wrapped;
}

/** All that a section says of one resource, action by action. */
function rowsOf(resource: Resource, policies: readonly MemberPolicy[], notes: Footnotes): readonly Row[] {
  return ACTIONS.map((action) => ({
    action,
    cells: policies.map((policy) => cell(policy, { action, resource }, notes)),
  }));
}

const isThere = ({ cells }: Row): boolean => cells.some((mark) => mark !== "n/a" && mark !== "out");

/** The steps of the implementation exist on the company only, which need not be said of each feature one by one. */
function named(absent: readonly Action[]): readonly string[] {
  const steps = ACTIONS.slice(ACTIONS.indexOf("propose_slots"));
  if (!steps.every((step) => absent.includes(step))) return absent;
  return [...absent.filter((action) => !steps.includes(action)), "the steps of the implementation"];
}

/** The lines of one resource; `before`: what an earlier section said, which is not said again. */
function block(rows: readonly Row[], before: readonly Row[] | null): string {
  const absent = rows.filter((row) => !isThere(row)).map(({ action }) => action);
  const nowhere = absent.length === 0 || before ? [] : [`  (no such action: ${named(absent).join(", ")})`];
  const fresh = rows.filter((row, index) => isThere(row) && row.cells.join() !== before?.[index]?.cells.join());
  return [...collapse(fresh), ...nowhere].join("\n");
}

type Table = ReadonlyMap<Resource, readonly Row[]>;

function tableOf(phase: Phase, notes: Footnotes): Table {
  const policies = PERSONAS.map(
    ({ subject, company }) => new MemberPolicy({ company: { ...company, phase }, subject, at: AT }),
  );
  return new Map(RESOURCES.map((resource) => [resource, rowsOf(resource, policies, notes)]));
}

/** Features whose lines read the same stand under one heading. */
function section(phases: readonly Phase[], table: Table, before: Table | null): string {
  const blocks = new Map<string, string[]>();
  for (const [resource, rows] of table) {
    const text = block(rows, before?.get(resource) ?? null);
    if (text !== "") blocks.set(text, [...(blocks.get(text) ?? []), EN.resources[resource]]);
  }
  const heading = `PHASE: ${phases.map((phase) => EN.phases[phase]).join(", ")}`;
  const letters = " ".repeat(LABEL) + PERSONAS.map(({ letter }) => letter.padEnd(WIDTH)).join("");
  const parts = [...blocks].map(([text, names]) => `${lines(names, 110).join("\n")}\n${text}`);
  const hint = before ? ["Lines that are not here are as in the first section.", ""] : [];
  return [heading, "=".repeat(heading.length), ...hint, letters.trimEnd(), "", parts.join("\n\n")].join("\n");
}

/** Phases that read the same stand in one section; the live ones come first. */
function sections(notes: Footnotes): readonly string[] {
  const ordered = [...LIVE_PHASES, ...PHASES.filter((phase) => !LIVE_PHASES.includes(phase))];
  const groups: { phases: Phase[]; table: Table }[] = [];
  for (const phase of ordered) {
    const table = tableOf(phase, notes);
    const same = groups.find((group) => JSON.stringify([...group.table]) === JSON.stringify([...table]));
    if (same) same.phases.push(phase);
    else groups.push({ phases: [phase], table });
  }
  return groups.map(({ phases, table }, index) => section(phases, table, index === 0 ? null : groups[0]!.table));
}

/** The whole text of docs/role-matrix.txt. */
export function roleMatrix(): string {
  const notes = new Footnotes();
  const body = sections(notes);
  const people = PERSONAS.map(({ letter, name, what }) => `  ${letter}  ${name}: ${what}`);
  const marks = Object.values(MARKS).map(([mark, meaning]) => `  ${mark.padEnd(7)}${meaning}`);
  return [
    "WHO MAY DO WHAT",
    "===============",
    "Printed from the policy by test/policy/role-matrix.ts; the tests compare. Do not edit: run",
    "UPDATE_GOLDEN=1 npx jest test/policy/role-matrix, and review the difference.",
    "The company: Xero, a supported edition, connected, all features switched on, no two-person rule.",
    "",
    "People",
    ...people,
    "",
    "Marks",
    "  yes    may, whatever the record",
    "  if 1   may, for the records that meet limit 1 (listed at the end)",
    "  A refusal shows the first reason in the order of the gates:",
    ...marks,
    "",
    "",
    body.join("\n\n\n"),
    "",
    "",
    "LIMITS",
    "======",
    ...notes.lines(),
    "",
  ].join("\n");
}
