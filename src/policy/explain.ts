import type { Locale } from "../kernel/locale";
import type { Decision, GateOutcome, Limit } from "./model/decision";
import type { Facts } from "./model/facts";
import type { FactProblem } from "./model/record-facts";
import { isNeverOpened, OF_STAFF, remedyOf, type RemedyRight, type RemedyRole } from "./model/remedies";
import { problemText } from "./texts/fact-problems";
import { TEXTS } from "./texts/language";
import { textParams, type NameOfProject } from "./texts/params";
import type { TextParams, Texts } from "./texts/texts";
import { atLeast, type Action, type DecisionCode, type GateCode, type Resource } from "./model/vocabulary";

export interface ExplainedRemedy {
  readonly message: string;
  readonly role: RemedyRole;
  /** Who may make the change, in words. */
  readonly who: string;
  readonly mutation: string | null;
  /** By which the people are found who can; null: nobody of the company. */
  readonly right: RemedyRight | null;
}

export interface ExplainedGate extends GateOutcome {
  readonly message: string;
  /** Only where the gate was missed. */
  readonly remedy: ExplainedRemedy | null;
}

/** A decision in the words of a language. Codes are for programs, these texts for people; they may change. */
export interface Explanation {
  readonly message: string;
  readonly gates: readonly ExplainedGate[];
  readonly limits: readonly ExplainedLimit[];
  readonly problems: readonly ExplainedProblem[];
}

/** What a record must still meet, for programs and in words. */
export interface ExplainedLimit extends Limit {
  readonly message: string;
}

/** Something stated of the record that could not be taken. */
export interface ExplainedProblem extends FactProblem {
  readonly message: string;
}

/** What somebody does, in words: "send commitments to the ERP". */
export function actIn(locale: Locale, action: Action, resource: Resource): string {
  const { acts, resources } = TEXTS[locale];
  return acts[action](resources[resource]);
}

/** Puts a decision into words: every gate with its reason, every missed one with the remedy and who may apply it. */
export function explain(
  decision: Decision,
  facts: Facts,
  locale: Locale,
  nameOf: NameOfProject,
  /** The company's: days in sentences are its days. */
  zone = "UTC",
): Explanation {
  const texts = TEXTS[locale];
  const params = textParams({ decision, facts, locale, texts, nameOf, zone });
  const gates = decision.gates.map((gate) => explainGate(gate, decision, facts, texts, params));
  const limits = decision.limits.map((limit) => ({ ...limit, message: texts.gates[limit.code].limit(params) }));
  const problems = decision.problems.map((problem) => ({ ...problem, message: problemText(problem, locale) }));
  const message = [messageOf(decision, gates, limits, texts, params), ...problems.map((one) => one.message)].join(" ");
  return { message, gates, limits, problems };
}

function explainGate(
  gate: GateOutcome,
  decision: Decision,
  facts: Facts,
  texts: Texts,
  params: TextParams,
): ExplainedGate {
  const sentences = texts.gates[gate.code];
  if (gate.passed) {
    const message = withoutOwnLevel(gate.code, decision, facts, texts) ?? sentences.passed(params);
    return { ...gate, message, remedy: null };
  }
  if (!gate.evaluable) return notEvaluable(gate, decision, texts);
  const never = decision.gates.find(({ code, passed }) => !passed && isNeverOpened(code, decision.requirement));
  const remedy = remedyFor(never?.code ?? gate.code, decision, facts, texts, params);
  return { ...gate, message: sentences.missed(params), remedy };
}

/** Where no right opens a gate, nothing is gained by opening the others. */
function remedyFor(
  code: GateCode,
  { requirement }: Decision,
  facts: Facts,
  texts: Texts,
  params: TextParams,
): ExplainedRemedy {
  const remedy = remedyOf(code, facts, requirement);
  const { role, mutation, right } = remedy;
  const ofStaff = (Object.keys(OF_STAFF) as (keyof typeof OF_STAFF)[]).find((name) => OF_STAFF[name] === remedy);
  const message = ofStaff ? texts.decision[ofStaff] : texts.gates[code].remedy(params);
  return { message, role, who: texts.roles[role], mutation, right };
}

const OWN_LEVELS: readonly GateCode[] = ["TOOL_LEVEL_TOO_LOW", "DIRECTORY_LEVEL_TOO_LOW", "NOT_AN_APPROVER"];

/** Who passes by their role must not be told that they hold the level. */
function withoutOwnLevel(code: GateCode, decision: Decision, { subject }: Facts, texts: Texts): string | null {
  if (subject?.kind === "staff" && OWN_LEVELS.includes(code)) return texts.decision.passedAsStaff;
  const { requirement } = decision;
  if (code !== "TOOL_LEVEL_TOO_LOW" || !requirement?.orDirectoryAdmin || !subject) return null;
  return atLeast(subject.toolLevel, requirement.tool ?? "none") ? null : texts.decision.passedAsDirectoryAdmin;
}

/** What is missing is a fact, not a right, so the remedy is to say it; of what is stored, nothing that is said counts. */
function notEvaluable(gate: GateOutcome, decision: Decision, texts: Texts): ExplainedGate {
  const facts = gate.wanted.map((fact) => texts.facts[fact]);
  const isStored = decision.facts === "stored";
  const role = isStored ? "project_administrator" : "asker";
  const message = isStored ? texts.decision.correctFacts(facts) : texts.decision.sayFacts(facts);
  const remedy = { message, role, who: texts.roles[role], mutation: null, right: null } as const;
  return { ...gate, message: texts.decision.notEvaluable(facts), remedy };
}

function messageOf(
  decision: Decision,
  gates: readonly ExplainedGate[],
  limits: Explanation["limits"],
  texts: Texts,
  params: TextParams,
): string {
  if (decision.allowed) {
    const words = limits.map(({ message }) => message);
    return words.length === 0 ? texts.decision.allowed(params) : texts.decision.allowedWithin(params, words);
  }
  const missed = gates.find(({ passed }) => !passed);
  if (missed) return texts.decision.denied(params, missed.message);
  return decision.problems.length > 0 ? texts.decision.notUnderstood : otherReason(texts, decision.code);
}

function otherReason(texts: Texts, code: DecisionCode): string {
  return (texts.decision.other as Readonly<Partial<Record<DecisionCode, string>>>)[code] ?? code;
}
