import type { Locale } from "../../kernel/locale";
import type { Feature } from "../../policy/model/vocabulary";
import { EN } from "../../policy/texts/en";
import { FR } from "../../policy/texts/fr";

/** The digest's words. The name is the platform's own ("ERP Integrations Daily Summary"). */
export interface DigestWords {
  readonly title: string;
  subject(company: string, waiting: number, failed: number): string;
  hello(name: string): string;
  /** Of `day`, in words. */
  intro(company: string, day: string): string;
  readonly waiting: string;
  readonly columns: { readonly what: string; readonly count: string; readonly amount: string; readonly since: string };
  approvedOnce(count: number): string;
  /** Kind of record, in the plural. */
  kind(feature: Feature): string;
  /** What follows a label: French sets a space before it. */
  readonly colon: string;
  readonly oldest: string;
  failed(count: number): string;
  readonly failedHint: string;
  days(count: number): string;
  offeredBy(name: string): string;
  more(count: number): string;
  readonly total: string;
  readonly open: string;
  readonly why: string;
}

export const DIGEST_WORDS: Readonly<Record<Locale, DigestWords>> = {
  en: {
    title: "ERP Integrations Daily Summary",
    subject: (company, waiting, failed) => {
      const parts = [
        ...(waiting === 0 ? [] : [waiting === 1 ? "1 record waits for you" : `${waiting} records wait for you`]),
        ...(failed === 0 ? [] : [`${failed} failed`]),
      ];
      return `${company}: ${parts.join(", ")}`;
    },
    hello: (name) => `Hello ${name},`,
    intro: (company, day) => `this waits for you in ${company} on ${day}.`,
    waiting: "Ready for you to send",
    columns: { what: "Kind", count: "Number", amount: "Amount", since: "Waiting since" },
    approvedOnce: (count) => `${count} approved once: yours is the second approval`,
    kind: (feature) => capital(EN.resources[feature]),
    colon: ":",
    oldest: "The oldest",
    failed: (count) => `Failed (${count})`,
    failedHint: "The accounting system did not take these. Reject them, so that they can be corrected and sent again.",
    days: (count) => (count === 0 ? "today" : count === 1 ? "1 day" : `${count} days`),
    offeredBy: (name) => `from ${name}`,
    more: (count) => `and ${count} more`,
    total: "Total",
    open: "Open ERP Integrations",
    why:
      "You get this summary on working days while something waits for you. It lists only what you may send. Your " +
      "administrator can switch it off in your directory record.",
  },
  fr: {
    title: "Résumé quotidien des intégrations ERP",
    subject: (company, waiting, failed) => {
      const parts = [
        ...(waiting === 0
          ? []
          : [waiting === 1 ? "1 enregistrement vous attend" : `${waiting} enregistrements vous attendent`]),
        ...(failed === 0 ? [] : [`${failed} en échec`]),
      ];
      return `${company} : ${parts.join(", ")}`;
    },
    hello: (name) => `Bonjour ${name},`,
    intro: (company, day) => `voici ce qui vous attend chez ${company} le ${day}.`,
    waiting: "Prêts à être envoyés par vous",
    columns: { what: "Type", count: "Nb", amount: "Montant", since: "En attente depuis" },
    approvedOnce: (count) =>
      count === 1
        ? "1 déjà approuvé une fois : la vôtre est la seconde approbation"
        : `${count} déjà approuvés une fois : la vôtre est la seconde approbation`,
    kind: (feature) => capital(FR.resources[feature].replace(/^les /, "")),
    colon: " :",
    oldest: "Les plus anciens",
    failed: (count) => `En échec (${count})`,
    failedHint:
      "Le logiciel comptable ne les a pas acceptés. Refusez-les, afin qu’ils puissent être corrigés puis envoyés à nouveau.",
    days: (count) => (count === 0 ? "aujourd’hui" : count === 1 ? "1 jour" : `${count} jours`),
    offeredBy: (name) => `de ${name}`,
    more: (count) => (count === 1 ? "et 1 autre" : `et ${count} autres`),
    total: "Total",
    open: "Ouvrir les intégrations ERP",
    why:
      "Vous recevez ce résumé les jours ouvrés tant que quelque chose vous attend. Il ne montre que ce que vous pouvez " +
      "envoyer. Votre administrateur peut l’arrêter dans votre fiche de l’annuaire.",
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
