import type { Locale } from "../../../kernel/locale";
import type { ConsentProblem } from "../consent-refused";

/** Each in a sentence or two: what happened, and what to do. */
export interface ConsentTexts {
  readonly title: string;
  readonly choose: (company: string, person: string) => string;
  readonly warning: string;
  readonly organisations: string;
  readonly confirm: string;
  readonly done: (company: string, organisation: string) => string;
  readonly close: string;
  readonly problem: string;
  readonly problems: Readonly<Record<ConsentProblem | "INTERNAL", string>>;
}

const EN: ConsentTexts = {
  title: "Connection to Xero",
  choose: (company, person) => `${person} wants to connect ${company} to one of these organisations in Xero.`,
  warning: "Confirm only if you know this person and this company: bills and orders of the company will be sent there.",
  organisations: "Organisation in Xero",
  confirm: "Connect",
  done: (company, organisation) => `${company} is connected to ${organisation}. What was waiting is being sent.`,
  close: "You can close this page.",
  problem: "The connection was not authorised",
  problems: {
    CONSENT_UNKNOWN: "This consent is not known, was used already, or took too long. Begin it again in Ledgergate.",
    CONSENT_DECLINED: "The consent was declined in Xero. Nothing has changed.",
    CONSENT_FAILED: "Xero did not accept the consent. Begin it again in Ledgergate.",
    LEDGER_NOT_REACHED: "Xero cannot be reached just now. Begin the consent again in a few minutes.",
    NO_ORGANISATION: "The consent reaches no organisation in Xero. Choose one there when you begin again.",
    ORGANISATION_TAKEN:
      "This organisation is connected already, for another company or another connection. Disconnect it there first.",
    NOT_ALLOWED: "Whoever began this consent may no longer configure the connection. Ask an administrator of the tool.",
    INTERNAL: "Something went wrong on the server. Begin the consent again in Ledgergate.",
  },
};

const FR: ConsentTexts = {
  title: "Connexion à Xero",
  choose: (company, person) => `${person} veut connecter ${company} à l’une de ces organisations dans Xero.`,
  warning:
    "Ne confirmez que si vous connaissez cette personne et cette entreprise : les factures et commandes de " +
    "l’entreprise y seront envoyées.",
  organisations: "Organisation dans Xero",
  confirm: "Connecter",
  done: (company, organisation) => `${company} est connectée à ${organisation}. Ce qui attendait est envoyé.`,
  close: "Vous pouvez fermer cette page.",
  problem: "La connexion n’a pas été autorisée",
  problems: {
    CONSENT_UNKNOWN: "Ce consentement est inconnu, a déjà servi ou a trop duré. Recommencez depuis Ledgergate.",
    CONSENT_DECLINED: "Le consentement a été refusé dans Xero. Rien n’a changé.",
    CONSENT_FAILED: "Xero n’a pas accepté le consentement. Recommencez depuis Ledgergate.",
    LEDGER_NOT_REACHED: "Xero est injoignable pour l’instant. Recommencez dans quelques minutes.",
    NO_ORGANISATION: "Le consentement n’atteint aucune organisation dans Xero. Choisissez-en une en recommençant.",
    ORGANISATION_TAKEN:
      "Cette organisation est déjà connectée, pour une autre entreprise ou une autre connexion. Déconnectez-la d’abord.",
    NOT_ALLOWED:
      "La personne qui a demandé ce consentement ne peut plus configurer la connexion. Adressez-vous à un " +
      "administrateur de l’outil.",
    INTERNAL: "Une erreur s’est produite sur le serveur. Recommencez depuis Ledgergate.",
  },
};

export const CONSENT_TEXTS: Readonly<Record<Locale, ConsentTexts>> = { en: EN, fr: FR };
