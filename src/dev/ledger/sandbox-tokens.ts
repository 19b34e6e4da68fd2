import { createHash, randomBytes } from "node:crypto";
import type { Tenancy } from "../../erp/connector/connector";
import { LedgerTrouble, type TokenSource } from "../../erp/connector/ledger-api";
import { networkTrouble } from "../../erp/connector/trouble";

const REDIRECT = "http://127.0.0.1/sandbox-consent";

/** Consents to the sandbox by itself, with the same steps as at Xero (authorisation code with PKCE). */
export class SandboxTokens implements TokenSource {
  private token: Promise<string> | null = null;

  constructor(private readonly address: () => string) {}

  accessToken(): Promise<string> {
    this.token ??= this.consent().catch((error: unknown) => {
      this.token = null;
      throw error instanceof LedgerTrouble ? error : networkTrouble(error);
    });
    return this.token;
  }

  reject(_tenancy: Tenancy): void {
    this.token = null;
  }

  private async consent(): Promise<string> {
    const verifier = randomBytes(32).toString("base64url");
    const query = new URLSearchParams({
      client_id: "ledgergate",
      redirect_uri: REDIRECT,
      scope: "accounting.invoices accounting.contacts offline_access",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    const asked = await fetch(`${this.address()}/identity/connect/authorize?${query.toString()}`, {
      redirect: "manual",
    });
    const code = new URL(asked.headers.get("location") ?? REDIRECT).searchParams.get("code") ?? "";
    const form = { grant_type: "authorization_code", code, redirect_uri: REDIRECT, code_verifier: verifier };
    const answer = await fetch(`${this.address()}/identity/connect/token`, {
      method: "POST",
      body: new URLSearchParams(form),
    });
    // A bad day of the identity service says nothing of the consent.
    if (answer.status >= 500 || answer.status === 429)
      throw new LedgerTrouble("not_reached", "The sandbox ledger hands out no tokens now");
    if (!answer.ok) throw new LedgerTrouble("unauthorised", "The sandbox ledger did not consent");
    return ((await answer.json()) as { access_token: string }).access_token;
  }
}
