import { catalogue } from "../../kernel/catalogue";

/** Refusals about connections, consent and what is switched on. */
export const ERP_TEXTS = catalogue({
  noConnection: {
    en: 'The company has no connection "{reference}".',
    fr: "L’entreprise n’a pas de connexion « {reference} ».",
  },
  noConnector: {
    en: 'There is no connector "{named}"; the one there is, is "{only}".',
    fr: "Il n’y a pas de connecteur « {named} » ; le seul qu’il y ait est « {only} ».",
  },
  nameTaken: {
    en: 'There is a connection "{name}" already.',
    fr: "Il y a déjà une connexion « {name} ».",
  },
  configureFirst: {
    en: "Configure the connection first (configureConnection).",
    fr: "Configurez d’abord la connexion (configureConnection).",
  },
  nameOneOfSeveral: {
    en: "The company has several connections: name the one you mean.",
    fr: "L’entreprise a plusieurs connexions : nommez celle dont il s’agit.",
  },
  personConsents: {
    en: "A person has to consent: ask with a person's token, not as a service.",
    fr: "C’est une personne qui doit consentir : demandez avec le jeton d’une personne, pas en tant que service.",
  },
  notRegistered: {
    en: "This server is not registered with Xero yet (XERO_CLIENT_ID).",
    fr: "Ce serveur n’est pas encore enregistré auprès de Xero (XERO_CLIENT_ID).",
  },
  sayWhatToSet: {
    en: "Say what to set: enabled, directExport, or both.",
    fr: "Dites ce qu’il faut régler : enabled, directExport, ou les deux.",
  },
  noDirectExport: {
    en: "Records of {feature} always go through an approver or need none; there is no direct export of them.",
    fr: "Les enregistrements de ce type ({feature}) passent toujours par un approbateur ou n’en ont pas besoin ; il n’y a pas d’export direct pour eux.",
  },
  isDefault: {
    en: "Make another connection the default first (configureConnection).",
    fr: "Faites d’abord d’une autre connexion celle par défaut (configureConnection).",
  },
  consentNeeded: {
    en: "Nobody can declare a connection authorised: begin the consent (authorizeConnection), and have whoever administers the organisation in Xero open the address that it gives. The connection is authorised by itself then.",
    fr: "Une connexion ne peut pas être déclarée autorisée : commencez le consentement (authorizeConnection) et faites ouvrir l’adresse obtenue par qui administre l’organisation dans Xero. La connexion sera alors autorisée d’elle-même.",
  },
  stillAuthorised: {
    en: "Its organisation is still authorised: disconnect it first (disconnectConnection).",
    fr: "Son organisation est encore autorisée : déconnectez-la d’abord (disconnectConnection).",
  },
  consentIsEnding: {
    en: "Xero is being told that its consent ended: try again in a moment.",
    fr: "Xero est en train d’apprendre que son consentement a pris fin : réessayez dans un instant.",
  },
});
