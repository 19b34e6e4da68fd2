import type { Locale } from "../../kernel/locale";
import { FEATURES, type Direction, type Feature } from "../../policy/model/vocabulary";
import { wordKey, type Meaning } from "../../infra/tables/words";
import type { FeatureNames } from "./access-list-bounds";

export const LIST_COLUMNS = [
  "email",
  "name",
  "role",
  "features",
  "import_features",
  "projects",
  "ceiling",
  "currency",
  "valid_from",
  "valid_until",
  "reason",
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Unchanged: level and privilege stay; the features are what the row says. */
export const LIST_ROLES = ["approver", "read_only", "none", "unchanged"] as const;
export type ListRole = (typeof LIST_ROLES)[number];

type Words = Readonly<Record<Locale, readonly [string, ...string[]]>>;

/** Headings, in any case, with or without accents, spaces and plurals. The first of a language is the one shown. */
export const COLUMN_WORDS: Readonly<Record<ListColumn, Words>> = {
  email: { en: ["E-mail", "E-mail address", "Mail"], fr: ["Courriel", "Adresse e-mail", "Adresse électronique"] },
  name: { en: ["Name", "Full name"], fr: ["Nom", "Nom complet", "Prénom et nom", "Nom et prénom"] },
  role: { en: ["Role", "Access", "Access level"], fr: ["Rôle", "Accès", "Niveau d’accès"] },
  features: {
    en: ["Features", "Export features", "May send", "May export"],
    fr: ["Fonctionnalités", "Fonctionnalités à exporter", "Peut envoyer", "Peut exporter"],
  },
  import_features: {
    en: ["Import features", "May import"],
    fr: ["Fonctionnalités à importer", "Peut importer"],
  },
  projects: { en: ["Projects", "Project codes"], fr: ["Projets", "Codes de projet", "Chantiers"] },
  ceiling: { en: ["Ceiling", "Ceiling amount", "Up to"], fr: ["Plafond", "Montant plafond", "Jusqu’à"] },
  currency: { en: ["Currency"], fr: ["Devise", "Monnaie"] },
  valid_from: { en: ["Valid from", "From"], fr: ["Valable du", "Valable à partir du", "Valide du"] },
  valid_until: { en: ["Valid until", "Until", "Valid to"], fr: ["Valable jusqu’au", "Valide jusqu’au"] },
  reason: { en: ["Reason"], fr: ["Motif", "Raison"] },
};

export const ROLE_WORDS: Readonly<Record<ListRole, Words>> = {
  approver: {
    en: ["approver", "accounting approver"],
    fr: ["approbateur", "approbatrice", "approbateur comptable", "approbatrice comptable"],
  },
  read_only: { en: ["read-only"], fr: ["lecture seule"] },
  none: { en: ["none", "no access"], fr: ["aucun", "aucun accès"] },
  unchanged: { en: ["unchanged", "as is"], fr: ["inchangé", "inchangée", "tel quel"] },
};

const YES = new Set(["x", "yes", "y", "oui", "o", "1", "vrai", "true", "✓", "✔"]);
const NO = new Set(["", "no", "n", "non", "0", "faux", "false", "-"]);

/** Columns that people keep beside the rights: of no meaning here, so they are left aside, and that is told. */
const BESIDE = [
  ...["Department", "Job title", "Title", "Position", "Phone", "Telephone", "Mobile", "Manager", "Office", "Location"],
  ...["Team", "Employee number", "Employee ID", "Number", "No.", "#", "Comment", "Note", "Remark"],
  ...["Service", "Fonction", "Poste", "Téléphone", "Portable", "Responsable", "Bureau", "Équipe", "Matricule"],
  ...["Numéro", "N°", "Commentaire", "Remarque"],
];
const BESIDE_KEYS = new Set(BESIDE.map(wordKey));

/** Whether a column of that heading is left aside unasked. */
export function isBeside(heading: string): boolean {
  return BESIDE_KEYS.has(wordKey(heading));
}

/** Whether a cell of a feature's own column is ticked; null: it says neither yes nor no. */
export function markOf(cell: string): boolean | null {
  const mark = cell.trim().toLowerCase();
  return YES.has(mark) ? true : NO.has(mark) ? false : null;
}

const ROLES_BY_KEY = keysOf(LIST_ROLES, ROLE_WORDS);

export function roleOf(cell: string): ListRole | null {
  return ROLES_BY_KEY.get(wordKey(cell)) ?? null;
}

/** What a heading stands for: a column of the list, or a feature to be ticked. */
export type Heading =
  | { readonly kind: "column"; readonly column: ListColumn }
  | { readonly kind: "feature"; readonly feature: Feature; readonly direction: Direction };

/** Reads headings and names of features. */
export class ListVocabulary {
  private readonly columns = keysOf(LIST_COLUMNS, COLUMN_WORDS);
  private readonly features: ReadonlyMap<string, Feature>;

  constructor(private readonly names: FeatureNames) {
    this.features = keysOf(FEATURES, names);
  }

  /** What a word that names no feature may have been meant for. */
  featuresMeant(locale: Locale): Meaning[] {
    return FEATURES.map((feature) => ({
      shown: this.names[feature][locale][0],
      names: [feature, ...this.names[feature].en, ...this.names[feature].fr],
    }));
  }

  /** What a heading that names no column may have been meant for. */
  columnsMeant(locale: Locale): Meaning[] {
    const columns = LIST_COLUMNS.map((column) => {
      const { [locale]: shown, en, fr } = COLUMN_WORDS[column];
      return { shown: shown[0], names: [column, ...en, ...fr] };
    });
    return [...columns, ...this.featuresMeant(locale)];
  }

  feature(text: string): Feature | null {
    return this.features.get(wordKey(text)) ?? null;
  }

  /** "Projects" is the column of project codes; the feature of that name is ticked under "Export projects". */
  heading(text: string): Heading | null {
    const key = wordKey(text);
    const column = this.columns.get(key);
    if (column) return { kind: "column", column };
    const [, way, rest = ""] = /^(import|export)(?:er|ation)?(.+)$/.exec(key) ?? [];
    const told = this.features.get(rest);
    if (told) return { kind: "feature", feature: told, direction: way === "import" ? "import" : "export" };
    const feature = this.features.get(key);
    return feature ? { kind: "feature", feature, direction: "export" } : null;
  }
}

function keysOf<T extends string>(values: readonly T[], words: Readonly<Record<T, Words>>): Map<string, T> {
  const keys = new Map<string, T>();
  for (const value of values)
    for (const word of [value, ...words[value].en, ...words[value].fr]) keys.set(wordKey(word), value);
  return keys;
}
