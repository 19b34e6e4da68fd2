import { localeOf, type Actor } from "../../kernel/actor";
import { BilingualRefusal, type ErrorCode } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";

const ACCOUNT = ["input", "account"];

function refusal(actor: Actor, code: ErrorCode, texts: Bilingual, field: readonly string[] | null): BilingualRefusal {
  return new BilingualRefusal(code, texts, field, localeOf(actor));
}

export function notOneself(actor: Actor): BilingualRefusal {
  const texts = {
    en: "Nobody links their own record or their own account; ask somebody else who may.",
    fr: "Personne n’associe sa propre fiche ni son propre compte ; demandez à une autre personne habilitée.",
  };
  return refusal(actor, "FORBIDDEN", texts, ACCOUNT);
}

export function superUsersOnly(actor: Actor): BilingualRefusal {
  const texts = {
    en: "Only a super-user of the vendor links accounts of its staff.",
    fr: "Seul un super-utilisateur de l’éditeur associe les comptes de son personnel.",
  };
  return refusal(actor, "FORBIDDEN", texts, null);
}

export function noSuchStaff(actor: Actor, email: string): BilingualRefusal {
  const said = email.slice(0, 254);
  const texts = {
    en: `"${said}" is not on the vendor's staff.`,
    fr: `« ${said} » ne fait pas partie du personnel de l’éditeur.`,
  };
  return refusal(actor, "NOT_FOUND", texts, ["input", "email"]);
}

export function unknownIssuer(actor: Actor, issuers: readonly string[]): BilingualRefusal {
  const known = issuers.join(", ");
  const texts = {
    en: `Name the issuer exactly as tokens do${known === "" ? "." : `: ${known}.`}`,
    fr: `Indiquez l’émetteur exactement comme dans les jetons${known === "" ? "." : ` : ${known}.`}`,
  };
  return refusal(actor, "BAD_INPUT", texts, [...ACCOUNT, "issuer"]);
}

export function noSubject(actor: Actor): BilingualRefusal {
  const texts = {
    en: "The subject is the account's own identifier at the issuer: 1 to 255 characters, none of them invisible.",
    fr: "Le sujet est l’identifiant du compte chez l’émetteur : de 1 à 255 caractères, tous visibles.",
  };
  return refusal(actor, "BAD_INPUT", texts, [...ACCOUNT, "subject"]);
}

export function anothersAccount(actor: Actor): BilingualRefusal {
  const texts = {
    en: "The account is somebody else's here; take it from that person first.",
    fr: "Ce compte est celui d’une autre personne ; retirez-le-lui d’abord.",
  };
  return refusal(actor, "CONFLICT", texts, ACCOUNT);
}
