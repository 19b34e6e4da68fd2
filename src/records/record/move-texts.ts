import { oneOfEach, type Bilingual, type Locale } from "../../kernel/locale";
import { EN } from "../../policy/texts/en";
import { FR } from "../../policy/texts/fr";
import type { RecordState } from "../../policy/model/vocabulary";
import type { RecordEvent } from "./record-event";

type Words = Readonly<Record<RecordEvent, string>>;

/** What happens to a record, as "it can be ...". */
const EVENTS: Readonly<Record<Locale, Words>> = {
  en: {
    submit: "submitted",
    resubmit: "submitted again",
    retrieve: "retrieved",
    approve_first: "approved by a first person",
    approval_lapsed: "left without its first approval",
    send: "sent",
    reject: "rejected",
    link: "linked",
    unlink: "unlinked",
    close: "closed",
    reopen: "reopened",
    archive: "archived",
    restore: "restored",
    rebind: "moved to another ledger",
    accepted: "accepted by the ERP",
    refused: "refused by the ERP",
    unanswered: "left without an answer by the ERP",
    retry: "retried",
    paid: "paid",
    stage: "read from the ERP",
    import: "imported",
    invalidate: "found invalid",
  },
  fr: {
    submit: "soumis",
    resubmit: "soumis à nouveau",
    retrieve: "repris",
    approve_first: "approuvé par une première personne",
    approval_lapsed: "privé de sa première approbation",
    send: "envoyé",
    reject: "refusé",
    link: "associé",
    unlink: "dissocié",
    close: "clos",
    reopen: "rouvert",
    archive: "archivé",
    restore: "restauré",
    rebind: "déplacé vers une autre comptabilité",
    accepted: "accepté par l’ERP",
    refused: "refusé par l’ERP",
    unanswered: "laissé sans réponse par l’ERP",
    retry: "renvoyé",
    paid: "payé",
    stage: "lu dans l’ERP",
    import: "importé",
    invalidate: "jugé invalide",
  },
};

/** What people do with records; the rest happens by itself, or beside something that they do. */
const BY_PEOPLE: readonly RecordEvent[] = [
  ...(["submit", "resubmit", "retrieve", "send", "reject", "link", "unlink"] as const),
  ...(["archive", "restore", "retry", "import"] as const),
];

/** Why the event is not possible in that state, and what people can do instead. */
export function moveTexts(from: RecordState, event: RecordEvent, allowed: readonly RecordEvent[]): Bilingual {
  const possible = allowed.filter((one) => BY_PEOPLE.includes(one));
  const list = oneOfEach(possible, EVENTS);
  const none = possible.length === 0;
  const en = none ? "It is on its way: wait for the ERP's answer." : `It can be ${list.en}.`;
  const fr = none ? "Il suit son cours : attendez la réponse de l’ERP." : `Il peut être ${list.fr}.`;
  return {
    en: `The record is ${EN.states[from]}, so it cannot be ${EVENTS.en[event]}. ${en}`,
    fr: `L’enregistrement est ${FR.states[from]} : il ne peut pas être ${EVENTS.fr[event]}. ${fr}`,
  };
}
