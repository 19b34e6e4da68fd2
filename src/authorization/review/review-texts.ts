import { endInWords, startInWords } from "../../kernel/days";
import type { Bilingual, Locale } from "../../kernel/locale";
import { formatMoney } from "../../kernel/money";
import { TEXTS } from "../../policy/texts/language";
import type { ReviewedState } from "./review-kinds";

/** What a reviewer reads in and knows projects by. */
export interface ReviewReader {
  readonly locale: Locale;
  /** The company's zone. */
  readonly zone: string;
  readonly projectName: (id: string) => string;
}

/** What somebody holds, in words: "Admin on the company directory". */
export function heldText(state: ReviewedState, reference: string, reader: ReviewReader): string {
  const { locale } = reader;
  const words = HELD[locale];
  const texts = TEXTS[locale];
  switch (state.kind) {
    case "tool_level":
    case "directory_level":
      return words[state.kind](texts.levels[state.level]);
    case "grant":
      return [
        words.grant(texts.acts[state.direction === "export" ? "send" : "import"](texts.resources[state.feature])),
        ...scopeOf(state, reader),
      ].join("; ");
    case "project_level": {
      const levels = Object.entries(state.levels) as [keyof typeof state.levels, "none"][];
      const named = levels.map(([tool, level]) => `${texts.projectTools[tool]}: ${texts.levels[level]}`);
      return words.project_level(reader.projectName(reference), named.join(", "));
    }
    case "direct_export":
      return words.direct_export(texts.resources[state.feature], state.workflow);
    case "stakeholder_part":
      return words.stakeholder_part(texts.parts[state.role]);
    case "staff_assignment":
      return [words.staff_assignment(state.role), ...untilOf(state.until, reader)].join("; ");
    case "api_key":
      return [words.api_key(state.scopes.join(", ")), ...untilOf(state.expiresAt, reader)].join("; ");
    default:
      return words[state.kind];
  }
}

function scopeOf(state: Extract<ReviewedState, { kind: "grant" }>, reader: ReviewReader): string[] {
  const { locale, zone, projectName } = reader;
  const words = HELD[locale];
  return [
    ...(state.projectIds ? [words.projects(state.projectIds.map(projectName).join(", "))] : []),
    ...(state.ceiling ? [words.ceiling(formatMoney(state.ceiling, locale))] : []),
    ...(state.validFrom ? [words.from(startInWords(zone, state.validFrom, locale))] : []),
    ...untilOf(state.validUntil, reader),
  ];
}

function untilOf(end: string | null, { locale, zone }: ReviewReader): string[] {
  return end === null ? [] : [HELD[locale].until(endInWords(zone, end, locale))];
}

interface HeldWords {
  readonly membership: string;
  readonly privilege: string;
  readonly administrator_bypass: string;
  readonly super_user: string;
  readonly tool_level: (level: string) => string;
  readonly directory_level: (level: string) => string;
  readonly grant: (act: string) => string;
  readonly projects: (names: string) => string;
  readonly ceiling: (amount: string) => string;
  readonly from: (day: string) => string;
  readonly until: (day: string) => string;
  readonly project_level: (project: string, levels: string) => string;
  readonly direct_export: (feature: string, workflow: boolean) => string;
  readonly stakeholder_part: (part: string) => string;
  readonly staff_assignment: (role: "specialist" | "point_of_contact") => string;
  readonly api_key: (scopes: string) => string;
}

