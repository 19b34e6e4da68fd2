import type { FastifySchemaValidationError } from "fastify/types/schema";
import type { Bilingual } from "../../../kernel/locale";

type Fault = Pick<FastifySchemaValidationError, "keyword" | "params" | "message">;

/** What the validator says in English only, by the keywords of our schemas. */
const FRENCH: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  required: ({ missingProperty }) => `la propriété « ${String(missingProperty)} » est obligatoire`,
  type: ({ type }) => `il faut le type ${String(type)}`,
  minLength: () => "le texte ne doit pas être vide",
  maxLength: ({ limit }) => `le texte a plus de ${String(limit)} caractères`,
  maxItems: ({ limit }) => `la liste a plus de ${String(limit)} éléments`,
  minimum: ({ limit }) => `il faut au moins ${String(limit)}`,
  enum: () => "ce n’est pas l’une des valeurs admises",
};

/** What does not fit the schema, in each language. */
export function schemaFault(fault: Fault | undefined): Bilingual {
  const french = fault && FRENCH[fault.keyword];
  return { en: fault?.message ?? "", fr: french ? french(fault.params) : "elle n’est pas conforme au schéma" };
}
