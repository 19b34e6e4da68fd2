import type { Bilingual, Locale } from "../../kernel/locale";
import { CONTRACT_MISFITS } from "../model/contract-misfits";
import {
  isRecordFact,
  RECORD_FACT_NAMES,
  RECORD_FACTS,
  type FactKind,
  type FactProblem,
  type FactProblemCode,
} from "../model/record-facts";

type Named = (fact: string, kind: FactKind | null) => string;

const FORMS: Readonly<Record<Locale, Readonly<Record<FactKind, string>>>> = {
  en: {
    project: "the project's id or code, a text",
    person: "the person's id or e-mail, a text",
    connection: "the connection's id, a text",
    money: 'an amount like {"value": "1250.50", "currency": "USD"}',
    state: "a state of records, such as awaiting",
    instant: "an instant like 2026-11-24T09:00:00Z, or a date",
    flag: "true or false, without quotes",
    misfits: `a list of ${CONTRACT_MISFITS.join(", ")}; an empty one where it fits`,
  },
  fr: {
    project: "l’identifiant ou le code du projet, en texte",
    person: "l’identifiant ou l’adresse e-mail de la personne, en texte",
    connection: "l’identifiant de la connexion, en texte",
    money: 'un montant comme {"value": "1250.50", "currency": "USD"}',
    state: "un état d’enregistrement, tel que awaiting",
    instant: "un instant comme 2026-11-24T09:00:00Z, ou une date",
    flag: "true ou false, sans guillemets",
    misfits: `une liste de ${CONTRACT_MISFITS.join(", ")} ; vide s’il n’y a pas d’écart`,
  },
};

const EN: Readonly<Record<FactProblemCode, Named>> = {
  UNKNOWN_FACT: (fact) => `There is no fact "${fact}" of a record; there are ${RECORD_FACT_NAMES.join(", ")}.`,
  NOT_READABLE: (fact, kind) => (kind ? `"${fact}" must be ${FORMS.en[kind]}.` : `"${fact}" cannot be read.`),
  NOT_FOUND: (fact, kind) =>
    kind === "person"
      ? `"${fact}" is nobody that the company knows: state an id or e-mail of its people.`
      : `"${fact}" is no ${kind === "connection" ? "connection" : "project"} of the company.`,
  COULD_NOT_APPROVE: (fact) =>
    `"${fact}" could not have approved the record: a first approver has not submitted it, and could send it.`,
  NOT_EXACT: (fact) =>
    `"${fact}" is almost that of a record which Ledgergate holds: state it exactly, without blanks and in the same letters.`,
  AMBIGUOUS: (fact) => `"${fact}" is the number of several records: state its project, or its id.`,
  NOT_ASKED: (fact) => `"${fact}" counts for nothing here: what is asked is not about one record.`,
};

const FR: Readonly<Record<FactProblemCode, Named>> = {
  UNKNOWN_FACT: (fact) => `Un enregistrement n’a pas de donnée « ${fact} » ; il y a ${RECORD_FACT_NAMES.join(", ")}.`,
  NOT_READABLE: (fact, kind) => (kind ? `« ${fact} » doit être ${FORMS.fr[kind]}.` : `« ${fact} » n’est pas lisible.`),
  NOT_FOUND: (fact, kind) =>
    kind === "person"
      ? `« ${fact} » n’est personne que l’entreprise connaît : indiquez l’identifiant ou l’adresse e-mail de l’un des siens.`
      : `« ${fact} » n’est ${kind === "connection" ? "aucune connexion" : "aucun projet"} de l’entreprise.`,
  COULD_NOT_APPROVE: (fact) =>
    `« ${fact} » n’a pas pu approuver l’enregistrement : le premier approbateur ne l’a pas soumis, et pourrait l’envoyer.`,
  NOT_EXACT: (fact) =>
    `« ${fact} » est presque celui d’un enregistrement que Ledgergate détient : indiquez-le exactement, sans espaces et avec les mêmes lettres.`,
  AMBIGUOUS: (fact) => `« ${fact} » est le numéro de plusieurs enregistrements : indiquez le projet, ou l’identifiant.`,
  NOT_ASKED: (fact) => `« ${fact} » ne compte pas ici : la question ne porte pas sur un seul enregistrement.`,
};

/** The problem as a sentence that says what would do. */
export function problemText({ fact, code }: FactProblem, locale: Locale): string {
  const kind = isRecordFact(fact) ? RECORD_FACTS[fact].kind : null;
  return (locale === "fr" ? FR : EN)[code](fact, kind);
}

export function problemTexts(problem: FactProblem): Bilingual {
  return { en: problemText(problem, "en"), fr: problemText(problem, "fr") };
}
