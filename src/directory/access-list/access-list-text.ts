import type { Locale } from "../../kernel/locale";

export const LIST_ERROR_CODES = [
  "EMPTY_LIST",
  "UNREADABLE",
  "WRONG_ENCODING",
  "UNKNOWN_COLUMN",
  "MISSING_COLUMN",
  "REPEATED_COLUMN",
  "TOO_MANY_CELLS",
  "EMAIL_INVALID",
  "EMAIL_REPEATED",
  "NAME_MISSING",
  "TEXT_INVALID",
  "ROLE_UNKNOWN",
  "FEATURE_UNKNOWN",
  "FEATURE_NOT_CARRIED",
  "FEATURE_WITHOUT_PROJECT",
  "FEATURE_WITHOUT_AMOUNT",
  "MARK_UNKNOWN",
  "FEATURES_NEED_APPROVER",
  "SCOPE_WITHOUT_FEATURES",
  "AMOUNT_INVALID",
  "AMOUNT_AMBIGUOUS",
  "CURRENCY_UNKNOWN",
  "CURRENCY_MISSING",
  "CURRENCY_CONTRADICTED",
  "DATE_INVALID",
  "DATE_AMBIGUOUS",
  "ENDS_BEFORE_START",
  "ENDED_ALREADY",
  "PROJECT_UNKNOWN",
  "MEMBER_INACTIVE",
  "ON_BOTH_SIDES",
  "SELF_GRANT",
  "OWNED_BY_PLATFORM",
  "LAST_ADMINISTRATOR",
] as const;
/** Codes are API, texts are not. */
export type ListErrorCode = (typeof LIST_ERROR_CODES)[number];

/** `value`: what stands in the file; `more`: what could stand there, or where else it does. */
type Text = (value: string, more: string) => string;

const EN: Readonly<Record<ListErrorCode, Text>> = {
  EMPTY_LIST: () => "The list names nobody. It needs a row of headings and a row for each person.",
  UNREADABLE: (_, why) =>
    `The file cannot be read as a table from this row on: ${why}. Check the quotes; the rows after it were not looked at.`,
  WRONG_ENCODING: (value) => `"${value}" was damaged on the way. Save the file as CSV UTF-8.`,
  UNKNOWN_COLUMN: (value, meant) =>
    `"${value}" is no column of an access list. ${meant} Otherwise say that it may be left aside (ignoreColumns).`,
  MISSING_COLUMN: (value) => `The column ${value} is missing.`,
  REPEATED_COLUMN: (value) => `There are two columns for ${value}.`,
  TOO_MANY_CELLS: (value) =>
    `The row has more cells than there are headings: "${value}". A text with a separator needs quotes.`,
  EMAIL_INVALID: (value) => `"${value}" is no e-mail address.`,
  EMAIL_REPEATED: (value, line) =>
    `${value} stands in line ${line} already. Further rows of a person give other features or other bounds, under the same role.`,
  NAME_MISSING: (value) => `${value} is new to the company, so the name is needed.`,
  TEXT_INVALID: (value, why) => `"${value}" cannot be taken. ${why}`,
  ROLE_UNKNOWN: (value, known) => `"${value}" is no role. ${known}`,
  FEATURE_UNKNOWN: (value, known) => `"${value}" is no feature. ${known}`,
  FEATURE_NOT_CARRIED: (value, way) =>
    `${value}: the company’s connector does not ${way} it. The feature map says which way each feature travels.`,
  FEATURE_WITHOUT_PROJECT: (value) =>
    `${value}: belongs to the whole company, so the right cannot be limited to projects. Leave the projects or the feature out.`,
  FEATURE_WITHOUT_AMOUNT: (value) => `${value}: has no amount, so there is nothing to limit. Leave the ceiling empty.`,
  MARK_UNKNOWN: (value) => `"${value}" says neither yes nor no. Write x or leave it empty.`,
  FEATURES_NEED_APPROVER: () => "Features are for approvers. Make the role approver, or leave the features out.",
  SCOPE_WITHOUT_FEATURES: () => "This limits nothing: the row names no feature.",
  AMOUNT_INVALID: (value, example) => `"${value}" is no amount of its currency. Write it like ${example}.`,
  AMOUNT_AMBIGUOUS: (value, example) =>
    `"${value}" can be read in two ways, as thousands or as decimals. Write it like ${example}.`,
  CURRENCY_UNKNOWN: (value) => `"${value}" is no currency. Write its code, like USD or EUR.`,
  CURRENCY_MISSING: () => "An amount needs its currency, like USD or EUR.",
  CURRENCY_CONTRADICTED: (value) => `"${value}" carries another currency than the one that is told for it.`,
  DATE_INVALID: (value) => `"${value}" is no date. Write it like 2027-06-30.`,
  DATE_AMBIGUOUS: (value) => `"${value}" can be read in two ways, day or month first. Write it like 2027-06-30.`,
  ENDS_BEFORE_START: () => "The right would end before it starts.",
  ENDED_ALREADY: (value) => `The right would have ended already, at ${value}.`,
  PROJECT_UNKNOWN: (value) => `The company has no project "${value}".`,
  MEMBER_INACTIVE: (value) => `${value} is deactivated. Reactivate the member first.`,
  ON_BOTH_SIDES: (value) => `${value} is on the vendor's staff. Nobody is on both sides: take the row out.`,
  SELF_GRANT: (value) =>
    `${value} is you, and nobody changes their own rights. Keep the row as your rights are, or let somebody else import.`,
  OWNED_BY_PLATFORM: (value) =>
    `${value}: the level on the tool is kept on the construction platform, so this role cannot be given here. Change the level there first, or choose the role that fits it.`,
  LAST_ADMINISTRATOR: (value) =>
    `${value} would be the last active directory administrator to lose the right to push to accounting. Give somebody else both first.`,
};

