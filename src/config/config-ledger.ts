import { randomBytes } from "node:crypto";
import { isLoopback, type Variables } from "./config-variables";

/** Good for this process, and for the sandbox ledger beside it. */
const OWN_KEY = randomBytes(32).toString("base64");

/** A key that secrets are sealed with. */
export interface TokenKey {
  readonly id: string;
  /** 32 bytes in base64. */
  readonly secret: string;
}

export interface LedgerConfig {
  /** Null: this server is not registered with Xero. */
  readonly xero: { readonly clientId: string; readonly clientSecret: string | null } | null;
  /** Null: nobody sends webhooks here. Outside production and without Xero the sandbox ledger does. */
  readonly webhookKey: string | null;
  /** The first seals, all open. None: a key of the data directory, outside production only. */
  readonly tokenKeys: readonly TokenKey[];
}

/** What cannot be, of the variables about Xero. */
export function ledgerProblems(values: Variables): string[] {
  const { XERO_CLIENT_ID, XERO_CLIENT_SECRET, XERO_WEBHOOK_KEY, TOKEN_KEYS } = values;
  const problems: string[] = [];
  const names = TOKEN_KEYS.map(({ id }) => id);
  if (new Set(names).size !== names.length) problems.push("TOKEN_KEYS: expects another name for each key");
  if (XERO_CLIENT_ID === undefined) {
    // Outside production the key may be that of a sandbox ledger which runs by itself.
    if (XERO_CLIENT_SECRET ?? (values.NODE_ENV === "production" ? XERO_WEBHOOK_KEY : undefined))
      problems.push("XERO_CLIENT_ID: expects the application's client id, since its secret or webhook key is set");
    return problems;
  }
  if (values.NODE_ENV !== "production") return problems;
  if (TOKEN_KEYS.length === 0)
    problems.push("TOKEN_KEYS: expects the keys that Xero's tokens are sealed with; make one: openssl rand -base64 32");
  const address = values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL);
  if (!address || (address.protocol !== "https:" && !isLoopback(address.hostname)))
    problems.push("PUBLIC_URL: expects the https address that Xero sends people back to");
  return problems;
}

export function ledgerConfig(values: Variables): LedgerConfig {
  const { XERO_CLIENT_ID: clientId, XERO_CLIENT_SECRET, XERO_WEBHOOK_KEY, TOKEN_KEYS } = values;
  return {
    xero: clientId === undefined ? null : { clientId, clientSecret: XERO_CLIENT_SECRET ?? null },
    webhookKey: XERO_WEBHOOK_KEY ?? (clientId === undefined && values.NODE_ENV !== "production" ? OWN_KEY : null),
    tokenKeys: TOKEN_KEYS,
  };
}
