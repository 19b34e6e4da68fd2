import type { Locale } from "../../kernel/locale";
import { textProblem } from "../../kernel/text";
import type { ItemFault } from "./field";
import type { ItemFaultCode } from "../../kernel/item-fault-codes";

type Texts = Readonly<Record<ItemFaultCode, (...values: readonly string[]) => string>>;

const EN: Texts = {
  REQUIRED: (name) => `"${name}" is required.`,
  TOO_LONG: (most, has) => `It has ${most} characters at most, and this has ${has}.`,
  NOT_TEXT: () => "It must be plain text.",
  NUMBER_WITHOUT_QUOTES: (written) =>
    `Write it as text, in quotes: "${written}". A number without quotes may lose digits, as in "007" or "12.50".`,
  NOT_A_DATE: () => "It must be a date such as 2026-11-24.",
  NOT_AN_AMOUNT: (currency, example) => `It must be an amount of ${currency}, as a text such as "${example}".`,
  NOT_A_FLAG: () => "It must be true or false.",
  NOT_A_CURRENCY: () => "It must be an ISO 4217 code such as USD.",
  NOT_AN_EMAIL: () => "It must be an e-mail address such as ada@example.com.",
  NOT_ONE_LINE: () => textProblem({ code: "NOT_ONE_LINE", values: [] }).en,
  INVISIBLE_CHARACTER: (character = "") => textProblem({ code: "INVISIBLE", values: [character] }).en,
  CHARACTERS_NOT_HELD: (characters) =>
    `The ERP cannot hold these characters there: ${characters}. Write it without them.`,
  DAY_NOT_HELD: (first, last) =>
    `The day, or the due date that is counted from it, is not between ${first} and ${last}.`,
  DIGITS_NOT_HELD: (digits, amount) => `The ERP counts in ${digits} decimals: ${amount} would be rounded there.`,
  CURRENCY_NOT_HELD: (currency) => `The ERP does not know the currency ${currency}.`,
  NEGATIVE_TOTAL: () => "The total must not be negative.",
  UNKNOWN_CHOICE: (known) => `It must be one of: ${known}.`,
  UNKNOWN_FIELD: (name, known) => `There is no field "${name}" here. Known: ${known}.`,
  UNKNOWN_PROJECT: (name) => `The company has no project "${name}".`,
  NO_LINES: () => "It needs one line at least.",
  TOO_MANY_LINES: (most) => `It has ${most} lines at most.`,
  PERIOD_REVERSED: () => "The period ends before it begins.",
  TOTAL_TOO_LARGE: () => "The total is too large to be counted exactly.",
  LINE_CHANGED_TWICE: (line) => `Line ${line} of the commitment changes twice, under two cost codes; use one.`,
};

const FR: Texts = {
  REQUIRED: (name) => `« ${name} » est obligatoire.`,
  TOO_LONG: (most, has) => `Au plus ${most} caractères ; il y en a ${has}.`,
  NOT_TEXT: () => "Il faut un texte simple.",
  NUMBER_WITHOUT_QUOTES: (written) =>
    `À écrire comme un texte, entre guillemets : "${written}". Un nombre sans guillemets peut perdre des chiffres, comme dans "007" ou "12.50".`,
  NOT_A_DATE: () => "Il faut une date, par exemple 2026-11-24.",
  NOT_AN_AMOUNT: (currency, example) => `Il faut un montant en ${currency}, écrit par exemple « ${example} ».`,
  NOT_A_FLAG: () => "Il faut true ou false.",
  NOT_A_CURRENCY: () => "Il faut un code ISO 4217, par exemple EUR.",
  NOT_AN_EMAIL: () => "Il faut une adresse e-mail, par exemple ada@example.com.",
  NOT_ONE_LINE: () => textProblem({ code: "NOT_ONE_LINE", values: [] }).fr,
  INVISIBLE_CHARACTER: (character = "") => textProblem({ code: "INVISIBLE", values: [character] }).fr,
  CHARACTERS_NOT_HELD: (characters) => `L’ERP ne peut pas garder ici ces caractères : ${characters}. Écrivez sans eux.`,
  DAY_NOT_HELD: (first, last) =>
    `Le jour, ou l’échéance comptée à partir de lui, n’est pas entre le ${first} et le ${last}.`,
  DIGITS_NOT_HELD: (digits, amount) => `L’ERP compte avec ${digits} décimales : ${amount} y serait arrondi.`,
  CURRENCY_NOT_HELD: (currency) => `L’ERP ne connaît pas la devise ${currency}.`,
  NEGATIVE_TOTAL: () => "Le total ne doit pas être négatif.",
  UNKNOWN_CHOICE: (known) => `Valeurs possibles : ${known}.`,
  UNKNOWN_FIELD: (name, known) => `Il n’y a pas ici de champ « ${name} ». Connus : ${known}.`,
  UNKNOWN_PROJECT: (name) => `L’entreprise n’a pas de projet « ${name} ».`,
  NO_LINES: () => "Il faut une ligne au moins.",
  TOO_MANY_LINES: (most) => `Au plus ${most} lignes.`,
  PERIOD_REVERSED: () => "La période finit avant de commencer.",
  TOTAL_TOO_LARGE: () => "Le total est trop grand pour être compté exactement.",
  LINE_CHANGED_TWICE: (line) =>
    `La ligne ${line} de l’engagement change deux fois, sous deux codes de coût ; un seul convient.`,
};

const TEXTS: Readonly<Record<Locale, Texts>> = { en: EN, fr: FR };

/** A fault as a person reads it. */
export interface ToldFault {
  readonly field: readonly string[];
  readonly code: ItemFaultCode;
  readonly message: string;
}

export function toldFault({ field, code, values }: ItemFault, locale: Locale): ToldFault {
  return { field, code, message: TEXTS[locale][code](...values) };
}
