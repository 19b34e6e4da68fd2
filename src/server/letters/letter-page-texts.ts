import type { Locale } from "../../kernel/locale";

interface Texts {
  readonly stopTitle: string;
  asks(title: string, email: string): string;
  readonly stop: string;
  stopped(title: string, email: string): string;
  readonly undo: string;
  readonly againTitle: string;
  again(title: string, email: string): string;
  readonly unknownTitle: string;
  readonly unknown: string;
}

/** Words of the pages that letters lead to. */
export const LETTER_PAGE_TEXTS: Readonly<Record<Locale, Texts>> = {
  en: {
    stopTitle: "Letters from Ledgergate",
    asks: (title, email) => `Shall ${email} get no more letters of this kind: ${title}?`,
    stop: "Stop them",
    stopped: (title, email) => `${email} gets no more letters of this kind: ${title}.`,
    undo: "I want them after all",
    againTitle: "Letters from Ledgergate",
    again: (title, email) => `${email} gets letters of this kind again: ${title}.`,
    unknownTitle: "This link leads nowhere",
    unknown: "Use the link of the letter as it is. Letters that belong to your work cannot be stopped.",
  },
  fr: {
    stopTitle: "Messages de Ledgergate",
    asks: (title, email) => `${email} ne doit-il plus recevoir de messages de ce type : ${title} ?`,
    stop: "Ne plus les recevoir",
    stopped: (title, email) => `${email} ne reçoit plus de messages de ce type : ${title}.`,
    undo: "Finalement, je les veux",
    againTitle: "Messages de Ledgergate",
    again: (title, email) => `${email} reçoit de nouveau les messages de ce type : ${title}.`,
    unknownTitle: "Ce lien ne mène nulle part",
    unknown: "Utilisez le lien du message tel quel. Les messages liés à votre travail ne peuvent pas être arrêtés.",
  },
};
