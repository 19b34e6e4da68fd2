import type { Locale } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";
import { FEATURE_CATALOGUE } from "../catalogue/catalogue";
import {
  CONNECTOR_NAMES,
  type Connector,
  type ConnectorItem,
  type Limit,
  type Lock,
  type Prerequisite,
  type Schedule,
} from "../catalogue/catalogue-item";
import type { Phrases } from "./catalogue-phrases";
import { EN_PHRASES } from "./catalogue-phrases-en";
import { FR_PHRASES } from "./catalogue-phrases-fr";

/** A catalogue item as people read it, in one language. Every entry is a whole sentence. */
export interface CatalogueText {
  readonly name: string;
  readonly platformName: string;
  readonly summary: string;
  readonly prerequisites: readonly string[];
  readonly limits: readonly string[];
  readonly locks: readonly string[];
  readonly schedule: readonly string[];
  readonly notes: readonly string[];
  /** Null when something travels. */
  readonly whyNot: string | null;
}

export function connectorName(connector: Connector): string {
  return CONNECTOR_NAMES[connector];
}

export function phrasesOf(locale: Locale): Phrases {
  return locale === "fr" ? FR_PHRASES : EN_PHRASES;
}

function join(items: readonly string[], locale: Locale, type: "conjunction" | "disjunction" = "conjunction"): string {
  return new Intl.ListFormat(locale, { type }).format(items);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** One prerequisite, told in one sentence; features to sync first are told one by one. */
export function prerequisiteText(rule: Prerequisite, locale: Locale, connector: Connector): string {
  const phrases = phrasesOf(locale);
  const erp = connectorName(connector);
  const say = phrases.prerequisites;
  switch (rule.kind) {
    case "feature_synced":
      return say.featuresSynced(lowerFirst(FEATURE_CATALOGUE[rule.feature].name[locale]));
    case "status":
      return say.status(
        join(
          rule.oneOf.map((status) => phrases.statuses[status]),
          locale,
          "disjunction",
        ),
      );
    case "fields_present":
      return say.fieldsPresent(
        join(
          rule.fields.map((field) => phrases.fields[field]),
          locale,
        ),
      );
    case "vendor_linked":
      return say.vendorLinked(erp);
    case "lines_with_erp_cost_code":
      return say.codedLines(String(rule.atLeast), erp);
    case "project_setting":
      return phrases.settings[rule.setting];
    case "counterpart_looked_for":
      return say.counterpartLookedFor(erp);
    case "erp_object":
      return say.erpObjects(join(rule.oneOf, locale));
    case "made_after_set_up":
      return say.madeAfterSetUp;
  }
}

/** One limit, told in one sentence; numbers are written as the language does. */
export function limitText(limit: Limit, locale: Locale): string {
  const phrases = phrasesOf(locale);
  const value = new Intl.NumberFormat(locale).format(limit.value);
  const sentence = phrases.limits[limit.code](value, limit.field === null ? "" : phrases.fields[limit.field]);
  return limit.approximate ? phrases.about(sentence) : sentence;
}

/** One lock, told in one sentence. */
export function lockText(lock: Lock, locale: Locale): string {
  const { fields: names, lock: say } = phrasesOf(locale);
  const since = say[lock.from];
  const except = join(
    lock.except.map((field) => names[field]),
    locale,
  );
  if (lock.fields === "all") return `${since}, ${lock.except.length === 0 ? say.all : say.allBut(except)}`;
  const fields = join(
    lock.fields.map((field) => names[field]),
    locale,
  );
  return `${since}, ${lock.complete ? say.fields(fields) : say.someFields(fields)}`;
}

/** When records travel, one sentence for each way. */
export function scheduleText(schedule: Schedule | null, locale: Locale, connector: Connector): string[] {
  const say = phrasesOf(locale).schedule;
  const erp = connectorName(connector);
  const sentences: string[] = [];
  if (schedule?.exports === "on_send") sentences.push(say.onSend(erp));
  if (schedule?.imports === "daily") sentences.push(say.daily(erp));
  if (schedule?.onDemand) sentences.push(say.onDemand(erp));
  return sentences;
}

function summaryText(item: ConnectorItem, locale: Locale, connector: Connector): string {
  const say = phrasesOf(locale).summary;
  const erp = connectorName(connector);
  if (!item.exports && !item.imports) return say.notCarried(erp);
  const way = item.exports && item.imports ? say.both : item.exports ? say.exported : say.imported;
  const sentences = [way(erp, join(item.erpObjects, locale))];
  if (item.optional) sentences.push(say.optional);
  if (item.approverToExport) sentences.push(say.approver);
  if (item.directExport) sentences.push(say.directExport);
  return sentences.join(" ");
}

/** A feature told in one language: what it is, what must be true, what bounds it, and why it does not travel. */
export function catalogueText(feature: Feature, locale: Locale, connector: Connector = "xero"): CatalogueText {
  const { name, platformName, connectors } = FEATURE_CATALOGUE[feature];
  const item = connectors[connector];
  return {
    name: name[locale],
    platformName: platformName[locale],
    summary: summaryText(item, locale, connector),
    prerequisites: item.prerequisites.map((rule) => prerequisiteText(rule, locale, connector)),
    limits: item.limits.map((limit) => limitText(limit, locale)),
    locks: item.locks.map((lock) => lockText(lock, locale)),
    schedule: scheduleText(item.schedule, locale, connector),
    notes: item.notes.map(({ text }) => text[locale]),
    whyNot: item.whyNot === null ? null : item.whyNot.text[locale],
  };
}
