import { FR_RECORD_GATES } from "./fr-record-gates";
import type { Texts } from "./texts";

const NO_CONDITION = () => "";

/** French sentences of the gates. */
export const FR_GATES: Texts["gates"] = {
  NOT_A_MEMBER: {
    short: "Vous n’êtes pas de l’entreprise",
    passed: () => "Appartient à l’entreprise, ou y est affecté par l’éditeur pour cela.",
    missed: () => "N’est pas membre de cette entreprise, ou pas pour cette action.",
    limit: NO_CONDITION,
    remedy: () => "Ajouter la personne à l’annuaire de l’entreprise.",
  },
  MEMBER_INACTIVE: {
    short: "Votre fiche est inactive",
    passed: () => "La fiche de l’annuaire est active.",
    missed: () => "La fiche de l’annuaire est désactivée.",
    limit: NO_CONDITION,
    remedy: () => "Réactiver la fiche de l’annuaire.",
  },
  ASSIGNMENT_ENDED: {
    short: "Votre affectation a pris fin",
    passed: () => "L’affectation à l’entreprise est en cours.",
    missed: (p) => `L’affectation à l’entreprise valait jusqu’au ${p.assignedUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Affecter la personne à nouveau ; d’ici là, s’adresser au point de contact.",
  },
  API_KEY_NOT_IN_FORCE: {
    short: "La clé d’API n’est pas en vigueur",
    passed: () => "La clé d’API est en vigueur, et qui l’a créée administre l’entreprise.",
    missed: () =>
      "La clé d’API n’est pas en vigueur : elle a été révoquée ou a expiré, ou qui l’a créée n’administre pas l’entreprise.",
    limit: NO_CONDITION,
    remedy: () => "Créez une nouvelle clé d’API pour le service.",
  },
  API_KEY_LACKS_SCOPE: {
    short: "Il manque une portée à la clé d’API",
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
    short: "Le connecteur ne le transporte pas",
    passed: (p) => `Le connecteur transporte ${p.resource}.`,
    missed: (p) => `Le connecteur ne transporte pas ${p.resource} dans ce sens : nul ne peut ${p.act}.`,
    limit: NO_CONDITION,
    remedy: () => "Aucun droit n’y change rien ; voir la carte des fonctionnalités du connecteur.",
  },
  ACTION_NOT_APPLICABLE: {
    short: "Pas pour ce type",
    passed: () => "L’action existe ici.",
    missed: (p) => `Nul ne peut ${p.act} : l’action n’y existe pas.`,
    limit: NO_CONDITION,
    remedy: () => "Aucun droit n’y change rien.",
  },
  NOT_VENDOR_STAFF: {
    short: "Pour le personnel de l’éditeur",
    passed: () => "Fait partie du personnel de l’éditeur dont le rôle comprend cela.",
    missed: () => "Seul le personnel de l’éditeur affecté à l’entreprise le fait.",
    limit: NO_CONDITION,
    remedy: () => "Demandez-le au spécialiste de la mise en œuvre de l’intégration.",
  },
  NOT_A_STAKEHOLDER: {
    short: "Vous n’êtes pas partie prenante",
    passed: (p) => `A dans la mise en œuvre un rôle qui comprend cela (${p.parts}).`,
    missed: (p) => `N’a dans la mise en œuvre aucun rôle qui comprend cela ; c’est l’affaire de : ${p.parts}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Adressez-vous à qui tient ce rôle, ou faites désigner la personne comme ${p.parts}.`,
  },
  TOOL_LEVEL_TOO_LOW: {
    short: "Votre niveau sur l’outil est trop bas",
    passed: (p) => `Niveau ${p.toolHeld} sur l’outil Intégrations ERP ; ${p.toolNeeded} suffit.`,
    missed: (p) => `Niveau ${p.toolHeld} sur l’outil Intégrations ERP ; il faut au moins ${p.toolNeeded}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Relever le niveau sur l’outil Intégrations ERP à ${p.toolNeeded}.`,
  },
  DIRECTORY_LEVEL_TOO_LOW: {
    short: "Votre niveau sur l’annuaire est trop bas",
    passed: (p) => `Niveau ${p.directoryHeld} sur l’annuaire de l’entreprise.`,
    missed: (p) => `Niveau ${p.directoryHeld} sur l’annuaire de l’entreprise ; il faut Administrateur.`,
    limit: NO_CONDITION,
    remedy: () => "Relever le niveau sur l’annuaire de l’entreprise à Administrateur.",
  },
  NOT_AN_APPROVER: {
    short: "Vous n’êtes pas approbateur comptable",
    passed: () => "Peut transmettre à la comptabilité.",
    missed: () => "N’a pas le privilège de transmettre à la comptabilité, donc n’est pas approbateur comptable.",
    limit: NO_CONDITION,
    remedy: (p) =>
      p.lacksGrant
        ? `Désigner la personne comme approbateur comptable, avec l’accès pour ${p.resource}.`
        : "Désigner la personne comme approbateur comptable.",
  },
  FEATURE_NOT_GRANTED: {
    short: "Ce type ne vous est pas accordé",
    passed: (p) => `L’accès est accordé pour ${p.resource}, ou inutile à un administrateur de l’annuaire.`,
    missed: (p) => `Aucun accès accordé n’autorise cette personne à ${p.act}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Accorder l’accès pour ${p.resource}.`,
  },
  GRANT_NOT_YET_VALID: {
    short: "Votre droit n’a pas commencé",
    passed: () => "La validité de l’accès a commencé.",
    missed: (p) => `L’accès n’est valable qu’à partir du ${p.validFrom}.`,
    limit: NO_CONDITION,
    remedy: () => "Attendre, ou accorder un accès qui commence plus tôt.",
  },
  GRANT_EXPIRED: {
    short: "Votre droit a pris fin",
    passed: () => "L’accès n’a pas expiré.",
    missed: (p) => `L’accès valait jusqu’au ${p.validUntil}.`,
    limit: NO_CONDITION,
    remedy: () => "Accorder un nouvel accès.",
  },
  EDITION_NOT_SUPPORTED: {
    short: "L’édition de la comptabilité n’est pas prise en charge",
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
    short: "La comptabilité n’est pas connectée",
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
    short: "Désactivé pour l’entreprise",
    passed: (p) => `L’entreprise a activé ${p.resource}.`,
    missed: (p) => `L’entreprise a désactivé ${p.resource}.`,
    limit: NO_CONDITION,
    remedy: (p) => `Activer ${p.resource}.`,
  },
  INTEGRATION_NOT_LIVE: {
    short: "L’intégration n’est pas en service",
    passed: () => "L’intégration est en service.",
    missed: (p) => `L’intégration n’est pas en service (phase : ${p.phase}).`,
    limit: NO_CONDITION,
    remedy: (p) => (p.isSuspended ? "Reprendre l’intégration." : "Terminer la mise en œuvre et passer en service."),
  },
  PROJECT_NOT_IN_USE: {
    short: "Son projet n’est plus utilisé",
    passed: () => "Le projet est en service.",
    missed: () => "Le projet n’est plus en service : rien de nouveau n’en est envoyé.",
    limit: () => "projets en service",
    remedy: () => "Remettre le projet en service, ou corriger le projet de l’enregistrement.",
  },
  ...FR_RECORD_GATES,
};
