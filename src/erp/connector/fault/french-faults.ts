import type { FaultWords } from "./english-faults";
import type { FaultCode } from "./fault-codes";

export const FRENCH_FAULTS: Readonly<Record<FaultCode, FaultWords>> = {
  CONTACT_MISSING: {
    cause: "L’ERP ne connaît pas le fournisseur comme contact.",
    fix: "Envoyez le fournisseur, ou associez-le à son contact, puis réessayez.",
  },
  CONTACT_ARCHIVED: {
    cause: "Le contact du fournisseur est archivé dans l’ERP.",
    fix: "Restaurez le contact dans l’ERP, puis réessayez.",
  },
  CONTACT_NAME_TAKEN: {
    cause: "Un autre contact de l’ERP porte le nom du fournisseur.",
    fix: "Associez le fournisseur à ce contact ; ou renommez l’un des deux, puis réessayez ou soumettez-le de nouveau.",
  },
  CONTACT_NUMBER_TAKEN: {
    cause: "Un contact archivé de l’ERP, venu de ce fournisseur auparavant, porte encore son numéro.",
    fix: "Restaurez ce contact dans l’ERP et associez-lui le fournisseur, ou effacez-y son numéro de contact, puis réessayez.",
  },
  CONTACT_NAME_INVALID: {
    cause: "L’ERP n’accepte pas le nom du fournisseur : trop long, ou avec des caractères comme < et >.",
    fix: "Rejetez le fournisseur, corrigez le nom et soumettez-le de nouveau.",
  },
  EMAIL_INVALID: {
    cause: "L’ERP n’accepte pas l’adresse courriel du fournisseur.",
    fix: "Rejetez le fournisseur, corrigez l’adresse et soumettez-le de nouveau.",
  },
  ITEM_UNKNOWN: {
    cause: "Une ligne nomme un code de coût que l’ERP n’a pas comme article.",
    fix: "Envoyez le code de coût, puis réessayez.",
  },
  ITEM_CODE_TOO_LONG: {
    cause: "Le code de coût dépasse les 30 caractères que l’ERP accepte.",
    fix: "Rejetez-le, raccourcissez le code et soumettez-le de nouveau.",
  },
  ITEM_NAME_TOO_LONG: {
    cause: "La description dépasse les 50 caractères que l’ERP accepte.",
    fix: "Rejetez-le, raccourcissez la description et soumettez-le de nouveau.",
  },
  ITEM_CODE_TAKEN: {
    cause: "L’ERP a un autre article avec ce code.",
    fix: "Associez le code de coût à cet article ; ou changez le code de l’un des deux, puis réessayez ou soumettez-le de nouveau.",
  },
  ITEM_LIMIT_REACHED: {
    cause: "L’ERP contient 4 000 articles et n’en accepte pas davantage.",
    fix: "Supprimez dans l’ERP les articles inutilisés, puis réessayez.",
  },
  TRACKING_CATEGORY_UNKNOWN: {
    cause: "L’ERP n’a pas de catégorie de suivi du nom donné dans la connexion.",
    fix: "Créez la catégorie dans l’ERP, ou corrigez son nom dans la connexion, puis réessayez.",
  },
  TRACKING_OPTION_UNKNOWN: {
    cause: "L’ERP n’a pas d’option de suivi pour le projet, ou elle est archivée.",
    fix: "Restaurez l’option dans l’ERP, puis réessayez ; si elle a disparu ou a été fusionnée, dissociez le projet, associez-le à l’option qui la remplace ou renvoyez-le, puis réessayez.",
  },
  TRACKING_OPTION_TAKEN: {
    cause: "La catégorie de suivi a déjà une option du nom du projet.",
    fix: "Associez le projet à cette option ; ou renommez l’un des deux, puis réessayez ou soumettez-le de nouveau.",
  },
  TRACKING_OPTION_TOO_LONG: {
    cause: "Le nom du projet est trop long pour une option de suivi de l’ERP.",
    fix: "Rejetez le projet, raccourcissez son nom et soumettez-le de nouveau.",
  },
  TRACKING_LIMIT_REACHED: {
    cause: "L’ERP a autant de catégories ou d’options de suivi qu’il en accepte.",
    fix: "Archivez dans l’ERP ce qui ne sert plus, puis réessayez.",
  },
  ORDER_NUMBER_TAKEN: {
    cause: "L’ERP a un autre bon de commande avec ce numéro. Vérification faite, ce n’est pas celui de cet engagement.",
    fix: "Si c’est le même achat, saisi à la main, supprimez-le dans l’ERP et réessayez ; sinon rejetez l’engagement, donnez-lui un autre numéro et soumettez-le de nouveau.",
  },
  NUMBER_TOO_LONG: {
    cause: "Le numéro dépasse les 255 caractères que l’ERP accepte.",
    fix: "Rejetez-le, raccourcissez le numéro et soumettez-le de nouveau.",
  },
  LINES_MISSING: {
    cause: "Le document n’a aucune ligne que l’ERP accepte.",
    fix: "Rejetez-le, donnez-lui une ligne codée et soumettez-le de nouveau.",
  },
  DESCRIPTION_INVALID: {
    cause: "La description d’une ligne est vide ou trop longue pour l’ERP.",
    fix: "Rejetez-le, corrigez la description et soumettez-le de nouveau.",
  },
  DATE_MISSING: {
    cause: "Une date que l’ERP demande est absente.",
    fix: "Rejetez-le, ajoutez la date et soumettez-le de nouveau.",
  },
  DATE_INVALID: {
    cause: "L’ERP n’accepte pas l’une des dates du document.",
    fix: "Rejetez-le, corrigez la date et soumettez-le de nouveau.",
  },
  PERIOD_LOCKED: {
    cause: "La date du document est dans une période verrouillée de l’ERP.",
    fix: "Déplacez la date de verrouillage dans l’ERP, puis réessayez ; ou rejetez-le et faites corriger la date.",
  },
  ACCOUNT_INVALID: {
    cause: "Le compte d’un article manque dans l’ERP, y est archivé ou ne convient pas.",
    fix: "Réglez le compte de l’article dans l’ERP, puis réessayez.",
  },
  TAX_TYPE_INVALID: {
    cause: "Un taux de taxe de l’ERP ne convient pas au document ou au compte de l’article.",
    fix: "Corrigez dans l’ERP le taux de taxe de l’article ou de son compte, puis réessayez.",
  },
  CURRENCY_NOT_SUBSCRIBED: {
    cause: "L’ERP ne tient pas la devise du document.",
    fix: "Ajoutez la devise dans l’ERP, puis réessayez.",
  },
  STATUS_FORBIDS_CHANGE: {
    cause: "Ce qui doit changer est payé, facturé, annulé ou supprimé dans l’ERP.",
    fix: "Ramenez-le dans l’ERP à un état modifiable, puis réessayez.",
  },
  APPROVAL_LIMIT_REACHED: {
    cause: "Le forfait de l’organisation n’autorise plus d’approuver de factures ce mois-ci.",
    fix: "Changez de forfait dans l’ERP ou attendez le mois suivant, puis réessayez.",
  },
  PERMISSION_MISSING: {
    cause: "La personne qui a autorisé la connexion n’a pas ce droit dans l’ERP.",
    fix: "Donnez-lui ce droit dans l’ERP, ou autorisez la connexion avec une autre personne, puis réessayez.",
  },
  ORGANISATION_INACTIVE: {
    cause: "L’organisation n’est plus active dans l’ERP : l’abonnement ou l’essai a pris fin.",
    fix: "Renouvelez l’abonnement dans l’ERP, puis réessayez.",
  },
  COUNTERPART_MISSING: {
    cause: "Ce sur quoi il repose n’est plus dans l’ERP.",
    fix: "Dissociez ce qui a disparu et envoyez-le de nouveau, puis réessayez.",
  },
  KEY_REUSED: {
    cause: "L’ERP a vu la même clé avec un autre contenu.",
    fix: "Réessayez ; si cela se reproduit, dites-le au support de l’éditeur.",
  },
  UNKNOWN_FAULT: {
    cause: "L’ERP a donné une raison inconnue ici ; ses mots sont conservés.",
    fix: "Lisez les mots de l’ERP et faites ce qu’ils disent, puis réessayez ; le support de l’éditeur voit aussi le texte.",
  },
  RATE_LIMITED: {
    cause: "La limite d’appels de l’ERP est atteinte.",
    fix: "Rien : cela continue de soi-même.",
  },
  UNAVAILABLE: {
    cause: "L’ERP dit qu’il n’est pas disponible.",
    fix: "L’envoi est retenté de soi-même pendant une demi-journée environ ; réessayez s’il a été abandonné.",
  },
  NOT_REACHED: {
    cause: "L’ERP n’a pas pu être joint par le réseau.",
    fix: "Vérifiez le réseau et l’adresse ; l’envoi est retenté de soi-même. Réessayez s’il a été abandonné.",
  },
  LATE: {
    cause: "Ce serveur a été trop lent pour commencer l’appel à temps : rien n’a été envoyé.",
    fix: "Rien : cela continue de soi-même. Si cela se répète, le serveur est surchargé.",
  },
  OUTCOME_UNKNOWN: {
    cause: "L’ERP n’a pas répondu : on ne sait pas si l’envoi est arrivé.",
    fix: "Rien : il est cherché par notre référence avant tout nouvel envoi.",
  },
  UNAUTHORISED: {
    cause: "L’ERP n’accepte plus la connexion.",
    fix: "Autorisez de nouveau la connexion ; tout ce qui attend continue alors.",
  },
  RECORD_CHANGED: {
    cause: "L’enregistrement a été soumis de nouveau depuis son envoi.",
    fix: "Envoyez l’enregistrement tel qu’il est maintenant.",
  },
  NOT_HELD_BY_LEDGER: {
    cause:
      "L’ERP ne peut pas garder ce contenu tel quel : il y serait coupé, arrondi ou nettoyé, donc rien n’est parti.",
    fix: "Rejetez-le, corrigez les champs nommés et soumettez-le de nouveau.",
  },
  WITHHELD: {
    cause: "La personne qui l’a envoyé n’en avait plus le droit au moment du départ.",
    fix: "Une personne qui peut l’envoyer réessaie ; ou le droit est rendu, puis réessayez.",
  },
};
