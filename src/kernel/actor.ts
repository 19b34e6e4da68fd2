import type { Locale } from "./locale";

/** Who acts. Which member or staff of a company that is, the access layer finds out. */
export type Actor =
  /** A person; `email` is verified and lower-case, or null; `subject` is the identity provider's `issuer|subject`. */
  | {
      readonly kind: "person";
      readonly email: string | null;
      readonly subject: string;
      readonly name: string | null;
      /** The address under which a directory has the person of that account; null or left out: as in `email`. */
      readonly address?: string | null;
      /** The language they read, for refusals in words. */
      readonly locale?: Locale;
    }
  /** Another service with an API key. */
  | {
      readonly kind: "service";
      readonly keyId: string;
      readonly name: string;
      readonly scopes: readonly string[];
      readonly companyIds: readonly string[];
      readonly locale?: Locale;
    }
  /** Somebody who did not sign in: the link of a letter lets them act in one company, within what the letter is about. */
  | {
      readonly kind: "letter";
      readonly companyId: string;
      /** The address that the letter went to, lower-case. */
      readonly email: string;
      readonly name: string;
      /** The actions of the policy that the letter is about; all others are refused, whatever the person may do otherwise. */
      readonly actions: readonly string[];
      readonly locale?: Locale;
    }
  /** Ledgergate itself: seeding, the command line, the scheduler. Trusted, and written into the audit trail as such. */
  | { readonly kind: "system"; readonly name: string; readonly locale?: Locale };

/** Where letters to the person go, and what is kept by address is found under; null: nowhere. */
export function addressOf({ address, email }: Pick<Extract<Actor, { kind: "person" }>, "address" | "email">) {
  return address ?? email;
}

/** The language that an actor reads, from whom alone refusals in mutations learn it; English where none is known. */
export function localeOf(actor: Actor): Locale {
  return actor.locale ?? "en";
}

/** The actor for work that no person asked for; with the language of who reads its refusals. */
export function systemActor(name: string, locale?: Locale): Actor {
  return { kind: "system", name, ...(locale ? { locale } : {}) };
}
