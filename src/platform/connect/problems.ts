import type { Bilingual } from "../../kernel/locale";

/** What can be missing on the platform's side. Codes are API. */
export const PROBLEM_CODES = [
  "DISCONNECTED",
  "CREDENTIALS_REFUSED",
  "APP_NOT_CONNECTED",
  "COMPANY_UNKNOWN",
  "ADMIN_LEVEL_MISSING",
  "DIRECTORY_LEVEL_MISSING",
  "ERP_TOOL_LEVEL_MISSING",
  "WEBHOOKS_LEVEL_MISSING",
  "ERP_CONNECTION_MISSING",
  "HOOK_MISSING",
  "TRIGGER_MISSING",
  "NOT_REACHED",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What is missing, and what to do about it, in the platform's own terms. */
export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, Bilingual>> = {
  DISCONNECTED: {
    en: "The connection was given up here. Connect anew to go on.",
    fr: "La connexion a été abandonnée ici. Connectez à nouveau pour continuer.",
  },
  CREDENTIALS_REFUSED: {
    en: "The platform does not accept the client id and secret. Copy both again from the developer-managed service account, and connect anew.",
    fr: "La plateforme n’accepte pas l’identifiant client et le secret. Recopiez les deux depuis le compte de service géré par le développeur, et connectez à nouveau.",
  },
  APP_NOT_CONNECTED: {
    en: "The app is not connected to the company. A company administrator of the platform connects it under Admin, App Management.",
    fr: "L’application n’est pas connectée à l’entreprise. Un administrateur de l’entreprise sur la plateforme la connecte sous Admin, Gestion des applications.",
  },
  COMPANY_UNKNOWN: {
    en: "The platform knows no company of that id, or the service account does not belong to it. The id stands in the address of the company's pages.",
    fr: "La plateforme ne connaît aucune entreprise de cet identifiant, ou le compte de service n’en fait pas partie. L’identifiant figure dans l’adresse des pages de l’entreprise.",
  },
  ADMIN_LEVEL_MISSING: {
    en: "The service account needs Admin on the company tool Admin. Raise it in its permission template.",
    fr: "Le compte de service a besoin du niveau Admin sur l’outil d’entreprise Admin. Relevez-le dans son modèle d’autorisations.",
  },
  DIRECTORY_LEVEL_MISSING: {
    en: "The service account needs Admin on the company tool Directory. Raise it in its permission template.",
    fr: "Le compte de service a besoin du niveau Admin sur l’outil d’entreprise Répertoire. Relevez-le dans son modèle d’autorisations.",
  },
  ERP_TOOL_LEVEL_MISSING: {
    en: "The service account needs Admin on the company tool ERP Integrations. If the tool is not there, have the platform's support switch it on.",
    fr: "Le compte de service a besoin du niveau Admin sur l’outil d’entreprise Intégrations ERP. Si l’outil n’y est pas, faites-le activer par l’assistance de la plateforme.",
  },
  WEBHOOKS_LEVEL_MISSING: {
    en: "The service account needs Standard on Webhooks API. Raise it in its permission template.",
    fr: "Le compte de service a besoin du niveau Standard sur Webhooks API. Relevez-le dans son modèle d’autorisations.",
  },
  ERP_CONNECTION_MISSING: {
    en: "The company has no ERP connection of this integration: its ERP tool sends nothing. Connect anew to make it.",
    fr: "L’entreprise n’a pas de connexion ERP de cette intégration : son outil ERP n’envoie rien. Connectez à nouveau pour la créer.",
  },
  HOOK_MISSING: {
    en: "The webhook is gone: the platform tells nothing. Connect anew to make it; meanwhile open requests are found by looking.",
    fr: "Le webhook a disparu : la plateforme ne signale rien. Connectez à nouveau pour le créer ; d’ici là, les demandes ouvertes sont trouvées en cherchant.",
  },
  TRIGGER_MISSING: {
    en: "The webhook lacks a trigger: some events are not told. Connect anew to make it.",
    fr: "Il manque un déclencheur au webhook : certains événements ne sont pas signalés. Connectez à nouveau pour le créer.",
  },
  NOT_REACHED: {
    en: "The platform could not be reached just now. Nothing is lost: what waits goes on by itself.",
    fr: "La plateforme n’a pas pu être jointe à l’instant. Rien n’est perdu : ce qui attend repart de lui-même.",
  },
};
