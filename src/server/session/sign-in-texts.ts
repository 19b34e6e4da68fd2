import type { Locale } from "../../kernel/locale";

interface SignInTexts {
  readonly title: string;
  readonly choose: string;
  readonly demo: string;
  readonly nowhere: string;
  readonly with: (label: string) => string;
  readonly failedTitle: string;
  readonly begunElsewhere: string;
  readonly refused: string;
  readonly unavailable: string;
  readonly again: string;
  readonly outTitle: string;
  readonly out: string;
  readonly outEverywhere: string;
  readonly notIn: string;
}

export const SIGN_IN_TEXTS: Readonly<Record<Locale, SignInTexts>> = {
  en: {
    title: "Sign in",
    choose: "Choose where you have your account.",
    demo: "This is a demo on somebody's own machine: be one of its people.",
    nowhere: "Nobody can sign in here: no client of an issuer is configured (OIDC_CLIENT_ID).",
    with: (label) => `Sign in with ${label}`,
    failedTitle: "You are not signed in",
    begunElsewhere: "This sign-in was begun in another browser, or too long ago.",
    refused: "Your sign-in was cancelled or refused.",
    unavailable: "The sign-in does not answer just now. Try again shortly.",
    again: "Sign in again",
    outTitle: "Sign out",
    out: "Sign out here",
    outEverywhere: "Sign out on all devices",
    notIn: "You are not signed in.",
  },
  fr: {
    title: "Connexion",
    choose: "Choisissez où se trouve votre compte.",
    demo: "Ceci est une démonstration sur une machine personnelle : soyez l’une de ses personnes.",
    nowhere: "Personne ne peut se connecter ici : aucun client d’un émetteur n’est configuré (OIDC_CLIENT_ID).",
    with: (label) => `Se connecter avec ${label}`,
    failedTitle: "Vous n’êtes pas connecté",
    begunElsewhere: "Cette connexion a été commencée dans un autre navigateur, ou il y a trop longtemps.",
    refused: "Votre connexion a été annulée ou refusée.",
    unavailable: "Le service de connexion ne répond pas pour l’instant. Réessayez bientôt.",
    again: "Se reconnecter",
    outTitle: "Déconnexion",
    out: "Se déconnecter ici",
    outEverywhere: "Se déconnecter de tous les appareils",
    notIn: "Vous n’êtes pas connecté.",
  },
};
