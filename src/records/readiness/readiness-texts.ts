import { explainedFault } from "../../erp/connector/fault/fault";
import { FEATURE_CATALOGUE } from "../../erp/catalogue/catalogue";
import type { BookingFaultCode } from "../../erp/mapping/booking-faults";
import type { Locale } from "../../kernel/locale";
import type { RecordState } from "../../policy/model/vocabulary";
import { isContractMisfit, type ContractMisfit } from "../../policy/model/contract-misfits";
import { bookingText, isBookingFault } from "./booking-texts";
import { contractText } from "./contract-texts";
import type { Unmet, UnmetCode } from "./readiness";

/** What is missing, what to do about it, and the mutation that does it where there is one. */
export interface UnmetText {
  readonly message: string;
  readonly fix: string;
  readonly mutation: string | null;
}

interface Words {
  readonly message: (what: string, wanted: string) => string;
  readonly fix: (what: string, wanted: string) => string;
}
type Texts = Readonly<Record<Exclude<UnmetCode, "NOT_SYNCED" | BookingFaultCode | ContractMisfit>, Words>> & {
  readonly notSynced: (what: string) => string;
  /** What comes before a correction, by the state that the record is in. */
  readonly first: Readonly<Partial<Record<RecordState, string>>>;
  readonly byState: Readonly<Record<RecordState, string>>;
};

const EN: Texts = {
  NOT_SUBMITTED: {
    message: (what) => `${what} has not been submitted.`,
    fix: (what) => `Submit ${what}, and let an approver send it.`,
  },
  STATUS_NOT_READY: {
    message: (what) => `${what} does not have a status that may be exported.`,
    fix: (_, wanted) => `Bring it on the platform to: ${wanted}; then submit it again.`,
  },
  NO_CODED_LINE: {
    message: (what) => `${what} has no line with a cost code of the ERP's list.`,
    fix: () => "Give one line at least a cost code of that list, and submit it again.",
  },
  FIELD_MISSING: {
    message: (what, wanted) => `${what} lacks ${wanted}.`,
    fix: (_, wanted) => `Fill in ${wanted}, and submit it again.`,
  },
  SETTING_OFF: {
    message: (what, wanted) => `${what} is not set up for the ERP: ${wanted}.`,
    fix: (_, wanted) => `Set ${wanted} on the platform, and submit the project again.`,
  },
  COUNTERPART_NOT_LOOKED_FOR: {
    message: (what) => `Nobody has looked whether the ERP knows ${what} already.`,
    fix: () => "Look among the contacts of the ERP: link it, or say that there is none, and submit it again.",
  },
  NOT_HELD_BY_ERP: {
    message: (what, fields) => `${what} has what the ERP cannot hold, in: ${fields}.`,
    fix: (_, fields) => `Correct ${fields} on the platform, and submit it again: the refusal says what is wrong there.`,
  },
  ERP_LIMIT_REACHED: {
    message: (what, most) => `${what} would be one more than the ${most} that the ERP takes, or advises.`,
    fix: () => "Delete or archive in the ERP what nobody uses, and unlink or archive it here.",
  },
  ORDER_BELOW_ZERO: {
    message: (what, total) => `With ${what} the purchase order would come to ${total}; no order is below zero.`,
    fix: () => "Correct the amount and submit it again, or send first what adds to the order.",
  },
  ORDER_CURRENCY: {
    message: (what, currencies) => `${what} is in another currency than its order: ${currencies}.`,
    fix: () => "Correct the currency on the platform, and submit it again.",
  },
  ONLY_IN_ANOTHER_LEDGER: {
    message: (what, ledger) => `${what} has not been submitted for the ledger of this record, only for: ${ledger}.`,
    fix: (what) => `Submit ${what} once more, for the connection of this record, and let an approver send it.`,
  },
  CONNECTION_NOT_USABLE: {
    message: (what, ledger) => `${what} belongs to the books of ${ledger}, whose connection cannot be used.`,
    fix: (_, ledger) => `Have the organisation of ${ledger} authorised, with an edition that is supported.`,
  },
  notSynced: (what) => `${what} is not in the ERP.`,
  first: {
    awaiting: "First its sender retrieves it, or an approver rejects it.",
    failed: "First an approver rejects it.",
    exporting: "First wait for the ERP's answer.",
    stale: "First wait until it is known whether it arrived.",
    archived: "First restore it.",
  },
  byState: {
    draft: "It was pulled back: submit it again.",
    awaiting: "An approver must send it.",
    rejected: "It was rejected: correct it and resubmit it.",
    exporting: "It is on its way: wait for the ERP's answer.",
    stale: "It is not known whether it arrived: that is looked up before it is sent again.",
    failed: "The ERP refused it: reject it, correct it and resubmit it.",
    synced: "It is being updated.",
    unlinked: "It was unlinked: submit it again.",
    staged: "It waits to be imported: import it.",
    archived: "It was archived: restore it and submit it.",
  },
};

