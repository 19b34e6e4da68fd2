import type { TextParams, Texts } from "./texts";

/** French sentences of the gates that are about a record. */
export const FR_RECORD_GATES = {
  PROJECT_LEVEL_TOO_LOW: {
    short: "Votre niveau sur le projet est trop bas",
    passed: (p) => `Est administrateur sur ${p.projectTools} dans le projet.`,
    missed: (p) => `N’est pas administrateur sur ${p.projectTools} dans le projet.`,
    limit: (p) => `projets où la personne est administrateur sur ${p.projectTools} : ${p.projects}`,
    remedy: (p) => `Relever le niveau du projet sur ${p.projectTools} à Administrateur.`,
  },
  OUT_OF_PROJECT_SCOPE: {
    short: "Hors de vos projets",
    passed: () => "Le projet est dans le périmètre de l’accès.",
    missed: (p) =>
      p.hasProject
        ? `L’accès ne couvre que ces projets : ${p.projects}.`
        : "L’accès est limité à des projets, mais ces enregistrements n’appartiennent à aucun : il n’en atteint aucun.",
    limit: (p) => `projets ${p.projects}`,
    remedy: (p) =>
      p.hasProject ? "Accorder l’accès pour ce projet." : "Donner un accès qui n’est pas limité à des projets.",
  },
  OVER_AMOUNT_CEILING: {
    short: "Au-dessus de votre plafond",
    passed: (p) => `Le montant est sous le plafond de l’accès (${p.ceiling}).`,
    missed: (p) =>
      p.hasAmount
        ? `Le montant dépasse le plafond de l’accès (${p.ceiling}).`
        : `L’accès a un plafond (${p.ceiling}), mais ces enregistrements n’ont pas de montant : il n’en atteint aucun.`,
    limit: (p) => `montants jusqu’à ${p.ceiling}`,
    remedy: (p) =>
      p.hasAmount
        ? "Le faire envoyer par un approbateur au plafond plus élevé, ou relever le plafond."
        : "Donner un accès sans plafond.",
  },
  SELF_GRANT: {
    short: "Pas pour soi-même",
    passed: () => "Le droit est pour quelqu’un d’autre.",
    missed: () => "Nul ne peut s’accorder un droit à soi-même.",
    limit: () => "pour d’autres personnes seulement",
    remedy: () => "S’adresser à une autre personne qui peut donner accès.",
  },
  OWN_RECORD: {
    short: "Vous l’avez soumis vous-même",
    passed: () => "Quelqu’un d’autre a soumis l’enregistrement.",
    missed: () => "Nul ne peut envoyer un enregistrement qu’il a soumis lui-même.",
    limit: () => "enregistrements soumis par d’autres personnes",
    remedy: () => "Le faire envoyer par un autre approbateur.",
  },
  NOT_THE_SUBMITTER: {
    short: "Quelqu’un d’autre l’a soumis",
    passed: () => "A soumis l’enregistrement.",
    missed: () => "Seule la personne qui a soumis l’enregistrement peut le reprendre.",
    limit: () => "enregistrements soumis par la personne",
    remedy: () => "S’adresser à la personne qui l’a soumis, ou le faire refuser.",
  },
  SECOND_APPROVAL_NEEDED: {
    short: "Une autre personne doit approuver",
    passed: (p) =>
      p.misfitsForTwo === ""
        ? `Le montant se passe de seconde approbation, ou une autre personne l’a déjà approuvé (seuil ${p.threshold}).`
        : `Il se passe de seconde approbation, ou une autre personne l’a déjà approuvé (pour ce qui ${forTwo(p)}).`,
    missed: (p) =>
      p.misfitsForTwo === ""
        ? `Au-delà de ${p.threshold}, deux personnes doivent approuver ; l’approbation d’une autre personne manque.`
        : `Deux personnes doivent approuver ce qui ${forTwo(p)} ; l’approbation d’une autre personne manque.`,
    limit: (p) =>
      p.misfitsForTwo === ""
        ? `au-delà de ${p.threshold}, seulement après l’approbation d’un autre approbateur`
        : `ce qui ${forTwo(p)}, seulement après l’approbation d’un autre approbateur`,
    remedy: () => "Le faire approuver d’abord par un autre approbateur, qui ne l’a pas soumis.",
  },
  RECORD_STATE: {
    short: "Pas dans cet état",
    passed: () => "L’état de l’enregistrement le permet.",
    missed: (p) => `L’enregistrement doit être dans l’un de ces états : ${p.states}.`,
    limit: (p) => `enregistrements dans l’état ${p.states}`,
    remedy: () => "Amener d’abord l’enregistrement dans cet état.",
  },
  PREREQUISITE_NOT_SYNCED: {
    short: "Un élément nécessaire manque",
    passed: () => "Rien de ce dont l’enregistrement a besoin n’est connu pour manquer au logiciel comptable.",
    missed: () => "Un élément dont l’enregistrement a besoin n’est pas encore dans le logiciel comptable.",
    limit: () => "enregistrements dont les prérequis sont dans le logiciel comptable",
    remedy: (p) => `Envoyer d’abord ce sur quoi il repose : ${p.prerequisites}.`,
  },
  CONTRACT_MISFIT: {
    short: "Il ne correspond pas à son contrat",
    passed: () => "Il correspond à son contrat pour tout ce que l’entreprise exige.",
    missed: (p) => `L’entreprise refuse ce qui ${p.misfitsRefused}.`,
    limit: (p) => `rien de ce qui ${p.misfitsRefused}`,
    remedy: () =>
      "Le corriger sur la plateforme et le faire soumettre de nouveau, ou faire changer le choix de l’entreprise (contractControl).",
  },
  WORKFLOW_NOT_COMPLETED: {
    short: "Son circuit n’est pas terminé",
    passed: () => "Le circuit de validation est terminé.",
    missed: () => "L’export direct attend la fin du circuit de validation de l’enregistrement.",
    limit: () => "enregistrements dont le circuit de validation est terminé",
    remedy: () => "Terminer le circuit de validation sur la plateforme.",
  },
} satisfies Partial<Texts["gates"]>;

/** What two people must agree to. */
function forTwo({ hasThreshold, threshold, misfitsForTwo }: TextParams): string {
  return hasThreshold ? `dépasse ${threshold} ou ${misfitsForTwo}` : misfitsForTwo;
}
