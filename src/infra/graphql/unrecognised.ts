import type { Bilingual, Locale } from "../../kernel/locale";
import type { Unrecognised, UnrecognisedReason } from "./caller";

/** What is wrong and who mends it; `{claims}` are the names of the claims that were looked at. */
const TEXTS: Record<UnrecognisedReason, Bilingual> = {
  EMAIL_CLAIM_MISSING: {
    en: "Your sign-in carries no e-mail address ({claims}). Whoever runs the sign-in adds it to the tokens, or tells Ledgergate which claim it is.",
    fr: "Votre connexion ne transmet aucune adresse e-mail ({claims}). La personne qui gère la connexion l’ajoute aux jetons, ou indique à Ledgergate de quelle donnée il s’agit.",
  },
  EMAIL_MALFORMED: {
    en: "What your sign-in carries as an e-mail address ({claims}) is none.",
    fr: "Ce que votre connexion transmet comme adresse e-mail ({claims}) n’en est pas une.",
  },
  EMAIL_NOT_VERIFIED: {
    en: "Your sign-in does not say that your e-mail address is verified ({claims}). Verify it there, or ask whoever runs the sign-in.",
    fr: "Votre connexion n’indique pas que votre adresse e-mail est vérifiée ({claims}). Faites-la vérifier, ou adressez-vous à la personne qui gère la connexion.",
  },
  EMAIL_NOT_TRUSTED: {
    en: "Addresses of your sign-in do not count here; an administrator of your company links your account with you.",
    fr: "Les adresses de votre connexion ne comptent pas ici ; un administrateur de votre entreprise associe votre compte à votre fiche.",
  },
  EMAIL_DOMAIN: {
    en: "Your sign-in may not vouch for addresses of your domain ({claims}).",
    fr: "Votre connexion ne peut pas se porter garante des adresses de votre domaine ({claims}).",
  },
  EMAIL_OF_ANOTHER_ACCOUNT: {
    en: "Your e-mail address belongs to somebody who signs in with another account. If that is you, an administrator of your company links your new account.",
    fr: "Votre adresse e-mail est celle d’une personne qui se connecte avec un autre compte. S’il s’agit de vous, un administrateur de votre entreprise associe votre nouveau compte.",
  },
  NOT_IN_A_DIRECTORY: {
    en: "No company has you in its directory. Ask your company's administrator to add you with the address that you sign in with.",
    fr: "Aucune entreprise ne vous a dans son annuaire. Demandez à l’administrateur de votre entreprise de vous ajouter avec l’adresse de votre connexion.",
  },
};

/** Why nobody knows them, in words. */
export function unrecognisedText({ reason, claims }: Unrecognised, locale: Locale): string {
  return TEXTS[reason][locale].replace("{claims}", claims.join(", "));
}
