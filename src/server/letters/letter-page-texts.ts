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
  readonly places: Readonly<Record<Place, { readonly title: string; readonly lines: readonly string[] }>>;
}

/** What a letter, or a document in the ledger, may lead to. */
export type Place = "setUp" | "tool" | "record";

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
    places: {
      setUp: {
        title: "Your set-up",
        lines: [
          "Your set-up, the guide and your action items are on the platform: open the ERP Integrations tool there.",
          "Programs ask for them over GraphQL, at /graphql: company { implementation call } and guide.",
        ],
      },
      tool: {
        title: "What waits for you",
        lines: [
          "What waits to be sent is on the platform: open the ERP Integrations tool there.",
          "Programs ask for it over GraphQL, at /graphql: company { erpIntegration }.",
        ],
      },
      record: {
        title: "Where this came from",
        lines: [
          "This was sent to the ledger from the platform: open the ERP Integrations tool there to see its history.",
          "Programs ask for it over GraphQL, at /graphql: node, with the id in this address.",
        ],
      },
    },
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
    places: {
      setUp: {
        title: "Votre mise en œuvre",
        lines: [
          "Votre mise en œuvre, le guide et vos actions se trouvent sur la plateforme : ouvrez-y l’outil Intégrations ERP.",
          "Les programmes les demandent par GraphQL, à /graphql : company { implementation call } et guide.",
        ],
      },
      tool: {
        title: "Ce qui vous attend",
        lines: [
          "Ce qui attend d’être envoyé se trouve sur la plateforme : ouvrez-y l’outil Intégrations ERP.",
          "Les programmes le demandent par GraphQL, à /graphql : company { erpIntegration }.",
        ],
      },
      record: {
        title: "D’où cela vient",
        lines: [
          "Cela a été envoyé à la comptabilité depuis la plateforme : ouvrez-y l’outil Intégrations ERP pour en voir l’historique.",
          "Les programmes le demandent par GraphQL, à /graphql : node, avec l’identifiant de cette adresse.",
        ],
      },
    },
  },
};
