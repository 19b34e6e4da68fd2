import type { Locale } from "../../kernel/locale";
import type { ContractMisfit } from "../../policy/model/contract-misfits";

interface Words {
  readonly message: (what: string, values: readonly string[]) => string;
  readonly fix: string;
}

const TEXTS: Readonly<Record<Locale, Readonly<Record<ContractMisfit, Words>>>> = {
  en: {
    OVER_ORDER: {
      message: (what, [left]) => `${what} bills more than its order has left, which is ${left}.`,
      fix: "Correct the amount and submit it again, or send first the change order that adds to the order.",
    },
    OVER_ORDER_LINE: {
      message: (what, [code, left]) => `${what} bills more of ${code} than its order has left of it, which is ${left}.`,
      fix: "Correct the lines and submit it again, or send first the change order that adds to the order.",
    },
    VENDOR_DIFFERS: {
      message: (what, [own, ordered]) => `${what} is of the vendor ${own}, and its order of ${ordered}.`,
      fix: "Correct the vendor or the commitment on the platform, and submit it again.",
    },
    ZERO_INVOICE: {
      message: (what) => `${what} bills nothing.`,
      fix: "Correct the amounts and submit it again, or leave it.",
    },
    NUMBER_USED_BEFORE: {
      message: (what, others) => `${what}: the vendor has another invoice of that number: ${others.join(", ")}.`,
      fix: "See whether it is the same bill twice; if not, correct the number and submit it again.",
    },
    ORDER_CLOSED: {
      message: (what, [order, day]) => `${what} is of ${order}, which was closed on ${day}.`,
      fix: "Have the order reopened, or leave it.",
    },
  },
  fr: {
    OVER_ORDER: {
      message: (what, [left]) => `${what} facture plus que ce qui reste de son bon de commande, soit ${left}.`,
      fix: "Corrigez le montant et soumettez de nouveau, ou envoyez d’abord l’avenant qui augmente le bon de commande.",
    },
    OVER_ORDER_LINE: {
      message: (what, [code, left]) =>
        `${what} facture plus de ${code} que ce qui en reste dans son bon de commande, soit ${left}.`,
      fix: "Corrigez les lignes et soumettez de nouveau, ou envoyez d’abord l’avenant qui augmente le bon de commande.",
    },
    VENDOR_DIFFERS: {
      message: (what, [own, ordered]) => `${what} est du fournisseur ${own}, et son bon de commande de ${ordered}.`,
      fix: "Corrigez le fournisseur ou l’engagement sur la plateforme, et soumettez de nouveau.",
    },
    ZERO_INVOICE: {
      message: (what) => `${what} ne facture rien.`,
      fix: "Corrigez les montants et soumettez de nouveau, ou laissez-la.",
    },
    NUMBER_USED_BEFORE: {
      message: (what, others) => `${what} : le fournisseur a une autre facture de ce numéro : ${others.join(", ")}.`,
      fix: "Voyez si c’est deux fois la même facture ; sinon, corrigez le numéro et soumettez de nouveau.",
    },
    ORDER_CLOSED: {
      message: (what, [order, day]) => `${what} relève de ${order}, clos le ${day}.`,
      fix: "Faites rouvrir le bon de commande, ou n’y donnez pas suite.",
    },
  },
};

/** In words, with the mutation that mends it. */
export function contractText(code: ContractMisfit, what: string, values: readonly string[], locale: Locale) {
  const { message, fix } = TEXTS[locale][code];
  return {
    message: message(what, values),
    fix,
    mutation: code === "ORDER_CLOSED" ? "reopenCommitment" : "submitRecord",
  };
}
