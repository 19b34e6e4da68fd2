import type { Item } from "./item";

const GUIDE = "set-up guide";
type Usual = "waivable" | "after" | "look" | "ofLedger";
const item = (given: Omit<Item, "side" | Usual> & Partial<Pick<Item, Usual>>): Item => ({
  side: "customer",
  waivable: true,
  after: [],
  look: null,
  ofLedger: null,
  ...given,
});

/** What the customer does (set-up guide and the connector's pages; docs/implementation.md names them). */
export const CUSTOMER_ITEMS: readonly Item[] = [
  item({
    code: "buy_integration",
    stage: "preparation",
    title: { en: "Buy the Xero integration", fr: "Acheter l’intégration Xero" },
    owner: "erp_implementation_contact",
    look: ({ purchased }) => purchased,
    source: `${GUIDE}, preparation`,
  }),
  item({
    code: "name_contact",
    stage: "preparation",
    title: { en: "Name the ERP implementation contact", fr: "Désigner le contact de mise en œuvre ERP" },
    owner: "platform_administrator",
    look: ({ parts }) => parts.includes("erp_implementation_contact"),
    source: `${GUIDE}, preparation`,
  }),
  item({
    code: "check_edition",
    stage: "preparation",
    title: { en: "Make sure that the Xero edition is supported", fr: "Vérifier que l’édition de Xero convient" },
    owner: "xero_administrator",
    ofLedger: ({ editionSupported }) => editionSupported,
    waivable: false,
    source: "about page of the connector",
  }),
  item({
    code: "answer_welcome_mail",
    stage: "preparation",
    title: { en: "Agree on a time for the kick-off call", fr: "Convenir d’un créneau pour l’appel de lancement" },
    after: ["send_welcome_mail"],
    owner: "erp_implementation_contact",
    look: ({ kickOff }) => ["scheduled", "running", "closed"].includes(kickOff),
    source: `${GUIDE}, preparation`,
  }),
  item({
    code: "bring_administrators",
    stage: "implementation",
    title: {
      en: "Name the platform, Xero and IT administrators who come to the calls",
      fr: "Désigner les administrateurs de la plateforme, de Xero et informatique qui viendront aux appels",
    },
    after: ["name_contact"],
    owner: "erp_implementation_contact",
    look: ({ parts }) =>
      (["platform_administrator", "xero_administrator", "it_administrator"] as const).every((part) =>
        parts.includes(part),
      ),
    source: `${GUIDE}, kick-off call`,
  }),
  item({
    code: "attend_kick_off",
    stage: "implementation",
    title: {
      en: "Attend the kick-off call and take its follow-up tasks",
      fr: "Assister à l’appel de lancement et prendre ses tâches de suivi",
    },
    after: ["answer_welcome_mail"],
    owner: "erp_implementation_contact",
    look: ({ kickOff }) => kickOff === "closed",
    source: `${GUIDE}, kick-off call`,
  }),
  item({
    code: "read_feature_map",
    stage: "implementation",
    title: {
      en: "Read the feature map before deciding who may send what",
      fr: "Lire la carte des fonctionnalités avant de décider qui peut envoyer quoi",
    },
    owner: "erp_implementation_contact",
    source: `${GUIDE}, change management`,
  }),
  item({
    code: "name_approvers",
    stage: "implementation",
    title: {
      en: "Hand over the list of accounting approvers with their features",
      fr: "Remettre la liste des approbateurs comptables avec leurs fonctionnalités",
    },
    owner: "erp_implementation_contact",
    look: ({ approvers }) => approvers > 0,
    source: `${GUIDE}, change management`,
  }),
  item({
    code: "name_read_only_users",
    stage: "implementation",
    title: {
      en: "Hand over the list of people with read-only access, or say that there are none",
      fr: "Remettre la liste des personnes en lecture seule, ou dire qu’il n’y en a pas",
    },
    owner: "erp_implementation_contact",
    look: ({ readOnlyUsers }) => (readOnlyUsers > 0 ? true : undefined),
    source: `${GUIDE}, change management`,
  }),
  item({
    code: "authorise_connection",
    stage: "implementation",
    title: {
      en: "Have one Xero user authorise the connection",
      fr: "Faire autoriser la connexion par un utilisateur de Xero",
    },
    after: ["check_edition"],
    owner: "xero_administrator",
    ofLedger: ({ authorised }) => authorised,
    waivable: false,
    source: "things to know about Xero",
  }),
  item({
    code: "name_tracking_category",
    stage: "implementation",
    title: {
      en: "Name the Xero tracking category that holds the jobs",
      fr: "Indiquer la catégorie de suivi Xero qui porte les projets",
    },
    owner: "xero_administrator",
    ofLedger: ({ trackingCategory }) => trackingCategory,
    source: "detailed data mapping",
  }),
  item({
    code: "clean_vendors",
    stage: "implementation",
    title: {
      en: "Archive inactive vendors, merge duplicates in both systems, link those that match",
      fr: "Archiver les fournisseurs inactifs, fusionner les doublons des deux systèmes, associer ceux qui se correspondent",
    },
    owner: "platform_administrator",
    // Duplicates that Ledgergate holds are seen; that none are left elsewhere, people say.
    look: ({ duplicateVendors }) => (duplicateVendors > 0 ? false : undefined),
    source: "vendor tutorial",
  }),
  item({
    code: "build_cost_codes",
    stage: "implementation",
    title: {
      en: "Build the standard cost code list: codes of 30 characters at most, one or two tiers",
      fr: "Constituer la liste des codes de coût : 30 caractères au plus, un ou deux niveaux",
    },
    owner: "platform_administrator",
    source: "cost code tutorial",
  }),
  item({
    code: "assign_accounts",
    stage: "getting_started",
    title: {
      en: "Assign purchase and sales accounts to the exported items in Xero",
      fr: "Affecter dans Xero les comptes d’achat et de vente aux articles exportés",
    },
    after: ["build_cost_codes"],
    owner: "xero_administrator",
    source: "cost code tutorial",
  }),
  item({
    code: "choose_inventory",
    stage: "implementation",
    title: {
      en: "Set the inventory preference in Xero, if invoices will be sent",
      fr: "Régler la préférence de stock dans Xero, si des factures seront envoyées",
    },
    owner: "xero_administrator",
    source: "advanced settings (older pages)",
  }),
  item({
    code: "start_projects",
    stage: "getting_started",
    title: {
      en: "Create new projects on the Xero cost code list",
      fr: "Créer les nouveaux projets sur la liste de codes de coût Xero",
    },
    after: ["build_cost_codes"],
    owner: "platform_administrator",
    source: "project tutorial",
  }),
  item({
    code: "attend_go_live",
    stage: "implementation",
    title: {
      en: "Attend the go-live call and go through the settings and tabs",
      fr: "Assister à l’appel de mise en service et passer en revue les réglages et les onglets",
    },
    after: ["attend_kick_off"],
    owner: "erp_implementation_contact",
    look: ({ goLiveCall }) => goLiveCall === "closed",
    source: `${GUIDE}, go-live call`,
  }),
];
