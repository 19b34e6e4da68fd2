import type { Bilingual } from "../../kernel/locale";

export const GUIDE_PAGES = [
  "welcome",
  "preparation",
  "implementation",
  "getting_started",
  "approvers",
  "feature_map",
] as const;
export type GuidePageCode = (typeof GUIDE_PAGES)[number];

/** One page of the set-up guide, in our own words; the facts are those of the connector's set-up guide. */
export interface GuidePage {
  readonly code: GuidePageCode;
  readonly title: Bilingual;
  /** What has to be known, one sentence or two each. */
  readonly keyThings: readonly Bilingual[];
  /** Codes of the action items that belong here. */
  readonly items: readonly string[];
}

const page = (
  code: GuidePageCode,
  title: Bilingual,
  items: readonly string[],
  keyThings: readonly Bilingual[],
): GuidePage => ({ code, title, items, keyThings });

/** The guide in reading order. Every action item of the catalogue is on exactly one page. */
export const GUIDE: readonly GuidePage[] = [
  page(
    "welcome",
    { en: "Start here", fr: "Par où commencer" },
    [],
    [
      {
        en: "These pages lead your company from the purchase to a working integration, and mark what is yours to do.",
        fr: "Ces pages mènent votre entreprise de l’achat à une intégration qui fonctionne, et signalent ce qui vous revient.",
      },
      {
        en: "Ask your implementation specialist; once his help has ended, your point of contact answers.",
        fr: "Interrogez votre spécialiste de la mise en œuvre ; après la fin de son aide, votre point de contact répond.",
      },
    ],
  ),
  page(
    "preparation",
    { en: "Before the kick-off", fr: "Avant le lancement" },
    ["buy_integration", "name_contact", "check_edition", "send_welcome_mail", "answer_welcome_mail"],
    [
      {
        en: "A specialist is assigned to you and writes to your ERP implementation contact with times for a first call.",
        fr: "Un spécialiste vous est attribué et propose par e-mail des créneaux de premier appel à votre contact de mise en œuvre ERP.",
      },
      {
        en: "Confirm the time at which everybody needed is free, or suggest others.",
        fr: "Confirmez le créneau où toutes les personnes nécessaires sont libres, ou suggérez-en d’autres.",
      },
    ],
  ),
  page(
    "implementation",
    { en: "From kick-off to go-live", fr: "Du lancement à la mise en service" },
    [
      ...["bring_administrators", "attend_kick_off", "run_kick_off", "authorise_connection", "name_tracking_category"],
      ...["clean_vendors", "build_cost_codes", "assign_accounts", "choose_inventory", "start_projects"],
      ...["switch_tool_on", "attend_go_live", "run_go_live"],
    ],
    [
      {
        en: "The kick-off takes about 60 minutes: the plan, an overview, who does what next, and a date for the go-live call.",
        fr: "Le lancement dure environ 60 minutes : le plan, un aperçu, la répartition des suites et la date de la mise en service.",
      },
      {
        en: "The go-live call takes 60 to 90 minutes: the settings of the tool, then each of its tabs.",
        fr: "L’appel de mise en service dure de 60 à 90 minutes : les paramètres de l’outil, puis chacun de ses onglets.",
      },
      {
        en: "The administrators of the platform, of Xero and of your IT usually take part in both calls.",
        fr: "Les administrateurs de la plateforme, de Xero et de l’informatique participent en général aux deux appels.",
      },
    ],
  ),
  page(
    "getting_started",
    { en: "The first thirty days", fr: "Les trente premiers jours" },
    ["stay_reachable"],
    [
      {
        en: "Records move from now on. For thirty days after going live the specialist can still be asked.",
        fr: "Les données circulent désormais. Trente jours durant après la mise en service, le spécialiste reste joignable.",
      },
    ],
  ),
  page(
    "approvers",
    { en: "Who may send to the ledger", fr: "Qui peut envoyer vers la comptabilité" },
    ["name_approvers", "name_read_only_users", "enter_rights"],
    [
      {
        en: "One new tool of the company holds all that passes between both systems. Working in it is the greatest change.",
        fr: "Un nouvel outil de l’entreprise réunit tout ce qui passe d’un système à l’autre. Y travailler est le plus grand changement.",
      },
      {
        en: "Give the specialist a list of accounting approvers, each with the kinds of data that he or she may send.",
        fr: "Remettez au spécialiste la liste des approbateurs comptables, avec les types de données que chacun peut envoyer.",
      },
      {
        en: "A directory administrator who can push to accounting may send every kind: name such people with care.",
        fr: "Un administrateur de l’annuaire qui peut envoyer vers la comptabilité envoie tout : nommez-les avec soin.",
      },
      {
        en: "Others can be given the tool to read only.",
        fr: "D’autres personnes peuvent recevoir l’outil en lecture seule.",
      },
    ],
  ),
  page(
    "feature_map",
    { en: "What the connector carries", fr: "Ce que transporte le connecteur" },
    ["read_feature_map"],
    [
      {
        en: "Read which kinds of data travel, and which way, before you decide who sends what.",
        fr: "Voyez quels types de données circulent, et dans quel sens, avant de décider qui envoie quoi.",
      },
    ],
  ),
];
