import type { Locale } from "../../kernel/locale";
import type { Remedy, RemedyRole } from "../../policy/model/remedies";
import type { Hindrance } from "./remedy-hindrance";

/** Whose change it is, or what keeps everybody from it. */
type Why = RemedyRole | "sender_of_prerequisites" | "first_approver" | Hindrance;

/** Where nobody of the company could make a change: what would have to change first. */
const WORDS: Readonly<Record<Locale, Readonly<Partial<Record<Why, string>>>>> = {
  en: {
    grantor:
      "Nobody else of the company may give rights now: have the vendor assign a specialist or open emergency access, and a second administrator named.",
    directory_administrator:
      "Nobody else administers the company's directory now: have the vendor assign a specialist or open emergency access, and a second administrator named.",
    tool_administrator: "Nobody else administers the tool: have somebody's level on it raised to Admin (updateMember).",
    another_approver:
      "Nobody else's rights reach it: designate another approver, or give somebody a right to it for the project and amount (grantFeatureAccess).",
    first_approver:
      "Nobody else can approve it now: it has to be submitted and wait, and somebody else's right has to reach it (designateApprover, grantFeatureAccess).",
    sender_of_prerequisites:
      "Nobody can send what is missing now: have it submitted first, and somebody given the right to send it (grantFeatureAccess).",
    kept_on_platform: "It is kept on the construction platform: have it changed there.",
    erased: "The person was erased, which cannot be taken back: add them anew (addMember).",
    of_vendor: "The person is on the vendor's staff, so in no customer's directory: assign them (assignVendorStaff).",
    vendor: "The person is no longer on the vendor's staff: assign somebody else (assignVendorStaff).",
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
    first_approver:
      "Personne d’autre ne peut l’approuver maintenant : il doit être soumis et en attente, et le droit de quelqu’un d’autre doit y suffire (designateApprover, grantFeatureAccess).",
    sender_of_prerequisites:
      "Personne ne peut envoyer maintenant ce qui manque : faites-le d’abord soumettre, et accorder à quelqu’un le droit de l’envoyer (grantFeatureAccess).",
    kept_on_platform: "C’est tenu sur la plateforme de construction : faites-le modifier là-bas.",
    erased: "Les données de cette personne ont été effacées, ce qui est définitif : ajoutez-la à nouveau (addMember).",
    of_vendor:
      "La personne fait partie du personnel de l’éditeur, donc d’aucun annuaire de client : affectez-la (assignVendorStaff).",
    vendor:
      "La personne ne fait plus partie du personnel de l’éditeur : affectez quelqu’un d’autre (assignVendorStaff).",
    specialist: "Aucun spécialiste n’est affecté : qui peut accorder des droits en affecte un (assignVendorStaff).",
    submitter: "La personne qui l’a soumis n’est plus là ou ne le peut pas : faites-le refuser (rejectRecord).",
  },
};

/** Null: what it takes is in the remedy itself. */
export function nobodyCan(why: Why, locale: Locale): string | null {
  return WORDS[locale][why] ?? null;
}

export function whoOf({ role, right }: Pick<Remedy, "role" | "right">): Why {
  if (right?.on === "prerequisites") return "sender_of_prerequisites";
  return right?.on === "first_approval" ? "first_approver" : role;
}
