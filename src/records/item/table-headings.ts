import { wordKey } from "../../infra/tables/words";
import { formOf, OFFERED } from "./forms";

/** Columns of an item's lines start with this. */
export const LINE = "line.";

/** What French tables call the fields, beside their names in the API. */
const FRENCH: Readonly<Record<string, string>> = {
  fonctionnalité: "feature",
  projet: "project",
  chantier: "project",
  numéro: "number",
  titre: "title",
  nom: "name",
  fournisseur: "vendor",
  engagement: "commitment",
  statut: "status",
  devise: "currency",
  monnaie: "currency",
  "date de facturation": "billingDate",
  "début de période": "periodStart",
  "fin de période": "periodEnd",
  "retenue de garantie": "defaultRetainage",
  "instructions de livraison": "deliveryInstructions",
  "code de coût": "code",
  "type de coût": "costType",
  adresse: "address",
  ville: "city",
  région: "region",
  "code postal": "postalCode",
  pays: "country",
  téléphone: "phone",
  télécopie: "fax",
  courriel: "email",
  "numéro fiscal": "taxNumber",
  "créé par": "createdBy",
  "ligne numéro": "line.number",
  "ligne code de coût": "line.costCode",
  "ligne description": "line.description",
  "ligne montant": "line.amount",
};

const HEADINGS = new Map<string, string>([
  ...OFFERED.flatMap((feature) => {
    const { fields, lines } = formOf(feature);
    return [...fields.map(({ name }) => name), ...(lines ?? []).map(({ name }) => `${LINE}${name}`)];
  }).map((name) => [wordKey(name), name] as const),
  ...Object.entries(FRENCH).map(([word, name]) => [wordKey(word), name] as const),
  ["feature", "feature"],
]);

/** The field that a heading names, as the API calls it: in any case, with spaces, in English or French; null: none. */
export function fieldHeading(text: string): string | null {
  return HEADINGS.get(wordKey(text)) ?? null;
}
