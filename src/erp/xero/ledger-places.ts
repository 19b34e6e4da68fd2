import type { LedgerIdentity } from "../connector/ledger-identity";
import { XeroIdentity } from "./xero-identity";
import { sandboxPlaces, XERO_PLACES, type XeroPlaces } from "./xero-places";

export interface LedgerRegistration {
  /** As what this server is registered with Xero; null: it is not. */
  readonly client: { readonly clientId: string; readonly clientSecret: string | null } | null;
  /** Our callback, exactly as it is registered. */
  readonly redirectUri: string;
}

const STAND_IN = { clientId: "ledgergate-development", clientSecret: null } as const;
const TIMEOUT_MS = 20_000;

/** Where consents, tokens and books are: at Xero, or in development at a sandbox ledger that stands in for it. */
export class LedgerPlaces {
  private sandbox: string | null = null;

  constructor(private readonly registration: LedgerRegistration) {}

  /** A sandbox ledger that consents are asked of, where this server is not registered with Xero. */
  standIn(address: string): void {
    this.sandbox = address;
  }

  /** Null: there is nobody to ask. */
  identity(): LedgerIdentity | null {
    const places = this.places();
    if (!places) return null;
    const { client, redirectUri } = this.registration;
    return new XeroIdentity({
      places: () => places,
      client: { ...(client ?? STAND_IN), redirectUri },
      timeoutMs: TIMEOUT_MS,
    });
  }

  /** Root of the accounting API. */
  apiUrl(): string {
    return (this.places() ?? XERO_PLACES).apiUrl;
  }

  private places(): XeroPlaces | null {
    if (this.registration.client) return XERO_PLACES;
    return this.sandbox === null ? null : sandboxPlaces(this.sandbox);
  }
}
