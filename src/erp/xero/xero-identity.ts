import { LedgerTrouble } from "../connector/ledger-api";
import { GrantRefused, type LedgerIdentity, type Tenant, type TokenSet } from "../connector/ledger-identity";
import { networkTrouble } from "../connector/trouble";
import { MAX_TOKEN_SECONDS } from "../../kernel/clock";
import { XERO_SCOPES, type XeroClient, type XeroPlaces } from "./xero-places";

export interface XeroIdentityOptions {
  /** Asked anew for each call: a stand-in may restart elsewhere. */
  readonly places: () => XeroPlaces;
  readonly client: XeroClient;
  readonly timeoutMs: number;
}

const CODES_OF_A_REFUSAL = new Set([400, 401, 403]);

/** Xero's identity service: consents, tokens, organisations. Speaks OAuth 2.0 with PKCE (RFC 6749, 7636, 7009). */
export class XeroIdentity implements LedgerIdentity {
  constructor(private readonly options: XeroIdentityOptions) {}

  consentAddress({ state, challenge }: { readonly state: string; readonly challenge: string }): string {
    const { clientId, redirectUri } = this.options.client;
    const address = new URL(this.options.places().authorizeUrl);
    address.search = new URLSearchParams({
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: XERO_SCOPES.join(" "),
      state,
      code_challenge: challenge,
      code_challenge_method: "S256",
    }).toString();
    return address.href;
  }

  exchange(code: string, verifier: string): Promise<TokenSet> {
    const { redirectUri } = this.options.client;
    return this.tokens({ grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier });
  }

  refresh(refreshToken: string): Promise<TokenSet> {
    return this.tokens({ grant_type: "refresh_token", refresh_token: refreshToken });
  }

  async tenants(accessToken: string): Promise<readonly Tenant[]> {
    const url = this.options.places().connectionsUrl;
    const answer = await this.ask(url, { headers: { authorization: `Bearer ${accessToken}` } });
    if (answer.status === 401 || answer.status === 403)
      throw new LedgerTrouble("unauthorised", `The ledger answered ${answer.status}`);
    const list = answer.ok ? await bodyOf(answer) : null;
    if (!Array.isArray(list)) throw notNow(answer.status);
    return list.flatMap((one: unknown) => {
      const { id, tenantId, tenantName, tenantType } = one as Record<string, unknown>;
      if (tenantType !== "ORGANISATION" || typeof id !== "string" || typeof tenantId !== "string") return [];
      return [{ connectionId: id, tenantId, name: typeof tenantName === "string" ? tenantName : "" }];
    });
  }

  async disconnect(accessToken: string, connectionId: string): Promise<void> {
    const url = `${this.options.places().connectionsUrl}/${encodeURIComponent(connectionId)}`;
    const answer = await this.ask(url, { method: "DELETE", headers: { authorization: `Bearer ${accessToken}` } });
    if (answer.ok || answer.status === 404) return;
    if (answer.status === 401 || answer.status === 403)
      throw new LedgerTrouble("unauthorised", `The ledger answered ${answer.status}`);
    throw notNow(answer.status);
  }

  async revoke(refreshToken: string): Promise<void> {
    const answer = await this.post(this.options.places().revocationUrl, { token: refreshToken });
    // A token that is not known any more needs no revocation.
    if (!answer.ok && !CODES_OF_A_REFUSAL.has(answer.status)) throw notNow(answer.status);
  }

  private async tokens(form: Readonly<Record<string, string>>): Promise<TokenSet> {
    const answer = await this.post(this.options.places().tokenUrl, form);
    const body = await bodyOf(answer);
    if (answer.ok) return tokensIn(body);
    if (!CODES_OF_A_REFUSAL.has(answer.status)) throw notNow(answer.status);
    const code = (body as { error?: unknown } | null)?.error;
    throw new GrantRefused(typeof code === "string" && /^[\w-]{1,60}$/.test(code) ? code : "not_said");
  }

  private post(url: string, form: Readonly<Record<string, string>>): Promise<Response> {
    const { clientId, clientSecret } = this.options.client;
    if (clientSecret === null) return this.ask(url, formOf({ ...form, client_id: clientId }));
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString("base64");
    return this.ask(url, { ...formOf(form), headers: { authorization: `Basic ${basic}` } });
  }

  private async ask(url: string, request: RequestInit): Promise<Response> {
    // Tokens go to the address that is configured, and nowhere that it points to.
    const safely = { ...request, redirect: "error", signal: AbortSignal.timeout(this.options.timeoutMs) } as const;
    return fetch(url, safely).catch((error: unknown) => {
      throw notNow(0, networkTrouble(error).message);
    });
  }
}

function formOf(form: Readonly<Record<string, string>>): RequestInit {
  return { method: "POST", body: new URLSearchParams(form) };
}

function tokensIn(body: unknown): TokenSet {
  const { access_token, refresh_token, expires_in, scope } = (body ?? {}) as Record<string, unknown>;
  if (typeof access_token !== "string" || typeof refresh_token !== "string" || typeof expires_in !== "number")
    throw new LedgerTrouble("not_reached", "The ledger's identity service answered without tokens");
  const said = typeof scope === "string" ? scope : XERO_SCOPES.join(" ");
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresIn: Math.min(Math.max(expires_in, 0), MAX_TOKEN_SECONDS),
    scope: said,
  };
}

/** Nothing of the books was touched: to those who wanted to write, the ledger was not reached. */
function notNow(status: number, why = `it answered ${status}`): LedgerTrouble {
  return new LedgerTrouble("not_reached", `The ledger's identity service gave nothing: ${why}`);
}

async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch((error: unknown) => {
    if (answer.ok) throw notNow(answer.status, networkTrouble(error).message);
    return null;
  });
}
