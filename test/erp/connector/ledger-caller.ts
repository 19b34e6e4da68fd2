import { createHash } from "node:crypto";
import type { Json } from "../../../src/dev/ledger/ledger-object";
import type { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";

export interface LedgerReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** Talks to the sandbox ledger as an application that has been consented to. */
export class LedgerCaller {
  access = "";
  refreshToken = "";

  constructor(private readonly ledger: SandboxLedger) {}

  async consent(): Promise<void> {
    const verifier = "a-verifier-of-forty-three-characters-or-more-0123";
    const redirect = "http://127.0.0.1/callback";
    const query = new URLSearchParams({
      client_id: "test",
      redirect_uri: redirect,
      scope: "accounting.invoices offline_access",
      state: "s",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    const asked = await fetch(`${this.ledger.address}/identity/connect/authorize?${query.toString()}`, {
      redirect: "manual",
    });
    const code = new URL(asked.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const form = { grant_type: "authorization_code", code, redirect_uri: redirect, code_verifier: verifier };
    await this.take(await this.token(form));
  }

  async refresh(): Promise<Response> {
    return this.token({ grant_type: "refresh_token", refresh_token: this.refreshToken });
  }

  async take(answer: Response): Promise<void> {
    const body = (await answer.json()) as { access_token: string; refresh_token: string };
    this.access = body.access_token;
    this.refreshToken = body.refresh_token;
  }

  async call(method: string, path: string, body?: Json, headers: Record<string, string> = {}): Promise<LedgerReply> {
    const answer = await fetch(`${this.ledger.address}/api.xro/2.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.access}`,
        "xero-tenant-id": SANDBOX_TENANT.id,
        ...(body ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Json };
  }

  private token(form: Record<string, string>): Promise<Response> {
    return fetch(`${this.ledger.address}/identity/connect/token`, { method: "POST", body: new URLSearchParams(form) });
  }
}
