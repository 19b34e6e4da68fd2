/** An organisation that a consent gives access to. */
export interface Tenant {
  /** The ledger's id of our connection to it. */
  readonly connectionId: string;
  readonly tenantId: string;
  readonly name: string;
}

export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds from the answer on. */
  readonly expiresIn: number;
  readonly scope: string;
}

/** The identity service answered, and it was no. `invalid_grant`: a person must consent anew. */
export class GrantRefused extends Error {
  constructor(
    /** OAuth's code (RFC 6749, 5.2). */
    readonly code: string,
  ) {
    super(`The ledger's identity service refused: ${code}`);
    this.name = "GrantRefused";
  }
}

/** The port to where the ledger's consents and tokens come from. Throws GrantRefused, or LedgerTrouble without an answer. */
export interface LedgerIdentity {
  /** Where a person consents. */
  consentAddress(asked: { readonly state: string; readonly challenge: string }): string;
  exchange(code: string, verifier: string): Promise<TokenSet>;
  refresh(refreshToken: string): Promise<TokenSet>;
  /** The organisations that the token reaches. */
  tenants(accessToken: string): Promise<readonly Tenant[]>;
  /** Ends our connection to one organisation; one that is ended already is fine. */
  disconnect(accessToken: string, connectionId: string): Promise<void>;
  /** Ends the consent with all that it reaches. */
  revoke(refreshToken: string): Promise<void>;
}