const FR: Texts = {
  NOT_SUBMITTED: {
    message: (what) => `${what} n’a pas été soumis.`,
    fix: (what) => `Soumettez ${what}, puis faites-le envoyer par un approbateur.`,
  },
  STATUS_NOT_READY: {
    message: (what) => `${what} n’a pas un statut qui permet l’exportation.`,
    fix: (_, wanted) => `Passez-le sur la plateforme à : ${wanted} ; puis soumettez-le de nouveau.`,
  },
  NO_CODED_LINE: {
    message: (what) => `${what} n’a aucune ligne avec un code de coût de la liste de l’ERP.`,
    fix: () => "Donnez à une ligne au moins un code de coût de cette liste, et soumettez de nouveau.",
  },
  FIELD_MISSING: {
    message: (what, wanted) => `Il manque à ${what} : ${wanted}.`,
    fix: (_, wanted) => `Remplissez ${wanted}, et soumettez de nouveau.`,
  },
  SETTING_OFF: {
    message: (what, wanted) => `${what} n’est pas réglé pour l’ERP : ${wanted}.`,
    fix: (_, wanted) => `Réglez ${wanted} sur la plateforme, et soumettez de nouveau le projet.`,
  },
  COUNTERPART_NOT_LOOKED_FOR: {
    message: (what) => `Personne n’a vérifié si l’ERP connaît déjà ${what}.`,
    fix: () =>
      "Cherchez parmi les contacts de l’ERP : associez-le, ou dites qu’il n’y est pas, et soumettez de nouveau.",
  },
  NOT_HELD_BY_ERP: {
    message: (what, fields) => `${what} contient ce que l’ERP ne peut pas garder, dans : ${fields}.`,
    fix: (_, fields) => `Corrigez ${fields} sur la plateforme et soumettez de nouveau : le refus dit ce qui ne va pas.`,
  },
  ERP_LIMIT_REACHED: {
    message: (what, most) => `${what} serait un de plus que les ${most} que l’ERP accepte ou conseille.`,
    fix: () => "Supprimez ou archivez dans l’ERP ce qui ne sert plus, et dissociez-le ou archivez-le ici.",
  },
  ORDER_BELOW_ZERO: {
    message: (what, total) =>
      `Avec ${what}, le bon de commande tomberait à ${total} ; un bon de commande n’est jamais négatif.`,
    fix: () => "Corrigez le montant et soumettez de nouveau, ou envoyez d’abord ce qui augmente le bon de commande.",
  },
  ORDER_CURRENCY: {
    message: (what, currencies) => `${what} est dans une autre devise que son bon de commande : ${currencies}.`,
    fix: () => "Corrigez la devise sur la plateforme, et soumettez de nouveau.",
  },
  ONLY_IN_ANOTHER_LEDGER: {
    message: (what, ledger) =>
      `${what} n’a pas été soumis pour la comptabilité de cet enregistrement, seulement pour : ${ledger}.`,
    fix: (what) =>
      `Soumettez ${what} une fois de plus, pour la connexion de cet enregistrement, puis faites-le envoyer par un approbateur.`,
  },
  CONNECTION_NOT_USABLE: {
    message: (what, ledger) => `${what} relève de la comptabilité de ${ledger}, dont la connexion est inutilisable.`,
    fix: (_, ledger) => `Faites autoriser l’organisation de ${ledger}, avec une édition prise en charge.`,
  },
  notSynced: (what) => `${what} n’est pas dans l’ERP.`,
  first: {
    awaiting: "D’abord, son expéditeur le reprend ou un approbateur le rejette.",
    failed: "D’abord, un approbateur le rejette.",
    exporting: "D’abord, attendez la réponse de l’ERP.",
    stale: "D’abord, attendez de savoir s’il est arrivé.",
    archived: "D’abord, restaurez-le.",
  },
  byState: {
    draft: "Il a été retiré : soumettez-le de nouveau.",
    awaiting: "Un approbateur doit l’envoyer.",
    rejected: "Il a été rejeté : corrigez-le et soumettez-le de nouveau.",
    exporting: "Il est en route : attendez la réponse de l’ERP.",
    stale: "On ne sait pas s’il est arrivé : cela se vérifie avant tout nouvel envoi.",
    failed: "L’ERP l’a refusé : rejetez-le, corrigez-le et soumettez-le de nouveau.",
    synced: "Il est en cours de mise à jour.",
    unlinked: "Il a été dissocié : soumettez-le de nouveau.",
    staged: "Il attend d’être importé : importez-le.",
    archived: "Il a été archivé : restaurez-le et soumettez-le.",
  },
};