const FR: Readonly<Record<ListErrorCode, Text>> = {
  EMPTY_LIST: () => "La liste ne nomme personne. Il faut une ligne de titres et une ligne par personne.",
  UNREADABLE: (_, why) =>
    `Le fichier n’est plus lisible comme tableau à partir de cette ligne : ${why}. Vérifiez les guillemets ; la suite n’a pas été lue.`,
  WRONG_ENCODING: (value) => `« ${value} » a été abîmé en route. Enregistrez le fichier en CSV UTF-8.`,
  UNKNOWN_COLUMN: (value, meant) =>
    `« ${value} » n’est pas une colonne de la liste. ${meant} Sinon, dites qu’elle peut être laissée de côté (ignoreColumns).`,
  MISSING_COLUMN: (value) => `La colonne ${value} manque.`,
  REPEATED_COLUMN: (value) => `Il y a deux colonnes pour ${value}.`,
  TOO_MANY_CELLS: (value) =>
    `La ligne a plus de cases que de titres : « ${value} ». Un texte avec un séparateur se met entre guillemets.`,
  EMAIL_INVALID: (value) => `« ${value} » n’est pas une adresse e-mail.`,
  EMAIL_REPEATED: (value, line) =>
    `${value} figure déjà à la ligne ${line}. Les autres lignes d’une personne donnent d’autres fonctionnalités ou d’autres limites, sous le même rôle.`,
  NAME_MISSING: (value) => `${value} n’est pas encore dans l’entreprise : il faut le nom.`,
  TEXT_INVALID: (value, why) => `« ${value} » est refusé. ${why}`,
  ROLE_UNKNOWN: (value, known) => `« ${value} » n’est pas un rôle. ${known}`,
  FEATURE_UNKNOWN: (value, known) => `« ${value} » n’est pas une fonctionnalité. ${known}`,
  FEATURE_NOT_CARRIED: (value, way) =>
    `${value} : le connecteur de l’entreprise ne sait pas l’${way === "import" ? "importer" : "exporter"}. La carte des fonctionnalités dit ce qui voyage, et dans quel sens.`,
  FEATURE_WITHOUT_PROJECT: (value) =>
    `${value} : commun à toute l’entreprise, le droit ne se limite donc pas à des projets. Retirez les projets ou la fonctionnalité.`,
  FEATURE_WITHOUT_AMOUNT: (value) => `${value} : sans montant, il n’y a rien à plafonner. Laissez le plafond vide.`,
  MARK_UNKNOWN: (value) => `« ${value} » ne dit ni oui ni non. Mettez x ou laissez vide.`,
  FEATURES_NEED_APPROVER: () =>
    "Les fonctionnalités sont pour les approbateurs. Mettez le rôle approbateur, ou retirez les fonctionnalités.",
  SCOPE_WITHOUT_FEATURES: () => "Cela ne limite rien : la ligne ne nomme aucune fonctionnalité.",
  AMOUNT_INVALID: (value, example) =>
    `« ${value} » n’est pas un montant dans sa devise. Écrivez par exemple ${example}.`,
  AMOUNT_AMBIGUOUS: (value, example) =>
    `« ${value} » se lit de deux façons, milliers ou décimales. Écrivez par exemple ${example}.`,
  CURRENCY_UNKNOWN: (value) => `« ${value} » n’est pas une devise. Écrivez son code, EUR ou USD par exemple.`,
  CURRENCY_MISSING: () => "Un montant a besoin de sa devise, EUR ou USD par exemple.",
  CURRENCY_CONTRADICTED: (value) => `« ${value} » porte une autre devise que celle qui est dite pour lui.`,
  DATE_INVALID: (value) => `« ${value} » n’est pas une date. Écrivez par exemple 2027-06-30.`,
  DATE_AMBIGUOUS: (value) =>
    `« ${value} » se lit de deux façons, jour ou mois d’abord. Écrivez par exemple 2027-06-30.`,
  ENDS_BEFORE_START: () => "Le droit finirait avant de commencer.",
  ENDED_ALREADY: (value) => `Le droit serait déjà fini, le ${value}.`,
  PROJECT_UNKNOWN: (value) => `L’entreprise n’a pas de projet « ${value} ».`,
  MEMBER_INACTIVE: (value) => `${value} est désactivé. Réactivez d’abord ce membre.`,
  ON_BOTH_SIDES: (value) =>
    `${value} fait partie du personnel de l’éditeur. Personne n’est des deux côtés : retirez la ligne.`,
  SELF_GRANT: (value) =>
    `${value}, c’est vous, et personne ne change ses propres droits. Laissez la ligne telle que sont vos droits, ou faites importer la liste par quelqu’un d’autre.`,
  OWNED_BY_PLATFORM: (value) =>
    `${value} : le niveau sur l’outil est tenu sur la plateforme de construction ; ce rôle ne peut donc pas être donné ici. Changez d’abord le niveau là-bas, ou choisissez le rôle qui y correspond.`,
  LAST_ADMINISTRATOR: (value) =>
    `${value} serait le dernier administrateur actif de l’annuaire à perdre le droit d’envoyer en comptabilité. Donnez d’abord les deux à quelqu’un d’autre.`,
};

export const ERROR_TEXTS: Readonly<Record<Locale, Readonly<Record<ListErrorCode, Text>>>> = { en: EN, fr: FR };
