/** Who is asking, as the request's credentials show; what he may do is the policy's business. */
export type Caller = PersonCaller | ServiceCaller | AnonymousCaller;

export interface PersonCaller {
  readonly kind: "person";
  /** Verified by the issuer, lower-case. Null where the token carries no verified address: then only the subject counts. */
  readonly email: string | null;
  /** Issuer and subject of the token, joined as "iss|sub". */
  readonly subject: string;
  readonly name: string | null;
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