const TEXTS: Readonly<Record<Locale, Texts>> = { en: EN, fr: FR };
const MUTATIONS: Readonly<Partial<Record<RecordState, string>>> = {
  draft: "submitRecord",
  awaiting: "sendRecord",
  rejected: "submitRecord",
  failed: "rejectRecord",
  unlinked: "submitRecord",
  staged: "importRecord",
  archived: "restoreRecord",
};

/** What is missing in words, in that language. */
export function unmetText(
  { code, feature, number, state, failureCode = null, wanted }: Unmet,
  locale: Locale,
): UnmetText {
  const texts = TEXTS[locale];
  const what = `${FEATURE_CATALOGUE[feature].name[locale]} ${number}`;
  if (code === "NOT_SYNCED") {
    const message = texts.notSynced(what);
    if (state === null) return { message, fix: texts.NOT_SUBMITTED.fix(what, ""), mutation: "submitRecord" };
    if (state === "failed" && failureCode !== null) return { message, ...refusedText(failureCode, locale) };
    return { message, fix: texts.byState[state], mutation: MUTATIONS[state] ?? null };
  }
  if (isBookingFault(code)) return bookingText(code, what, wanted, locale);
  const list = wanted.join(", ");
  const { message, fix, mutation } = isContractMisfit(code)
    ? contractText(code, what, wanted, locale)
    : { message: texts[code].message(what, list), fix: texts[code].fix(what, list), mutation: MUTATION_OF[code] };
  if (mutation !== "submitRecord" || state === null) return { message, fix, mutation };
  // What waits, or is on its way, cannot be submitted: something comes before.
  const first = texts.first[state];
  return first === undefined
    ? { message, fix, mutation }
    : { message, fix: `${first} ${fix}`, mutation: BEFORE_CORRECTING[state] ?? null };
}

/** The mutation that mends it, where there is one; a correction is submitted. */
const MUTATION_OF: Readonly<
  Record<Exclude<UnmetCode, "NOT_SYNCED" | BookingFaultCode | ContractMisfit>, string | null>
> = {
  NOT_SUBMITTED: "submitRecord",
  STATUS_NOT_READY: "submitRecord",
  NO_CODED_LINE: "submitRecord",
  FIELD_MISSING: "submitRecord",
  SETTING_OFF: "submitRecord",
  COUNTERPART_NOT_LOOKED_FOR: "submitRecord",
  NOT_HELD_BY_ERP: "submitRecord",
  ERP_LIMIT_REACHED: null,
  ORDER_BELOW_ZERO: "submitRecord",
  ORDER_CURRENCY: "submitRecord",
  ONLY_IN_ANOTHER_LEDGER: "submitRecord",
  CONNECTION_NOT_USABLE: "authorizeConnection",
};

const BEFORE_CORRECTING: Readonly<Partial<Record<RecordState, string>>> = {
  awaiting: "retrieveRecord",
  failed: "rejectRecord",
  archived: "restoreRecord",
};

/** What waits for something that the ERP refused says why that was. */
function refusedText(code: string, locale: Locale): Pick<UnmetText, "fix" | "mutation"> {
  const { cause, fix, retryHelps } = explainedFault(code, locale);
  return { fix: `${cause} ${fix}`, mutation: retryHelps ? "retryRecord" : "rejectRecord" };
}
