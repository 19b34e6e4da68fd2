import { endInWords, startInWords } from "../../kernel/days";
import { LOCALES, type Locale } from "../../kernel/locale";
import { formatMoney, type Money } from "../../kernel/money";
import type { Condition } from "../model/condition";
import type { ContractMisfit } from "../model/contract-misfits";
import type { Decision } from "../model/decision";
import type { ConnectionFacts, Facts } from "../model/facts";
import { hasFact } from "../model/record-facts";
import { prerequisitesOf } from "../model/remedies";
import { submitRight } from "../model/requirements";
import type { GateCode, RecordState } from "../model/vocabulary";
import type { TextParams, Texts } from "./texts";

/** The name a person knows a project by; policy knows ids only. */
export type NameOfProject = (projectId: string) => string;

/** What sentences about this decision can mention. Each is made when a sentence mentions it: most do not. */
export function textParams(of: Mentioned): TextParams {
  return new DecisionParams(of);
}

export interface Mentioned {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly texts: Texts;
  readonly nameOf: NameOfProject;
  /** The company's: days are its days. */
  readonly zone: string;
}

class DecisionParams implements TextParams {
  constructor(private readonly of: Mentioned) {}

  get act(): string {
    const { decision, texts } = this.of;
    return decision.action ? texts.acts[decision.action](this.resource) : "";
  }

  get resource(): string {
    const { decision, texts } = this.of;
    return decision.resource ? texts.resources[decision.resource] : "";
  }

  get toolNeeded(): string {
    return this.of.texts.levels[this.of.decision.requirement?.tool ?? "none"];
  }

  get toolHeld(): string {
    return this.of.texts.levels[this.of.facts.subject?.toolLevel ?? "none"];
  }

  get directoryHeld(): string {
    return this.of.texts.levels[this.of.facts.subject?.directoryLevel ?? "none"];
  }

  get phase(): string {
    return this.of.texts.phases[this.of.facts.company.phase];
  }

  get isSuspended(): boolean {
    return this.of.facts.company.phase === "suspended";
  }

  get prerequisites(): string {
    const { decision, texts } = this.of;
    const { resource } = decision;
    const before = resource === null || resource === "company" ? [] : prerequisitesOf(resource);
    return before.map((feature) => texts.resources[feature]).join(", ") || texts.none;
  }

  get edition(): string {
    return this.of.facts.company.edition ?? this.of.texts.none;
  }

  get lacksGrant(): boolean {
    return this.of.decision.gates.some(({ code, passed }) => code === "FEATURE_NOT_GRANTED" && !passed);
  }

  get hasConnection(): boolean {
    return this.of.facts.company.edition !== null;
  }

  get isOneOfSeveral(): boolean {
    return this.of.facts.company.several != null;
  }

  get ledgersServed(): string {
    return this.ledgers(({ editionSupported }) => editionSupported);
  }

  get ledgersAuthorised(): string {
    return this.ledgers(({ status }) => status === "authorised");
  }

  get validFrom(): string {
    const { zone, locale } = this.of;
    const start = grantOf(this.of.decision)?.validFrom;
    return start ? startInWords(zone, start, locale) : this.of.texts.none;
  }

  get validUntil(): string {
    return this.end(grantOf(this.of.decision)?.validUntil);
  }

  get assignedUntil(): string {
    return this.end(this.of.facts.subject?.assignedUntil);
  }

  get scope(): string | null {
    return this.of.decision.requirement?.scope ?? null;
  }

  get hasAmount(): boolean {
    return hasFact(this.of.decision.resource ?? "company", "amount");
  }

  get hasProject(): boolean {
    return hasFact(this.of.decision.resource ?? "company", "project");
  }

  get ceiling(): string {
    return this.money(grantOf(this.of.decision)?.ceiling ?? null);
  }

  get threshold(): string {
    return this.money(this.of.facts.company.twoPersonAbove);
  }

  get hasThreshold(): boolean {
    return this.of.facts.company.twoPersonAbove !== null && this.hasAmount;
  }

  get misfitsForTwo(): string {
    return this.misfits("SECOND_APPROVAL_NEEDED");
  }

  get misfitsRefused(): string {
    return this.misfits("CONTRACT_MISFIT");
  }

  get projects(): string {
    return this.list(valuesOf(this.of.decision, "project").map(this.of.nameOf));
  }

  get projectTools(): string {
    return this.list(projectToolsOf(this.of.decision, this.of.texts), "conjunction");
  }

  get states(): string {
    const { decision, texts } = this.of;
    return this.list(valuesOf(decision, "state").map((state) => texts.states[state as RecordState] ?? state));
  }

  get parts(): string {
    const { decision, texts } = this.of;
    return this.list((decision.requirement?.part ?? []).map((part) => texts.parts[part]));
  }

  /** Those that the record has; of none in particular, or where it has none, all that the gate asks about. */
  private misfits(code: GateCode): string {
    const gate = this.of.decision.gates.find((one) => one.code === code);
    if (!gate?.condition) return "";
    const named = gate.found.length > 0 ? gate.found : asksNoneOf(gate.condition);
    const words = named.map((one) => this.of.texts.misfits[one]);
    return words.length === 0 ? "" : this.list(words);
  }

  private ledgers(are: (connection: ConnectionFacts) => boolean): string {
    const fit = this.of.facts.company.several?.connections.filter(are) ?? [];
    return this.list(fit.map(({ name }) => name));
  }

  private end(instant: string | null | undefined): string {
    return instant ? endInWords(this.of.zone, instant, this.of.locale) : this.of.texts.none;
  }

  private money(amount: Money | null): string {
    return amount === null ? this.of.texts.none : formatMoney(amount, this.of.locale);
  }

  private list(words: readonly string[], type?: keyof typeof LISTS): string {
    return listText(words, this.of.locale, this.of.texts.none, type);
  }
}

function asksNoneOf(condition: Condition): readonly ContractMisfit[] {
  if (condition.kind === "all" || condition.kind === "any") return condition.of.flatMap(asksNoneOf);
  return condition.kind === "none_of" ? condition.values : [];
}

function grantOf({ basis }: Decision) {
  return basis?.kind === "grant" ? basis.grant : null;
}

/** The tools that the action, or a direct export in its place, asks for in the project. */
function projectToolsOf({ requirement, resource }: Decision, texts: Texts): readonly string[] {
  const tools = requirement?.projectAdminOn ?? (resource ? submitRight(resource).projectAdminOn : undefined);
  return (tools ?? []).map((tool) => texts.projectTools[tool]);
}

function valuesOf(decision: Decision, fact: "project" | "state"): readonly string[] {
  const conditions = decision.gates.flatMap(({ condition }) => (condition ? [condition] : []));
  const named = conditions.filter(
    (condition): condition is Extract<Condition, { kind: "in" }> => condition.kind === "in" && condition.fact === fact,
  );
  return named[0]?.values ?? [];
}

const eachLocale = <T>(make: (locale: Locale) => T) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, T>;
/** Made once: making a format costs a hundred times as much as using it. */
const LISTS = {
  conjunction: eachLocale((locale) => new Intl.ListFormat(locale, { type: "conjunction" })),
  disjunction: eachLocale((locale) => new Intl.ListFormat(locale, { type: "disjunction" })),
};

function listText(
  words: readonly string[],
  locale: Locale,
  none: string,
  type: keyof typeof LISTS = "disjunction",
): string {
  return words.length === 0 ? none : LISTS[type][locale].format(words);
}
