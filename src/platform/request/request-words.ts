import type { Locale } from "../../kernel/locale";
import type { RefusalCode } from "./understanding/understood";

type Words = (...values: readonly string[]) => string;

const EN = {
  SUB_JOBS_NOT_CARRIED: () =>
    "Sub jobs are not carried to Xero: it has no level below the option of a tracking category.",
  PAYMENTS_NOT_EXPORTED: () =>
    "Payments are not sent to Xero: pay the bill there, and the payment comes back by itself.",
  NOT_CARRIED: () => "This kind of data is not carried to Xero (see the feature map).",
  NOT_SUPPORTED: (name = "") => `Requests of the kind "${name}" are not supported by this integration.`,
  UNREADABLE: (what = "") => `The request could not be read, and was kept as it came: ${what}`,
  SUPERSEDED: () => "A later request for the same object was carried out already.",
  UNKNOWN_PERSON: (who = "") =>
    `${who} is not a member of the company in Ledgergate, so nothing is sent as their act. A directory administrator adds them.`,
  SECOND_APPROVAL: () => "One approval is given; above the company's limit a second person must agree in Ledgergate.",
  DENIED: (reason = "", code = "") => `${reason} [${code}]`,
  REMEDY: (remedy = "", who = "") => `${remedy} Who can do it: ${who}.`,
  STILL_THERE: (id = "") =>
    `It still exists in the accounting software (${id}): delete it there first, then unlink it.`,
  CANNOT_LOOK: () => "It cannot be looked up now whether it still exists in the accounting software. Try again later.",
  NOT_TIED: () => "Nothing of it is known to be in the accounting software.",
  LEDGER_NOT_READ: (why = "") => `The accounting software could not be read completely: ${why}`,
  NOTHING_TO_IMPORT: () => "Commitments are made on the platform only: there is nothing to import from Xero.",
} satisfies Record<string, Words>;

const FR: Record<keyof typeof EN, Words> = {
  SUB_JOBS_NOT_CARRIED: () =>
    "Les sous-projets ne sont pas transmis à Xero : il n’y a pas de niveau sous l’option d’une catégorie de suivi.",
  PAYMENTS_NOT_EXPORTED: () =>
    "Les paiements ne sont pas envoyés à Xero : payez la facture là-bas, et le paiement revient de lui-même.",
  NOT_CARRIED: () => "Ce type de données n’est pas transmis à Xero (voir la carte des fonctionnalités).",
  NOT_SUPPORTED: (name = "") => `Les demandes du type « ${name} » ne sont pas prises en charge par cette intégration.`,
  UNREADABLE: (what = "") => `La demande n’a pas pu être lue ; elle est gardée telle quelle : ${what}`,
  SUPERSEDED: () => "Une demande plus récente pour le même objet a déjà été traitée.",
  UNKNOWN_PERSON: (who = "") =>
    `${who} n’est pas membre de l’entreprise dans Ledgergate ; rien n’est donc envoyé en son nom. Un administrateur du répertoire peut ajouter cette personne.`,
  SECOND_APPROVAL: () =>
    "Une approbation est donnée ; au-dessus de la limite de l’entreprise, une seconde personne doit donner son accord dans Ledgergate.",
  DENIED: (reason = "", code = "") => `${reason} [${code}]`,
  REMEDY: (remedy = "", who = "") => `${remedy} Qui peut le faire : ${who}.`,
  STILL_THERE: (id = "") =>
    `L’enregistrement existe encore dans le logiciel comptable (${id}) : supprimez-le d’abord là-bas, puis dissociez-le.`,
  CANNOT_LOOK: () =>
    "On ne peut pas vérifier maintenant si l’enregistrement existe encore dans le logiciel comptable. Réessayez plus tard.",
  NOT_TIED: () => "Rien n’indique que l’enregistrement soit dans le logiciel comptable.",
  LEDGER_NOT_READ: (why = "") => `Le logiciel comptable n’a pas pu être lu en entier : ${why}`,
  NOTHING_TO_IMPORT: () => "Les engagements se créent sur la plateforme seulement : il n’y a rien à importer de Xero.",
};

const WORDS: Readonly<Record<Locale, Record<keyof typeof EN, Words>>> = { en: EN, fr: FR };

/** What the platform's users read about a request. */
export function requestWords(
  code: keyof typeof EN | RefusalCode,
  locale: Locale,
  ...values: readonly string[]
): string {
  return WORDS[locale][code](...values);
}
