/** Where Xero is, and as whom we come (developer.xero.com, "OAuth 2.0"; ../shared/xero/xero-identity.yaml). */
export interface XeroPlaces {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revocationUrl: string;
  readonly connectionsUrl: string;
  /** Root of the accounting API. */
  readonly apiUrl: string;
}

export interface XeroClient {
  readonly clientId: string;
  /** Null: an application without a secret, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** Our callback, exactly as it is registered with Xero. */
  readonly redirectUri: string;
}

export const XERO_PLACES: XeroPlaces = {
  authorizeUrl: "https://login.xero.com/identity/connect/authorize",
  tokenUrl: "https://identity.xero.com/connect/token",
  revocationUrl: "https://identity.xero.com/connect/revocation",
  connectionsUrl: "https://api.xero.com/connections",
  apiUrl: "https://api.xero.com/api.xro/2.0",
};

/** The same at a sandbox ledger. */
export function sandboxPlaces(address: string): XeroPlaces {
  return {
    authorizeUrl: `${address}/identity/connect/authorize`,
    tokenUrl: `${address}/identity/connect/token`,
    revocationUrl: `${address}/identity/connect/revocation`,
    connectionsUrl: `${address}/connections`,
    apiUrl: `${address}/api.xro/2.0`,
  };
}

/**
 * What we ask for, and no more: the narrow scopes that applications made since 2 March 2026 must use instead of
 * accounting.transactions. Orders belong to accounting.invoices, tracking and items to accounting.settings; payments and
 * bank transactions are only read.
 */
export const XERO_SCOPES = [
  "offline_access",
  "accounting.contacts",
  "accounting.settings",
  "accounting.invoices",
  "accounting.payments.read",
  "accounting.banktransactions.read",
] as const;
