import { localeOf, type Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";

function conflict(actor: Actor, texts: Bilingual): BilingualRefusal {
  return new BilingualRefusal("CONFLICT", texts, ["input", "member"], localeOf(actor));
}

export function erasedAlready(actor: Actor): BilingualRefusal {
  return conflict(actor, {
    en: "The person is erased already.",
    fr: "Les données de cette personne sont déjà effacées.",
  });
}

export function stillActive(actor: Actor): BilingualRefusal {
  return conflict(actor, {
    en: "Deactivate the member first: who is erased can do nothing any more.",
    fr: "Désactivez d’abord le membre : une personne effacée ne peut plus rien faire.",
  });
}

export function stillStakeholder(actor: Actor): BilingualRefusal {
  return conflict(actor, {
    en: "The person has a part in the set-up; name somebody else for it first (setStakeholders).",
    fr: "Cette personne a un rôle dans la mise en place ; nommez d’abord quelqu’un d’autre (setStakeholders).",
  });
}
