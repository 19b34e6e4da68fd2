import type { Locale } from "../../kernel/locale";
import { FEATURES, type Feature } from "../../policy/model/vocabulary";
import { connectorItem, dependencyOrder, FEATURE_CATALOGUE, featuresOf } from "../catalogue/catalogue";
import { CARRIED_FIELDS } from "../catalogue/carried-fields";
import { DEFAULT_CONNECTOR, type Connector, type ConnectorItem } from "../catalogue/catalogue-item";
import { addressOf, type Source } from "../catalogue/catalogue-sources";
import {
  catalogueText,
  connectorName,
  limitText,
  lockText,
  phrasesOf,
  prerequisiteText,
  scheduleText,
  type CatalogueText,
} from "./catalogue-text";
import { PLATFORM_TRAVEL } from "./platform-travel";
import { FEATURE_MAP_HEADINGS, type FeatureMapHeadings } from "./feature-map-headings";

interface Page {
  readonly locale: Locale;
  readonly connector: Connector;
  readonly say: FeatureMapHeadings;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(headings), row(headings.map(() => "---")), ...rows.map(row)];
}

function overviewRow(feature: Feature, page: Page): string[] {
  const { locale, connector, say } = page;
  const text = catalogueText(feature, locale, connector);
  const item = FEATURE_CATALOGUE[feature].connectors[connector];
  const mark = (value: boolean) => (value ? say.yes : say.no);
  return [
    `${text.name} (\`${feature}\`)`,
    text.platformName,
    mark(item.exports),
    mark(item.imports),
    item.erpObjects.join(", ") || say.none,
    mark(item.approverToExport),
    mark(item.directExport),
    item.tab === null ? say.none : phrasesOf(locale).tabs[item.tab],
  ];
}

/** Which events of the platform bring the feature, and what the platform is told of it. */
function travelRow(feature: Feature, { locale, connector, say }: Page): string[] {
  const { from = [], refresh = [], back } = PLATFORM_TRAVEL[feature] ?? {};
  const quoted = (events: readonly string[]) => events.map((event) => `\`${event}\``).join(", ") || say.none;
  return [catalogueText(feature, locale, connector).name, quoted(from), quoted(refresh), back?.[locale] ?? say.none];
}

function travelTable(carried: readonly Feature[], page: Page): string[] {
  const { travel, travelIntro, feature, comesBy, refreshedBy, goesBack } = page.say;
  const rows = carried.map((one) => travelRow(one, page));
  return ["", `## ${travel}`, "", travelIntro, "", ...table([feature, comesBy, refreshedBy, goesBack], rows)];
}

/** A sentence with the short label of its source. */
function sourced(sentence: string, source: Source): string {
  return `- ${sentence} [${source}]`;
}

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `**${heading}**`, "", ...lines];
}

/** Fields as the item's form names them, with what the ERP's API calls their place. */
function fieldLines(feature: Feature, { say }: Page): string[] {
  const fields = Object.entries(CARRIED_FIELDS[feature] ?? {});
  const quoted = (name: string) => `\`${name}\``;
  const carried = fields.flatMap(([name, place]) => (place === null ? [] : [`- ${quoted(name)}: ${place}`]));
  const kept = fields.filter(([, place]) => place === null).map(([name]) => quoted(name));
  return kept.length === 0 ? carried : [...carried, `- ${say.stays(kept.join(", "))}`];
}

function section(feature: Feature, item: ConnectorItem, text: CatalogueText, page: Page): string[] {
  const { locale, connector, say } = page;
  const { schedule } = item;
  const times = scheduleText(schedule, locale, connector);
  return [
    "",
    `### ${text.name}`,
    "",
    text.summary,
    ...list(
      say.prerequisites,
      item.prerequisites.map((rule) => sourced(prerequisiteText(rule, locale, connector), rule.source)),
    ),
    ...list(
      say.limits,
      item.limits.map((limit) => sourced(limitText(limit, locale), limit.source)),
    ),
    ...list(
      say.locks,
      item.locks.map((lock) => sourced(lockText(lock, locale), lock.source)),
    ),
    ...list(say.fields, fieldLines(feature, page)),
    ...list(say.schedule, schedule === null ? [] : times.map((time) => sourced(time, schedule.source))),
    ...list(
      say.notes,
      item.notes.map((note) => sourced(note.text[locale], note.source)),
    ),
  ];
}

function sourcesOf(item: ConnectorItem): Source[] {
  const rules = [...item.prerequisites, ...item.limits, ...item.locks, ...item.notes];
  const single = [item.schedule, item.whyNot].filter((rule) => rule !== null);
  return [...rules, ...single].map(({ source }) => source);
}

function sourceList(items: readonly ConnectorItem[], say: FeatureMapHeadings): string[] {
  const labels = [...new Set(items.flatMap(sourcesOf))].sort();
  return ["", `## ${say.sources}`, "", ...labels.map((label) => `- ${label}: <${addressOf(label)}>`)];
}

/**
 * The feature map as a Markdown page in one language: an overview of all features, then the rules of each with their
 * sources. docs/feature-map.md and docs/feature-map.fr.md are committed copies, held equal by a test.
 */
export function renderFeatureMap(locale: Locale, connector: Connector = DEFAULT_CONNECTOR): string {
  const say = FEATURE_MAP_HEADINGS[locale];
  const page: Page = { locale, connector, say };
  const erp = connectorName(connector);
  const carried = dependencyOrder().filter((feature) => featuresOf(connector).includes(feature));
  const uncarried = FEATURES.filter((feature) => !carried.includes(feature));
  const items = FEATURES.flatMap((feature) => connectorItem(connector, feature) ?? []);
  const textOf = (feature: Feature) => catalogueText(feature, locale, connector);
  const lines = [
    `# ${say.title(erp)}`,
    "",
    say.intro,
    "",
    ...table(
      [say.feature, say.platform, say.exported, say.imported, erp, say.approver, say.direct, say.tab],
      FEATURES.map((feature) => overviewRow(feature, page)),
    ),
    ...travelTable(carried, page),
    "",
    `## ${say.order}`,
    "",
    ...carried.map((feature, index) => `${index + 1}. ${textOf(feature).name}`),
    "",
    `## ${say.rules}`,
    ...carried.flatMap((feature) =>
      section(feature, FEATURE_CATALOGUE[feature].connectors[connector], textOf(feature), page),
    ),
    "",
    `## ${say.notCarried(erp)}`,
    "",
    ...uncarried.flatMap((feature) => {
      const { whyNot } = FEATURE_CATALOGUE[feature].connectors[connector];
      return whyNot === null ? [] : [sourced(`**${textOf(feature).name}.** ${whyNot.text[locale]}`, whyNot.source)];
    }),
    ...sourceList(items, say),
  ];
  return `${lines.join("\n")}\n`;
}
