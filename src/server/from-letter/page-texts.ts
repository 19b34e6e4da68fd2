import type { Availability } from "../../onboarding/calls/call/slot-answer.entity";
import type { Locale } from "../../kernel/locale";

/** What was done, as the address of the page says after it. */
export const DONE = ["chosen", "can", "cannot", "suggested"] as const;
export type Done = (typeof DONE)[number];

/** Words of the page that a letter's link leads to. */
export interface PageTexts {
  readonly product: string;
  title(company: string): string;
  who(name: string, company: string): string;
  readonly notYou: string;
  readonly leave: string;
  readonly left: string;
  readonly refused: string;
  readonly goneTitle: string;
  readonly gone: string;
  readonly signIn: string;
  readonly tooOften: string;
  readonly elsewhere: string;
  readonly unread: string;
  readonly done: Readonly<Record<Done, string>>;
  readonly calls: string;
  readonly noCalls: string;
  length(minutes: number): string;
  agreed(time: string): string;
  readonly toMove: string;
  readonly over: string;
  readonly noTimes: string;
  readonly askedChoose: string;
  readonly askedAnswer: string;
  readonly choose: string;
  readonly bySpecialist: string;
  readonly byCompany: string;
  readonly answers: Readonly<Record<Availability, string>>;
  readonly own: Readonly<Record<Availability, string>>;
  readonly suggestTitle: string;
  suggestHint(zone: string): string;
  time(number: number): string;
  readonly suggest: string;
}

const EN: PageTexts = {
  product: "Ledgergate",
  title: (company) => `The Xero integration of ${company}`,
  who: (name, company) => `You act here as ${name}, for ${company}, by the link of a letter that was sent to you.`,
  notYou: "If that is not you, leave the page: what is done here counts as theirs.",
  leave: "Leave this page",
  left: "You have left the page. The link of the letter opens it again.",
  refused: "That did not work",
  goneTitle: "This link is good no more",
  gone: "Open the link of your newest letter. It is good for thirty days, as long as you have a part in the set-up and what it is about is not called off. An opened page is good for an hour.",
  signIn: "Sign in instead",
  tooOften: "That was too often within a minute. Wait for a minute, and try again.",
  elsewhere: "The form was not sent from this page, or the page is old. Send it from here.",
  unread: "The form could not be read. Fill it in here once more.",
  done: {
    chosen: "The time is agreed. The invitation is on its way to everybody who is asked.",
    can: "It is noted that you can come then.",
    cannot: "It is noted that you cannot come then.",
    suggested: "Your times were sent to the specialist.",
  },
  calls: "Calls",
  noCalls: "No call is being arranged.",
  length: (minutes) => `It takes about ${minutes} minutes.`,
  agreed: (time) => `It is agreed: ${time}.`,
  toMove: "If you cannot come, answer the letter: it goes to the specialist.",
  over: "It was held.",
  noTimes: "No time is up at the moment; a letter tells you of new ones.",
  askedChoose: "Choose a time that suits everybody who is needed, or suggest others.",
  askedAnswer: "Say for each time whether you can come; the ERP implementation contact then chooses one.",
  choose: "Choose this time",
  bySpecialist: "offered by the specialist",
  byCompany: "suggested to the specialist, who has to agree",
  answers: { can: "I can come", cannot: "I cannot come" },
  own: { can: "You said that you can come.", cannot: "You said that you cannot come." },
  suggestTitle: "Suggest other times",
  suggestHint: (zone) =>
    `On the clocks of ${zone}, Monday to Friday, within working hours of the company. One is enough.`,
  time: (number) => `Time ${number}`,
  suggest: "Send these times",
};

const FR: PageTexts = {
  product: "Ledgergate",
  title: (company) => `L’intégration Xero de ${company}`,
  who: (name, company) =>
    `Vous agissez ici en tant que ${name}, pour ${company}, par le lien d’un message qui vous a été envoyé.`,
  notYou: "Si ce n’est pas vous, quittez cette page : ce qui s’y fait compte comme venant de cette personne.",
  leave: "Quitter cette page",
  left: "Vous avez quitté la page. Le lien du message la rouvre.",
  refused: "Cela n’a pas fonctionné",
  goneTitle: "Ce lien n’est plus valable",
  gone: "Ouvrez le lien de votre message le plus récent. Il est valable trente jours, tant que vous avez un rôle dans la mise en œuvre et que ce dont il parle n’est pas annulé. Une page ouverte l’est une heure.",
  signIn: "Se connecter",
  tooOften: "C’était trop souvent en une minute. Attendez une minute, puis réessayez.",
  elsewhere: "Le formulaire n’a pas été envoyé depuis cette page, ou la page est ancienne. Envoyez-le d’ici.",
  unread: "Le formulaire est illisible. Remplissez-le ici de nouveau.",
  done: {
    chosen: "L’horaire est convenu. L’invitation est en route vers toutes les personnes attendues.",
    can: "C’est noté : vous pouvez venir.",
    cannot: "C’est noté : vous ne pouvez pas venir.",
    suggested: "Vos horaires ont été envoyés au spécialiste.",
  },
  calls: "Appels",
  noCalls: "Aucun appel n’est en préparation.",
  length: (minutes) => `Il dure environ ${minutes} minutes.`,
  agreed: (time) => `C’est convenu : ${time}.`,
  toMove: "Si vous ne pouvez pas venir, répondez au message : il va au spécialiste.",
  over: "Il a eu lieu.",
  noTimes: "Aucun horaire n’est proposé pour l’instant ; un message vous en annoncera.",
  askedChoose: "Choisissez un horaire qui convienne à toutes les personnes nécessaires, ou suggérez-en d’autres.",
  askedAnswer:
    "Dites pour chaque horaire si vous pouvez venir ; le contact de mise en œuvre ERP en choisit ensuite un.",
  choose: "Choisir cet horaire",
  bySpecialist: "proposé par le spécialiste",
  byCompany: "suggéré au spécialiste, qui doit l’accepter",
  answers: { can: "Je peux venir", cannot: "Je ne peux pas venir" },
  own: { can: "Vous avez dit pouvoir venir.", cannot: "Vous avez dit ne pas pouvoir venir." },
  suggestTitle: "Suggérer d’autres horaires",
  suggestHint: (zone) =>
    `À l’heure de ${zone}, du lundi au vendredi, aux heures de travail de l’entreprise. Un seul suffit.`,
  time: (number) => `Horaire ${number}`,
  suggest: "Envoyer ces horaires",
};

export const PAGE_TEXTS: Readonly<Record<Locale, PageTexts>> = { en: EN, fr: FR };
