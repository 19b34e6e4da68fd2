import { BilingualRefusal } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";
import { sameName } from "../../kernel/text";
import type { ConnectionEntity } from "../connections/connection.entity";
import { allows } from "./booking-faults";
import type { KnownLists } from "./known-lists";
import type { MappingRule } from "./mapping";

/** Throws Refusal BAD_INPUT for what the ledger's lists do not have, as far as they were read. */
export function requireInLists(
  lists: KnownLists,
  { trackingCategory }: Pick<ConnectionEntity, "trackingCategory">,
  rule: MappingRule,
  field: readonly string[],
): void {
  const { accountCode, taxType, trackingCategoryId, trackingOptionId } = rule;
  const account = lists.account?.find(({ code }) => code === accountCode);
  const rate = lists.tax_rate?.find(({ code }) => code === taxType);
  if (accountCode !== null && lists.account && account?.active !== true)
    refuse([...field, "account"], {
      en: `Xero has no active account ${accountCode}. Choose one of its chart of accounts, or have it restored there.`,
      fr: `Xero n’a pas de compte actif ${accountCode}. Choisissez un compte de son plan comptable, ou faites-le restaurer.`,
    });
  if (taxType !== null && lists.tax_rate && rate?.active !== true)
    refuse([...field, "taxType"], {
      en: `Xero has no active tax rate ${taxType}: its code is wanted, not its name.`,
      fr: `Xero n’a pas de taux de taxe actif ${taxType} : donnez son code, pas son nom.`,
    });
  if (account && rate && !allows(rate.classes, account.accountClass))
    refuse([...field, "taxType"], {
      en: `Xero does not allow the tax rate ${rate.code} on the account ${account.code}.`,
      fr: `Xero n’autorise pas le taux de taxe ${rate.code} sur le compte ${account.code}.`,
    });
  if ((trackingCategoryId === null) !== (trackingOptionId === null)) refuse([...field, "trackingOptionId"], BOTH);
  if (trackingCategoryId === null || lists.tracking_category === null) return;
  const category = lists.tracking_category.find(({ id }) => id === trackingCategoryId);
  if (!category?.options.some(({ id, active }) => id === trackingOptionId && active))
    refuse([...field, "trackingOptionId"], UNKNOWN);
  if (trackingCategory !== null && sameName(category?.name, trackingCategory))
    refuse([...field, "trackingCategoryId"], PROJECTS);
}

const BOTH: Bilingual = {
  en: "Name the tracking category and its option, both by their ids.",
  fr: "Nommez la catégorie de suivi et son option, toutes deux par leur identifiant.",
};
const UNKNOWN: Bilingual = {
  en: "Xero has no active tracking option of that id in that category.",
  fr: "Xero n’a pas d’option de suivi active de cet identifiant dans cette catégorie.",
};
const PROJECTS: Bilingual = {
  en: "That category stands for projects, which every line names itself; map the other one.",
  fr: "Cette catégorie représente les projets, que chaque ligne nomme déjà ; utilisez l’autre.",
};

function refuse(field: readonly string[], texts: Bilingual): never {
  throw new BilingualRefusal("BAD_INPUT", texts, field);
}
