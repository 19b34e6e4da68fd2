import type { Bilingual, Locale } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";
import { mayUpdateSynced } from "../record/record-locks";
import type { Drift } from "./drift-finding.entity";
import type { ReconcileAction } from "./reconciliation-row.entity";

/** What may be done about a difference, the proposal first. */
export function actionsFor(feature: Feature, drift: Drift): readonly [ReconcileAction, ...ReconcileAction[]] {
  if (drift !== "edited") return ["unlink", "keep"];
  // What the ERP takes no later version of is set right there, or left as it is.
  return mayUpdateSynced(feature) ? ["resubmit", "keep"] : ["keep"];
}

const DRIFT_FR: Readonly<Record<Drift, string>> = {
  edited: "modifié",
  deleted: "supprimé",
  voided: "annulé",
  archived: "archivé",
  missing: "absent",
};

export function driftWords(drift: Drift): Bilingual {
  return { en: drift, fr: DRIFT_FR[drift] };
}

/** What was done about a difference, in words. */
export const DONE_WORDS: Readonly<Record<ReconcileAction, Bilingual>> = {
  unlink: { en: "the tie was taken off", fr: "le lien a été retiré" },
  resubmit: { en: "it was offered again", fr: "il a été proposé à nouveau" },
  keep: { en: "it was left as it is", fr: "il a été laissé tel quel" },
};

const GONE: Readonly<Record<Exclude<Drift, "edited">, Readonly<Record<Locale, string>>>> = {
  deleted: { en: "It was deleted in the ledger", fr: "Il a été supprimé dans la comptabilité" },
  voided: { en: "It was voided in the ledger", fr: "Il a été annulé dans la comptabilité" },
  archived: { en: "It was archived in the ledger", fr: "Il a été archivé dans la comptabilité" },
  missing: { en: "The ledger no longer has it", fr: "La comptabilité ne le contient plus" },
};

/** Why that is proposed, in words. */
export function proposalText(feature: Feature, drift: Drift, locale: Locale): string {
  if (drift !== "edited") {
    const then = {
      en: "take the tie off, and it can be offered anew.",
      fr: "retirez le lien, et il pourra être proposé à nouveau.",
    };
    return `${GONE[drift][locale]} ; ${then[locale]}`.replace(" ;", locale === "fr" ? " ;" : ";");
  }
  if (mayUpdateSynced(feature))
    return {
      en: "It was edited in the ledger: offer it again, and once it is accepted the ledger holds what the platform says.",
      fr: "Il a été modifié dans la comptabilité : proposez-le à nouveau ; une fois accepté, la comptabilité dira ce que dit la plateforme.",
    }[locale];
  return {
    en: "It was edited in the ledger, which takes no later version of it: correct it there, or leave it as it is.",
    fr: "Il a été modifié dans la comptabilité, qui n’en accepte pas de version ultérieure : corrigez-le là-bas, ou laissez-le ainsi.",
  }[locale];
}
