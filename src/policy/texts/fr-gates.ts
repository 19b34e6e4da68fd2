import type { TextParams, Texts } from "./texts";

const NO_CONDITION = () => "";

/** French sentences of the gates. */
export const FR_GATES: Texts["gates"] = {
  NOT_A_MEMBER: {
    passed: () => "Appartient à l’entreprise, ou y est affecté par l’éditeur pour cela.",
    missed: () => "N’est pas membre de cette entreprise, ou pas pour cette action.",
    limit: NO_CONDITION,
    remedy: () => "Ajouter la personne à l’annuaire de l’entreprise.",
  },
  MEMBER_INACTIVE: {
    passed: () => "La fiche de l’annuaire est active.",
    missed: () => "La fiche de l’annuaire est désactivée.",
    limit: NO_CONDITION,
    remedy: () => "Réactiver la fiche de l’annuaire.",
  },
  ASSIGNMENT_ENDED: {
    passed: () => "L’affectation à l’entreprise est en cours.",
    missed: (p) => `L’affectation à l’entreprise valait jusqu’au ${p.assignedUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Affecter la personne à nouveau ; d’ici là, s’adresser au point de contact.",
  },
  API_KEY_NOT_IN_FORCE: {
    passed: () => "La clé d’API est en vigueur, et qui l’a créée administre l’entreprise.",
    missed: () =>
      "La clé d’API n’est pas en vigueur : elle a été révoquée ou a expiré, ou qui l’a créée n’administre pas l’entreprise.",
    limit: NO_CONDITION,
    remedy: () => "Créez une nouvelle clé d’API pour le service.",
  },
  API_KEY_LACKS_SCOPE: {
    passed: (p) => `La clé d’API a la portée ${p.scope}.`,
    missed: (p) =>
      p.scope === null
        ? `Aucun service ne peut ${p.act} : ce sont des personnes qui le font.`
        : `Il manque à la clé d’API la portée ${p.scope}.`,
    limit: NO_CONDITION,
    remedy: (p) =>
      p.scope === null
        ? "Aucune portée d’une clé d’API n’y change rien ; demandez à une personne de le faire."
        : `Créez une clé d’API avec la portée ${p.scope}.`,
  },
  FEATURE_NOT_SUPPORTED_BY_CONNECTOR: {
    passed: (p) => `Le connecteur transporte ${p.resource}.`,
    missed: (p) => `Le connecteur ne transporte pas ${p.resource} dans ce sens : nul ne peut ${p.act}.`,
    limit: NO_CONDITION,
    remedy: () => "Aucun droit n’y change rien ; voir la carte des fonctionnalités du connecteur.",
  },
  ACTION_NOT_APPLICABLE: {
    passed: () => "L’action existe ici.",
    missed: (p) => `Nul ne peut ${p.act} : l’action n’y existe pas.`,
    limit: NO_CONDITION,
    remedy: () => "Aucun droit n’y change rien.",
  },
  NOT_VENDOR_STAFF: {
    passed: () => "Fait partie du personnel de l’éditeur dont le rôle comprend cela.",
    missed: () => "Seul le personnel de l’éditeur affecté à l’entreprise le fait.",
    limit: NO_CONDITION,
    remedy: () => "Demandez-le au spécialiste de la mise en œuvre de l’intégration.",
  },
  NOT_A_STAKEHOLDER: {
    passed: (p) => `A dans la mise en œuvre un rôle qui comprend cela (${p.parts}).`,
    missed: (p) => `N’a dans la mise en œuvre aucun rôle qui comprend cela ; c’est l’affaire de : ${p.parts}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Adressez-vous à qui tient ce rôle, ou faites désigner la personne comme ${p.parts}.`,
  },
  TOOL_LEVEL_TOO_LOW: {
    passed: (p) => `Niveau ${p.toolHeld} sur l’outil Intégrations ERP ; ${p.toolNeeded} suffit.`,
    missed: (p) => `Niveau ${p.toolHeld} sur l’outil Intégrations ERP ; il faut au moins ${p.toolNeeded}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Relever le niveau sur l’outil Intégrations ERP à ${p.toolNeeded}.`,
  },
  DIRECTORY_LEVEL_TOO_LOW: {
    passed: (p) => `Niveau ${p.directoryHeld} sur l’annuaire de l’entreprise.`,
    missed: (p) => `Niveau ${p.directoryHeld} sur l’annuaire de l’entreprise ; il faut Administrateur.`,
    limit: NO_CONDITION,
    remedy: () => "Relever le niveau sur l’annuaire de l’entreprise à Administrateur.",
  },
  NOT_AN_APPROVER: {
    passed: () => "Peut transmettre à la comptabilité.",
    missed: () => "N’a pas le privilège de transmettre à la comptabilité, donc n’est pas approbateur comptable.",
    limit: NO_CONDITION,
    remedy: (p) =>
      p.lacksGrant
        ? `Désigner la personne comme approbateur comptable, avec l’accès pour ${p.resource}.`
        : "Désigner la personne comme approbateur comptable.",
  },
  FEATURE_NOT_GRANTED: {
    passed: (p) => `L’accès est accordé pour ${p.resource}, ou inutile à un administrateur de l’annuaire.`,
    missed: (p) => `Aucun accès accordé n’autorise cette personne à ${p.act}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Accorder l’accès pour ${p.resource}.`,
  },
  GRANT_NOT_YET_VALID: {
    passed: () => "La validité de l’accès a commencé.",
    missed: (p) => `L’accès n’est valable qu’à partir du ${p.validFrom}.`,
    limit: NO_CONDITION,
    remedy: () => "Attendre, ou accorder un accès qui commence plus tôt.",
  },
  GRANT_EXPIRED: {
    passed: () => "L’accès n’a pas expiré.",
    missed: (p) => `L’accès valait jusqu’au ${p.validUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Accorder un nouvel accès.",
  },
  EDITION_NOT_SUPPORTED: {
    passed: () => "Le connecteur prend en charge l’édition du logiciel comptable.",
    missed: (p) =>
      p.isOneOfSeveral
        ? `Le connecteur ne prend pas en charge l’édition de la comptabilité concernée ; pris en charge : ${p.ledgersServed}.`
        : `Le connecteur ne prend pas en charge l’édition du logiciel comptable (${p.edition}).`,
    limit: (p) => `ce qui relève de la comptabilité de ${p.ledgersServed}`,
    remedy: (p) =>
      p.hasConnection
        ? "Changer d’édition du logiciel comptable, puis mettre la connexion à jour."
        : "Configurer la connexion au logiciel comptable.",
  },
  CONNECTION_NOT_AUTHORISED: {
    passed: () => "La connexion au logiciel comptable est autorisée.",
    missed: (p) =>
      p.isOneOfSeveral
        ? `La connexion à la comptabilité concernée n’est pas autorisée ; autorisé : ${p.ledgersAuthorised}.`
        : "La connexion au logiciel comptable n’est pas autorisée.",
    limit: (p) => `ce qui relève de la comptabilité autorisée de ${p.ledgersAuthorised}`,
    remedy: (p) =>
      p.hasConnection
        ? "Faire autoriser la connexion par un utilisateur du logiciel comptable."
        : "Configurer la connexion au logiciel comptable ; un utilisateur de celui-ci l’autorise ensuite.",
  },
  FEATURE_DISABLED: {
    passed: (p) => `L’entreprise a activé ${p.resource}.`,
    missed: (p) => `L’entreprise a désactivé ${p.resource}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Activer ${p.resource}.`,
  },
  INTEGRATION_NOT_LIVE: {
    passed: () => "L’intégration est en service.",
    missed: (p) => `L’intégration n’est pas en service (phase : ${p.phase}).`,
    limit: NO_CONDITION,
    remedy: (p) => (p.isSuspended ? "Reprendre l’intégration." : "Terminer la mise en œuvre et passer en service."),
  },
  PROJECT_NOT_IN_USE: {
    passed: () => "Le projet est en service.",
    missed: () => "Le projet n’est plus en service : rien de nouveau n’en est envoyé.",
    limit: () => "projets en service",
    remedy: () => "Remettre le projet en service, ou corriger le projet de l’enregistrement.",
  },
  PROJECT_LEVEL_TOO_LOW: {
    passed: (p) => `Est administrateur sur ${p.projectTools} dans le projet.`,
    missed: (p) => `N’est pas administrateur sur ${p.projectTools} dans le projet.`,
    limit: (p) => `projets où la personne est administrateur sur ${p.projectTools} : ${p.projects}`,
    remedy: (p) => `Relever le niveau du projet sur ${p.projectTools} à Administrateur.`,
  },
  OUT_OF_PROJECT_SCOPE: {
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
    passed: () => "Le droit est pour quelqu’un d’autre.",
    missed: () => "Nul ne peut s’accorder un droit à soi-même.",
    limit: () => "pour d’autres personnes seulement",
    remedy: () => "S’adresser à une autre personne qui peut donner accès.",
  },
  OWN_RECORD: {
    passed: () => "Quelqu’un d’autre a soumis l’enregistrement.",
    missed: () => "Nul ne peut envoyer un enregistrement qu’il a soumis lui-même.",
    limit: () => "enregistrements soumis par d’autres personnes",
    remedy: () => "Le faire envoyer par un autre approbateur.",
  },
  NOT_THE_SUBMITTER: {
    passed: () => "A soumis l’enregistrement.",
    missed: () => "Seule la personne qui a soumis l’enregistrement peut le reprendre.",
    limit: () => "enregistrements soumis par la personne",
    remedy: () => "S’adresser à la personne qui l’a soumis, ou le faire refuser.",
  },
  SECOND_APPROVAL_NEEDED: {
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
    passed: () => "L’état de l’enregistrement le permet.",
    missed: (p) => `L’enregistrement doit être dans l’un de ces états : ${p.states}.`,
    limit: (p) => `enregistrements dans l’état ${p.states}`,
    remedy: () => "Amener d’abord l’enregistrement dans cet état.",
  },
  PREREQUISITE_NOT_SYNCED: {
    passed: () => "Rien de ce dont l’enregistrement a besoin n’est connu pour manquer au logiciel comptable.",
    missed: () => "Un élément dont l’enregistrement a besoin n’est pas encore dans le logiciel comptable.",
    limit: () => "enregistrements dont les prérequis sont dans le logiciel comptable",
    remedy: (p) => `Envoyer d’abord ce sur quoi il repose : ${p.prerequisites}.`,
  },
  CONTRACT_MISFIT: {
    passed: () => "Il correspond à son contrat pour tout ce que l’entreprise exige.",
    missed: (p) => `L’entreprise refuse ce qui ${p.misfitsRefused}.`,
    limit: (p) => `rien de ce qui ${p.misfitsRefused}`,
    remedy: () =>
      "Le corriger sur la plateforme et le faire soumettre de nouveau, ou faire changer le choix de l’entreprise (contractControl).",
  },
  WORKFLOW_NOT_COMPLETED: {
    passed: () => "Le circuit de validation est terminé.",
    missed: () => "L’export direct attend la fin du circuit de validation de l’enregistrement.",
    limit: () => "enregistrements dont le circuit de validation est terminé",
    remedy: () => "Terminer le circuit de validation sur la plateforme.",
  },
};

/** What two people must agree to. */
function forTwo({ hasThreshold, threshold, misfitsForTwo }: TextParams): string {
  return hasThreshold ? `dépasse ${threshold} ou ${misfitsForTwo}` : misfitsForTwo;
}
