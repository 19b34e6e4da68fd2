import type { Locale } from "../../kernel/locale";
import { timeInWords } from "../days/wall-time";

/** What a welcome letter tells. */
export interface WelcomeFacts {
  readonly locale: Locale;
  /** IANA zone of the reader: the times are shown on its clocks. */
  readonly zone: string;
  readonly company: string;
  /** Names. */
  readonly reader: string;
  readonly specialist: string;
  readonly minutes: number;
  /** Starts of the times to choose from, ISO-8601, first one first. */
  readonly starts: readonly string[];
  /** Where the set-up is found. */
  readonly link: string;
}

/** The letter in words. It asks for what the set-up guide asks for: confirm a time, or suggest one that suits. */
export function welcomeLetter(facts: WelcomeFacts): { readonly subject: string; readonly text: string } {
  const words = WORDS[facts.locale];
  const times = facts.starts.map((start) => `  - ${timeInWords(start, facts.zone, facts.locale)}`).join("\n");
  const parts = [...words.opening(facts), times, ...words.closing(facts)];
  return { subject: words.subject(facts.company), text: `${parts.join("\n\n")}\n` };
}

interface Words {
  subject(company: string): string;
  opening(facts: WelcomeFacts): readonly string[];
  closing(facts: WelcomeFacts): readonly string[];
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (company) => `Welcome: the Xero integration of ${company}`,
    opening: ({ reader, specialist, company, minutes }) => [
      `Hello ${reader},`,
      `welcome to the set-up of the Xero integration of ${company}. I am ${specialist}, your implementation ` +
        "specialist: I lead you through it and answer your questions.",
      `It begins with a kick-off call of about ${minutes} minutes. In it we talk the plan through, show the ` +
        "integration, share the follow-up tasks out and schedule the go-live call. Please choose one of these times:",
    ],
    closing: ({ link, specialist }) => [
      "Please confirm one, or suggest others that suit everybody who is needed: usually the administrators of the " +
        "platform and of Xero, and the IT administrator.",
      `Your set-up, with the guide and what is yours to do: ${link}`,
      `Kind regards\n${specialist}`,
    ],
  },
  fr: {
    subject: (company) => `Bienvenue : l’intégration Xero de ${company}`,
    opening: ({ reader, specialist, company, minutes }) => [
      `Bonjour ${reader},`,
      `bienvenue dans la mise en œuvre de l’intégration Xero de ${company}. Je suis ${specialist}, votre spécialiste ` +
        "de la mise en œuvre : je vous accompagne et je réponds à vos questions.",
      `Tout commence par un appel de lancement d’environ ${minutes} minutes. Nous y parcourons le plan, présentons ` +
        "l’intégration, répartissons les tâches de suivi et fixons l’appel de mise en service. Merci de choisir un de " +
        "ces créneaux :",
    ],
    closing: ({ link, specialist }) => [
      "Merci d’en confirmer un, ou d’en suggérer d’autres qui conviennent à toutes les personnes nécessaires : en " +
        "général les administrateurs de la plateforme et de Xero, et l’administrateur informatique.",
      `Votre mise en œuvre, avec le guide et ce qui vous revient : ${link}`,
      `Cordialement\n${specialist}`,
    ],
  },
};