const HELD: Readonly<Record<Locale, HeldWords>> = {
  en: {
    membership: "Is in the company's directory",
    privilege: "Can push to accounting",
    administrator_bypass:
      "Sends and imports everything without grants, as a directory administrator who can push to accounting",
    super_user: "Acts in every company, as a super-user of the vendor",
    tool_level: (level) => `${level} on the ERP Integrations tool`,
    directory_level: (level) => `${level} on the company directory`,
    grant: (act) => `Granted: ${act}`,
    projects: (names) => `in ${names}`,
    ceiling: (amount) => `up to ${amount}`,
    from: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
    project_level: (project, levels) => `In project ${project}: ${levels}`,
    direct_export: (feature, workflow) =>
      `Sends ${feature} past the approver by direct export${workflow ? ", once the workflow is completed" : ""}`,
    stakeholder_part: (part) => `Part in the implementation: ${part}`,
    staff_assignment: (role) =>
      `Vendor staff, ${role === "specialist" ? "implementation specialist" : "point of contact"}`,
    api_key: (scopes) => `API key: ${scopes}`,
  },
  fr: {
    membership: "Figure dans l’annuaire de l’entreprise",
    privilege: "Peut transmettre à la comptabilité",
    administrator_bypass:
      "Envoie et importe tout sans autorisation particulière, en tant qu’administrateur de l’annuaire qui peut transmettre à la comptabilité",
    super_user: "Agit dans toutes les entreprises, en tant que super-utilisateur de l’éditeur",
    tool_level: (level) => `${level} sur l’outil Intégrations ERP`,
    directory_level: (level) => `${level} sur l’annuaire de l’entreprise`,
    grant: (act) => `Autorisation : ${act}`,
    projects: (names) => `dans ${names}`,
    ceiling: (amount) => `jusqu’à ${amount}`,
    from: (day) => `à partir du ${day}`,
    until: (day) => `jusqu’au ${day}`,
    project_level: (project, levels) => `Dans le projet ${project} : ${levels}`,
    direct_export: (feature, workflow) =>
      `Envoie ${feature} sans approbateur par export direct${workflow ? ", une fois le circuit de validation terminé" : ""}`,
    stakeholder_part: (part) => `Rôle dans la mise en œuvre : ${part}`,
    staff_assignment: (role) =>
      `Personnel de l’éditeur, ${role === "specialist" ? "spécialiste de la mise en œuvre" : "interlocuteur"}`,
    api_key: (scopes) => `Clé d’API : ${scopes}`,
  },
};

/** What a verdict of revoke does, or what else would end it where a review cannot. */
export function endedByText({ kind }: ReviewedState): Bilingual {
  return { en: ENDED_BY.en[kind], fr: ENDED_BY.fr[kind] };
}

const ENDED_BY: Readonly<Record<Locale, Readonly<Record<ReviewedState["kind"], string>>>> = {
  en: {
    membership: "Revoking deactivates the member (deactivateMember).",
    privilege: "Revoking takes the privilege to push to accounting (updateMember).",
    administrator_bypass: "Revoking takes the privilege to push to accounting, and with it the bypass (updateMember).",
    tool_level: "Revoking sets the level on the ERP Integrations tool to None (updateMember).",
    directory_level: "Revoking sets the level on the company directory to None (updateMember).",
    grant: "Revoking revokes the grant (revokeFeatureAccess).",
    project_level: "Revoking takes all levels in the project (setProjectLevels).",
    staff_assignment: "Revoking ends the person's assignments to the company (endVendorAssignment).",
    api_key: "Revoking takes the company from the key (revokeApiKey).",
    direct_export:
      "It is a setting of the company: switch direct export of the feature off (setFeatureSwitch), or revoke the person's levels in the projects.",
    stakeholder_part: "The list of stakeholders is set as a whole: set it without this part (setStakeholders).",
    super_user: "Super-users are the vendor's own: ask the vendor to end it.",
  },
  fr: {
    membership: "La révocation désactive le membre (deactivateMember).",
    privilege: "La révocation retire le privilège de transmettre à la comptabilité (updateMember).",
    administrator_bypass:
      "La révocation retire le privilège de transmettre à la comptabilité, et avec lui la dispense (updateMember).",
    tool_level: "La révocation met à Aucun le niveau sur l’outil Intégrations ERP (updateMember).",
    directory_level: "La révocation met à Aucun le niveau sur l’annuaire de l’entreprise (updateMember).",
    grant: "La révocation retire l’autorisation (revokeFeatureAccess).",
    project_level: "La révocation retire tous les niveaux dans le projet (setProjectLevels).",
    staff_assignment: "La révocation met fin aux affectations de la personne dans l’entreprise (endVendorAssignment).",
    api_key: "La révocation retire l’entreprise de la clé (revokeApiKey).",
    direct_export:
      "C’est un réglage de l’entreprise : désactivez l’export direct de la fonctionnalité (setFeatureSwitch), ou révoquez les niveaux de la personne dans les projets.",
    stakeholder_part:
      "La liste des parties prenantes se définit en entier : définissez-la sans ce rôle (setStakeholders).",
    super_user: "Les super-utilisateurs relèvent de l’éditeur : demandez-lui d’y mettre fin.",
  },
};
