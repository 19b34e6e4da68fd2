import { catalogue } from "../../kernel/catalogue";

/** What an operation is refused with that is larger than the limits allow (docs/limits.md). */
export const LIMIT_TEXTS = catalogue({
  notUtf8: {
    en: "The body is not UTF-8. JSON is sent in UTF-8 (RFC 8259).",
    fr: "Le corps n’est pas en UTF-8. JSON s’envoie en UTF-8 (RFC 8259).",
  },
  nameTwice: {
    en: "An object of the body has the same name twice. Send each name once (RFC 7493).",
    fr: "Un objet du corps contient deux fois le même nom. N’envoyez chaque nom qu’une fois (RFC 7493).",
  },
  loneSurrogate: {
    en: "A text of the body holds half of a surrogate pair. Send whole characters (RFC 7493).",
    fr: "Un texte du corps contient la moitié d’une paire de substitution. Envoyez des caractères entiers (RFC 7493).",
  },
  depth: {
    en: "Query depth limit of {max} exceeded, found {found}.",
    fr: "La profondeur d’une opération est limitée à {max} ; elle est de {found}.",
  },
  aliases: {
    en: "Aliases limit of {max} exceeded, found {found}.",
    fr: "Le nombre d’alias est limité à {max} ; il y en a {found}.",
  },
  directives: {
    en: "Directives limit of {max} exceeded, found {found}.",
    fr: "Le nombre de directives est limité à {max} ; il y en a {found}.",
  },
  cost: {
    en: "The operation's cost limit of {max} is exceeded: it may resolve {cost} fields.",
    fr: "Le coût d’une opération est limité à {max} ; celle-ci peut lire {cost} champs.",
  },
  longList: {
    en: "{where}: the list may hold {max} items at most. Send the rest with another request.",
    fr: "{where} : la liste est limitée à {max} éléments. Envoyez le reste dans une autre requête.",
  },
  longText: {
    en: "{where}: the text may have {max} characters at most.",
    fr: "{where} : le texte est limité à {max} caractères.",
  },
  queryBytes: {
    en: "The text of an operation may have {max} bytes. Send what it is about as variables.",
    fr: "Le texte d’une opération est limité à {max} octets. Envoyez les données sous forme de variables.",
  },
  repetition: {
    en: "The operation names the same fields too often. Name each once, or ask in several requests.",
    fr: "L’opération cite trop souvent les mêmes champs. Citez chacun une fois, ou répartissez-les entre plusieurs requêtes.",
  },
});
