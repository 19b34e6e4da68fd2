/** Who is asking, as the request's credentials show; what they may do is the policy's business. */
export type Caller = PersonCaller | ServiceCaller | AnonymousCaller;

export interface PersonCaller {
  readonly kind: "person";
  /** Verified by the issuer, lower-case. Null where the token carries no verified address: then only the subject counts. */
  readonly email: string | null;
  /** Issuer and subject of the token, joined as "iss|sub". */
  readonly subject: string;
  readonly name: string | null;
  /** The address under which a directory has the person of that account; null or left out: as in `email`. */
  readonly address?: string | null;
  /** Why no directory knows them; null or left out: one does, or nobody has looked. */
  readonly unrecognised?: Unrecognised | null;
}

/** Why a person with a good token is nobody here. Codes are API. */
export const UNRECOGNISED_REASONS = [
  "EMAIL_CLAIM_MISSING",
  "EMAIL_MALFORMED",
  "EMAIL_NOT_VERIFIED",
  "EMAIL_NOT_TRUSTED",
  "EMAIL_DOMAIN",
  "EMAIL_OF_ANOTHER_ACCOUNT",
  "NOT_IN_A_DIRECTORY",
] as const;
export type UnrecognisedReason = (typeof UNRECOGNISED_REASONS)[number];

export interface Unrecognised {
  readonly reason: UnrecognisedReason;
  /** Names of the claims that were looked at; never what is in them. */
  readonly claims: readonly string[];
  /** Names of the claims that the token has, for who sets the sign-in up. */
  readonly present: readonly string[];
}

export interface ServiceCaller {
  readonly kind: "service";
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Companies the key may ask about; empty is none. */
  readonly companyIds: readonly string[];
}

export interface AnonymousCaller {
  readonly kind: "anonymous";
}

export const ANONYMOUS: AnonymousCaller = { kind: "anonymous" };
