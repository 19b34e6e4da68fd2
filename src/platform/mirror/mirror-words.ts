import type { FeatureNames } from "../../directory/access-list/access-list-bounds";
import type { Locale } from "../../kernel/locale";
import type { Level } from "../../policy/model/vocabulary";
import type { LevelChange, MirrorConflict, PersonPlan } from "./mirror-plan";
import type { ProjectConflict } from "./mirror-projects";
import type { MirrorPlan } from "./mirror-run";

interface Words {
  readonly levels: Readonly<Record<Level, string>>;
  readonly tools: Readonly<Record<LevelChange["tool"], string>>;
  readonly change: (tool: string, project: string | null, before: string, after: string) => string;
  readonly privilege: string;
  readonly feature: (name: string) => string;
  readonly conflicts: Readonly<Record<MirrorConflict["code"], (who: string) => string>>;
  readonly projects: Readonly<Record<ProjectConflict["code"], (number: string, name: string) => string>>;
}

const EN: Words = {
  levels: { none: "None", read_only: "Read Only", standard: "Standard", admin: "Admin" },
  tools: {
    tool: "ERP Integrations",
    directory: "Directory",
    commitments: "Commitments",
    change_orders: "Change Orders",
    prime_contracts: "Prime Contracts",
    project_admin: "Admin",
  },
  change: (tool, project, before, after) =>
    `${tool}${project === null ? "" : ` in ${project}`}: ${after} (was ${before})`,
  privilege: "may push to accounting",
  feature: (name) => `right: ${name}`,
  conflicts: {
    NO_EMAIL: (who) => `${who} has no e-mail on the platform, so nobody here can be them. Enter it there.`,
    EMAIL_INVALID: (who) => `The e-mail of ${who} is none. Correct it on the platform.`,
    ON_BOTH_SIDES: (who) => `${who} is on the vendor's staff, and comes into no customer's directory.`,
    EMAIL_TWICE: (who) => `Two active people of the platform have the e-mail of ${who}. Deactivate one of them there.`,
    EMAIL_TAKEN: (who) =>
      `The e-mail of ${who} is that of another person here, whose account on the platform is another one. Correct the e-mail on the platform, or deactivate the other account there.`,
    LAST_ADMINISTRATOR: (who) =>
      `${who} is the last who can give rights here, and is left as they are. Give somebody else level Admin on the Directory there, and the privilege here.`,
  },
  projects: {
    PROJECT_NUMBER_TAKEN: (number, name) => `The number ${number} of project ${name} is another project's as well.`,
    PROJECT_NUMBER_INVALID: (number, name) => `The number ${number} of project ${name} cannot be a code here.`,
  },
};

const FR: Words = {
  levels: { none: "Aucun", read_only: "Lecture seule", standard: "Standard", admin: "Administrateur" },
  tools: {
    tool: "Intégrations ERP",
    directory: "Répertoire",
    commitments: "Engagements",
    change_orders: "Ordres de modification",
    prime_contracts: "Marchés principaux",
    project_admin: "Admin",
  },
  change: (tool, project, before, after) =>
    `${tool}${project === null ? "" : ` dans ${project}`} : ${after} (auparavant ${before})`,
  privilege: "peut envoyer en comptabilité",
  feature: (name) => `droit : ${name}`,
  conflicts: {
    NO_EMAIL: (who) =>
      `${who} n’a pas d’e-mail sur la plateforme ; personne ici ne peut donc y correspondre. Saisissez-le là-bas.`,
    EMAIL_INVALID: (who) => `L’e-mail de ${who} n’en est pas un. Corrigez-le sur la plateforme.`,
    ON_BOTH_SIDES: (who) => `${who} fait partie du personnel de l’éditeur et n’entre dans l’annuaire d’aucun client.`,
    EMAIL_TWICE: (who) =>
      `Deux personnes actives de la plateforme ont l’e-mail de ${who}. Désactivez l’une d’elles là-bas.`,
    EMAIL_TAKEN: (who) =>
      `L’e-mail de ${who} est celui d’une autre personne ici, dont le compte sur la plateforme est un autre. Corrigez l’e-mail sur la plateforme, ou désactivez-y l’autre compte.`,
    LAST_ADMINISTRATOR: (who) =>
      `${who} est la dernière personne à pouvoir donner des droits ici, et reste inchangée. Donnez à quelqu’un d’autre le niveau Administrateur du Répertoire là-bas, et le privilège ici.`,
  },
  projects: {
    PROJECT_NUMBER_TAKEN: (number, name) => `Le numéro ${number} du projet ${name} est aussi celui d’un autre projet.`,
    PROJECT_NUMBER_INVALID: (number, name) => `Le numéro ${number} du projet ${name} ne peut pas être un code ici.`,
  },
};

const WORDS: Readonly<Record<Locale, Words>> = { en: EN, fr: FR };

/** "Commitments in P-100: Admin (was None)". */
export function levelText({ tool, project, before, after }: LevelChange, locale: Locale): string {
  const { tools, levels, change } = WORDS[locale];
  return change(tools[tool], project, levels[before], levels[after]);
}

/** Everything that somebody loses, of those who leave also the privilege and the rights of features. */
export function lossTexts(
  plan: PersonPlan,
  grants: MirrorPlan["grants"],
  names: FeatureNames,
  locale: Locale,
): string[] {
  const levels = plan.losses.map((loss) => levelText(loss, locale));
  if (plan.kind !== "goes" || !plan.member) return levels;
  const features = (grants.get(plan.member.id) ?? []).map(({ feature }) => names[feature][locale][0]);
  const { privilege, feature } = WORDS[locale];
  return [
    ...levels,
    ...(plan.member.canPushToAccounting ? [privilege] : []),
    ...[...new Set(features)].map((name) => feature(name)),
  ];
}

export function conflictText({ code, name, email }: MirrorConflict, locale: Locale): string {
  return WORDS[locale].conflicts[code](email === null ? name : `${name} <${email}>`);
}

export function projectConflictText({ code, number, name }: ProjectConflict, locale: Locale): string {
  return WORDS[locale].projects[code](number, name);
}
