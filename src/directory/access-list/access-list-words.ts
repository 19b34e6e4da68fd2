import { endInWords, startInWords } from "../../kernel/days";
import type { Locale } from "../../kernel/locale";
import { formatMoney } from "../../kernel/money";
import type { Level } from "../../policy/model/vocabulary";
import type { FeatureNames } from "./access-list-bounds";
import type { ListedRight } from "./access-list-plan";

interface Words {
  readonly levels: Readonly<Record<Level, string>>;
  readonly privilege: string;
  readonly export: string;
  readonly import: string;
  readonly projects: (codes: string) => string;
  readonly upTo: (amount: string) => string;
  readonly from: (start: string) => string;
  readonly until: (end: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    levels: {
      none: "no level on the tool",
      read_only: "level Read Only on the tool",
      standard: "level Standard on the tool",
      admin: "level Admin on the tool",
    },
    privilege: "may push to accounting",
    export: "export",
    import: "import",
    projects: (codes) => `projects ${codes}`,
    upTo: (amount) => `up to ${amount}`,
    from: (start) => `from ${start}`,
    until: (end) => `until ${end}`,
  },
  fr: {
    levels: {
      none: "aucun niveau sur l’outil",
      read_only: "niveau Lecture seule sur l’outil",
      standard: "niveau Standard sur l’outil",
      admin: "niveau Administrateur sur l’outil",
    },
    privilege: "peut envoyer en comptabilité",
    export: "exporter",
    import: "importer",
    projects: (codes) => `projets ${codes}`,
    upTo: (amount) => `jusqu’à ${amount}`,
    from: (start) => `à partir du ${start}`,
    until: (end) => `jusqu’au ${end}`,
  },
};

export interface RightWords {
  readonly names: FeatureNames;
  readonly locale: Locale;
  /** The company's: days are its days. */
  readonly zone: string;
  readonly projectCode: (id: string) => string;
}

/** A right in words: "Commitment (export, projects P-100, up to $5,000.00, until 30 June 2027)". */
export function rightText(right: ListedRight, { names, locale, zone, projectCode }: RightWords): string {
  const say = WORDS[locale];
  if (right.kind === "level") return say.levels[right.level];
  if (right.kind === "privilege") return say.privilege;
  const { feature, direction, projectIds, ceiling, validFrom, validUntil } = right.terms;
  const parts = [say[direction]];
  if (projectIds !== null) parts.push(say.projects(projectIds.map(projectCode).sort().join(" ")));
  if (ceiling !== null) parts.push(say.upTo(formatMoney(ceiling, locale)));
  if (validFrom !== null) parts.push(say.from(startInWords(zone, validFrom, locale)));
  if (validUntil !== null) parts.push(say.until(endInWords(zone, validUntil, locale)));
  return `${names[feature][locale][0]} (${parts.join(", ")})`;
}
