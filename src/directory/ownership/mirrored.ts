import { BilingualRefusal } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";

/*
 * What the construction platform keeps is not edited here: it would be overwritten by the next reading. What only Ledgergate
 * knows (the privilege, rights of features, the digest) is edited here alone.
 */

const PERSON: Bilingual = {
  en: "Name, e-mail, levels and being active are kept on the construction platform: change them there, in the Directory of the company or the project. Rights of features and the privilege to push to accounting are given here.",
  fr: "Le nom, l’e-mail, les niveaux et l’état actif sont tenus sur la plateforme de construction : modifiez-les là-bas, dans le Répertoire de l’entreprise ou du projet. Les droits par fonctionnalité et le privilège d’envoyer en comptabilité se donnent ici.",
};
const PROJECT: Bilingual = {
  en: "The project is kept on the construction platform: change its name there, and close or open it there.",
  fr: "Le projet est tenu sur la plateforme de construction : renommez-le, fermez-le ou rouvrez-le là-bas.",
};

/** Throws Refusal OWNED_BY_PLATFORM. */
export function refuseMirroredPerson(field: readonly string[] = ["input", "member"]): never {
  throw new BilingualRefusal("OWNED_BY_PLATFORM", PERSON, field);
}

/** Throws Refusal OWNED_BY_PLATFORM. */
export function refuseMirroredProject(field: readonly string[] = ["input", "project"]): never {
  throw new BilingualRefusal("OWNED_BY_PLATFORM", PROJECT, field);
}
