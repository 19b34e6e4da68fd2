import type { Locale } from "../../kernel/locale";
import type { WaitReason } from "./delivery-waits";

type Words = Readonly<Record<WaitReason, string>>;

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    lane_paused: "Nothing is sent to this organisation of the ERP for a while.",
    parent: "What it builds on must arrive first.",
    shared: "Something else of the same purchase order is on its way; they must not cross.",
    unknown_outcome: "It is not known whether it arrived; the ERP is asked before anything is sent again.",
    not_before: "It is tried again later.",
  },
  fr: {
    lane_paused: "Rien n’est envoyé pour l’instant à cette organisation de l’ERP.",
    parent: "Ce dont il dépend doit arriver d’abord.",
    shared: "Un autre enregistrement du même bon de commande est en route ; ils ne doivent pas se croiser.",
    unknown_outcome: "On ignore s’il est arrivé ; l’ERP est interrogé avant tout nouvel envoi.",
    not_before: "Un nouvel essai aura lieu plus tard.",
  },
};
const CONSENT: Readonly<Record<Locale, string>> = {
  en: "It waits for the connection to be authorised, and goes on by itself then.",
  fr: "Il attend que la connexion soit autorisée, et repartira alors de lui-même.",
};

/** Why it does not leave now, in a sentence; the fault beside it tells who can do what. */
export function waitText(reason: WaitReason, code: string | null, locale: Locale): string {
  return code === "UNAUTHORISED" ? CONSENT[locale] : WORDS[locale][reason];
}
