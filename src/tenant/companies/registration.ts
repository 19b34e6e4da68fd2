import { noCurrency } from "../../infra/graphql/money";
import { BilingualRefusal } from "../../kernel/errors";
import { emailFrom } from "../../kernel/email";
import { readFields } from "../../kernel/refusals";
import { nameFrom } from "../../kernel/labels";
import type { Locale } from "../../kernel/locale";
import { readCurrency } from "../../kernel/money";
import type { ChangeScope } from "./company-change";
import { timezoneFrom } from "./time-zone";
import { TENANT_TEXTS } from "../texts/tenant-texts";

/** What a company is registered with. */
export interface Registration {
  /** 3 to 40 of a-z, 0-9 and hyphens. */
  readonly slug: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly locale: Locale;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name; left out: the usual one of the country. */
  readonly timezone?: string | null;
  /** Becomes the first member, with every right over people and rights. */
  readonly administrator: { readonly email: string; readonly name: string };
}

/** What a part of Ledgergate lays down for a new company, in the transaction of its registration. */
export type FoundingStep = (scope: ChangeScope, registration: Registration) => Promise<void>;

const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/;

/** The registration as it is stored. Throws Refusal BAD_INPUT at the fields at fault. */
export function checkedRegistration(asked: Registration): Registration {
  const { administrator } = asked;
  return readFields<Registration>({
    slug: () => slugFrom(asked.slug),
    name: () => nameFrom(asked.name, ["input", "name"]),
    country: () => countryFrom(asked.country),
    locale: () => asked.locale,
    currency: () => currencyFrom(asked.currency),
    timezone: () => timezoneFrom(asked.timezone),
    administrator: () =>
      readFields({
        email: () => emailFrom(administrator.email, ["input", "administrator", "email"]),
        name: () => nameFrom(administrator.name, ["input", "administrator", "name"]),
      }),
  });
}

function slugFrom(text: string): string {
  const slug = text.trim().toLowerCase();
  if (SLUG.test(slug)) return slug;
  throw new BilingualRefusal("BAD_INPUT", TENANT_TEXTS.slugForm, ["input", "slug"]);
}

function countryFrom(text: string): string {
  const country = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(country)) return country;
  throw new BilingualRefusal("BAD_INPUT", TENANT_TEXTS.country, ["input", "country"]);
}

function currencyFrom(text: string): string {
  const currency = readCurrency(text);
  if (currency !== null) return currency;
  throw noCurrency(text, ["input", "currency"]);
}
