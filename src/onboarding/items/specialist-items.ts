import type { Item } from "./item";

const GUIDE = "set-up guide";
type Usual = "after" | "look";
const item = (
  given: Omit<Item, "side" | "owner" | "waivable" | "ofLedger" | Usual> & Partial<Pick<Item, Usual>>,
): Item => ({
  side: "specialist",
  owner: "specialist",
  waivable: true,
  after: [],
  look: null,
  ofLedger: null,
  ...given,
});

/** What the vendor's specialist does. */
export const SPECIALIST_ITEMS: readonly Item[] = [
  item({
    code: "send_welcome_mail",
    stage: "preparation",
    title: {
      en: "Take the assignment and send the welcome e-mail with times",
      fr: "Prendre l’affectation et envoyer l’e-mail de bienvenue avec des créneaux",
    },
    after: ["name_contact"],
    // Only a mail that Ledgergate sent is seen; one sent by hand is said, with evidence.
    look: ({ welcomed }) => (welcomed ? true : undefined),
    source: `${GUIDE}, preparation`,
  }),
  item({
    code: "run_kick_off",
    stage: "implementation",
    title: {
      en: "Run the kick-off call: plan, overview, follow-up tasks, date of the go-live call",
      fr: "Mener l’appel de lancement : plan, aperçu, tâches de suivi, date de l’appel de mise en service",
    },
    after: ["answer_welcome_mail"],
    look: ({ kickOff }) => kickOff === "closed",
    source: `${GUIDE}, kick-off call`,
  }),
  item({
    code: "enter_rights",
    stage: "implementation",
    title: {
      en: "Collect the lists and enter privileges and grants",
      fr: "Recueillir les listes et saisir les privilèges et les accès",
    },
    after: ["name_approvers"],
    look: ({ approvers }) => approvers > 0,
    source: "guide on granting approver privileges",
  }),
  item({
    code: "switch_tool_on",
    stage: "implementation",
    title: {
      en: "Switch the tool on and set up its service account",
      fr: "Activer l’outil et créer son compte de service",
    },
    source: "technical guide of the platform",
  }),
  item({
    code: "run_go_live",
    stage: "implementation",
    title: {
      en: "Run the go-live call: review the settings, walk through each tab",
      fr: "Mener l’appel de mise en service : revoir les réglages, parcourir chaque onglet",
    },
    after: ["run_kick_off"],
    look: ({ goLiveCall }) => goLiveCall === "closed",
    source: `${GUIDE}, go-live call`,
  }),
  item({
    code: "stay_reachable",
    stage: "getting_started",
    title: {
      en: "Stay reachable for thirty days, then hand over to the point of contact",
      fr: "Rester joignable trente jours, puis passer la main au point de contact",
    },
    after: ["run_go_live"],
    look: ({ phase }) => phase === "in_use",
    source: `${GUIDE}, getting started`,
  }),
];
