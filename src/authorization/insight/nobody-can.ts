import type { Locale } from "../../kernel/locale";
import type { RemedyRole } from "../../policy/model/remedies";

/** Where nobody of the company could make a change: what would have to change first. */
const WORDS: Readonly<Record<Locale, Readonly<Partial<Record<RemedyRole, string>>>>> = {
  en: {
    grantor:
      "Nobody else of the company may give rights now: have the vendor assign a specialist or open emergency access, and a second administrator named.",
    directory_administrator:
      "Nobody else administers the company's directory now: have the vendor assign a specialist or open emergency access, and a second administrator named.",
    tool_administrator: "Nobody else administers the tool: have somebody's level on it raised to Admin (updateMember).",
    another_approver:
      "Nobody else's rights reach it: designate another approver, or give somebody a right to it for the project and amount (grantFeatureAccess).",
    specialist: "No specialist is assigned now: whoever may give rights assigns one (assignVendorStaff).",
    submitter: "Whoever submitted it is not there or may not: have it rejected instead (rejectRecord).",
  },
  fr: {
    grantor:
      "Personne d’autre dans l’entreprise ne peut accorder de droits : demandez à l’éditeur d’affecter un spécialiste ou d’ouvrir un accès d’urgence, et faites nommer un second administrateur.",
    directory_administrator:
      "Personne d’autre n’administre l’annuaire de l’entreprise : demandez à l’éditeur d’affecter un spécialiste ou d’ouvrir un accès d’urgence, et faites nommer un second administrateur.",
    tool_administrator:
      "Personne d’autre n’administre l’outil : faites relever le niveau de quelqu’un à Admin (updateMember).",
    another_approver:
      "Les droits de personne d’autre n’y suffisent : désignez un autre approbateur, ou accordez un droit pour le projet et le montant (grantFeatureAccess).",
    specialist: "Aucun spécialiste n’est affecté : qui peut accorder des droits en affecte un (assignVendorStaff).",
    submitter: "La personne qui l’a soumis n’est plus là ou ne le peut pas : faites-le refuser (rejectRecord).",
  },
};

/** Null: what it takes is in the remedy itself. */
export function nobodyCan(role: RemedyRole, locale: Locale): string | null {
  return WORDS[locale][role] ?? null;
}
