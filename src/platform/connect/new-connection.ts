import { BilingualRefusal } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";
import type { Deciding } from "./platform-connection.entity";

export interface NewPlatformConnection {
  readonly platformCompanyId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly deciding: Deciding;
}

export const MAX_CREDENTIAL_LENGTH = 500;
/** Where the platform's id of the company was given. */
export const COMPANY_FIELD = ["input", "platformCompanyId"];

/** In the form in which it is kept. Throws Refusal BAD_INPUT. */
export function checked({
  platformCompanyId,
  clientId,
  clientSecret,
  deciding,
}: NewPlatformConnection): NewPlatformConnection {
  const company = platformCompanyId.trim();
  if (!/^\d{1,18}$/.test(company)) throw new BilingualRefusal("BAD_INPUT", PLATFORM_ID, COMPANY_FIELD);
  return {
    platformCompanyId: company,
    clientId: credential(clientId, "clientId"),
    clientSecret: credential(clientSecret, "clientSecret"),
    deciding,
  };
}

/** Why a company cannot be connected with another company of the platform than before. */
export function otherCompany(id: string): Bilingual {
  return {
    en: `The company is connected with company ${id} of the platform, and its records are tied to that one.`,
    fr: `L’entreprise est connectée à l’entreprise ${id} de la plateforme, et ses enregistrements y sont liés.`,
  };
}

const PLATFORM_ID = {
  en: "The platform's id of the company is a whole number; it stands in the address of the company's pages.",
  fr: "L’identifiant de l’entreprise sur la plateforme est un nombre entier ; il figure dans l’adresse des pages de l’entreprise.",
};

function credential(text: string, name: string): string {
  const value = text.trim();
  if (/^[\x21-\x7e]+$/.test(value) && value.length <= MAX_CREDENTIAL_LENGTH) return value;
  throw new BilingualRefusal(
    "BAD_INPUT",
    {
      en: "It is not as the platform writes it: copy it again, without spaces.",
      fr: "Ce n’est pas tel que la plateforme l’écrit : recopiez-le, sans espaces.",
    },
    ["input", name],
  );
}
