import { LOCALES, type Locale } from "../../kernel/locale";
import { formatMoney, type Money } from "../../kernel/money";
import type { Condition } from "../condition";
import type { Decision } from "../decision";
import type { Facts } from "../facts";
import { submitRight } from "../requirements";
import type { RecordState } from "../vocabulary";
import type { TextParams, Texts } from "./texts";

/** The name a person knows a project by; policy knows ids only. */
export type NameOfProject = (projectId: string) => string;

/** What sentences about this decision can mention. */
export function textParams(
  decision: Decision,
  facts: Facts,
  locale: Locale,
  texts: Texts,
  nameOf: NameOfProject,
): TextParams {
  const { company, subject } = facts;
  const grant = decision.basis?.kind === "grant" ? decision.basis.grant : null;
  const requirement = decision.requirement;
  const resource = decision.resource ? texts.resources[decision.resource] : "";
  const money = (amount: Money | null) => (amount === null ? texts.none : formatMoney(amount, locale));
  const day = (instant: string | null | undefined) => (instant ? dayText(instant, locale) : texts.none);
  return {
    act: decision.action ? texts.acts[decision.action](resource) : "",
    resource,
    toolNeeded: texts.levels[requirement?.tool ?? "none"],
    toolHeld: texts.levels[subject?.toolLevel ?? "none"],
    directoryHeld: texts.levels[subject?.directoryLevel ?? "none"],
    phase: texts.phases[company.phase],
    edition: company.edition ?? texts.none,
    validFrom: day(grant?.validFrom),
    validUntil: day(grant?.validUntil),
    assignedUntil: day(subject?.assignedUntil),
    ceiling: money(grant?.ceiling ?? null),
    threshold: money(company.twoPersonAbove),
    projects: listText(valuesOf(decision, "project").map(nameOf), locale, texts.none),
    projectTools: listText(projectToolsOf(decision, texts), locale, texts.none, "conjunction"),
    states: listText(
      valuesOf(decision, "state").map((state) => texts.states[state as RecordState] ?? state),
      locale,
      texts.none,
    ),
    parts: listText(
      (requirement?.part ?? []).map((part) => texts.parts[part]),
      locale,
      texts.none,
    ),
  };
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
const DAYS = eachLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }),
);

function listText(
  words: readonly string[],
  locale: Locale,
  none: string,
  type: keyof typeof LISTS = "disjunction",
): string {
  return words.length === 0 ? none : LISTS[type][locale].format(words);
}

function dayText(instant: string, locale: Locale): string {
  return `${DAYS[locale].format(new Date(instant))} UTC`;
}
