import type { ClientConfig } from "../../config/config-issuers";
import { issuerMetadata, type IssuerMetadata } from "../authentication/issuer-metadata";
import { verifyBearer, type VerifiedToken } from "../authentication/bearer-token";
import type { TokenIssuer } from "../authentication/token-issuer";
import type { Clock } from "../../kernel/clock";

/** What the browser keeps while its person is at the issuer, so that only it can come back. */
export interface SignInAttempt {
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE: the issuer saw its hash. */
  readonly verifier: string;
  /** Path of this server to go on to. */
  readonly returnTo: string;
}

/** Whom the issuer says they are. */
export interface SignInResult {
  readonly verified: VerifiedToken;
  readonly idToken: string;
  readonly accessToken: string;
}

/** How the issuer is to treat a session that it has: choose an account, or sign in anew. */
export const PROMPTS = ["login", "select_account"] as const;
export type Prompt = (typeof PROMPTS)[number];

/** An issuer at which people sign in: OpenID Connect, authorization code with PKCE. */
export class SignInClient {
  private readonly metadata: () => Promise<IssuerMetadata>;

  constructor(
    private readonly issuer: TokenIssuer,
    readonly client: ClientConfig,
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {
    this.metadata = issuerMetadata(issuer.issuer, client);
  }

  get issuerName(): string {
    return this.issuer.issuer;
  }

  /** Where to send the browser, and what it must keep. Throws where the issuer does not answer. */
  async begin(returnTo: string, prompt: Prompt | null): Promise<{ url: string; attempt: SignInAttempt }> {
    const { library, configuration } = await this.metadata();
    const verifier = library.randomPKCECodeVerifier();
    const attempt = {
      ...{ issuer: this.issuer.issuer, returnTo, verifier },
      ...{ state: library.randomState(), nonce: library.randomNonce() },
    };
    const url = library.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.publicUrl}${CALLBACK_PATH}`,
      scope: this.client.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      ...(prompt ? { prompt } : {}),
    });
    return { url: url.href, attempt };
  }

  /**
   * Exchanges the code that the browser brought, and checks the ID token as any other token: its key, audience and life.
   * Throws where the issuer refuses, or does not answer.
   */
  async finish(query: string, attempt: SignInAttempt): Promise<SignInResult> {
    const { library, configuration } = await this.metadata();
    const address = new URL(`${this.publicUrl}${CALLBACK_PATH}${query}`);
    const tokens = await library.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const idToken = tokens.id_token ?? "";
    const rules = { ...this.issuer, audience: [this.client.id], idTokens: true, accessTokenClaims: [] };
    const verified = await verifyBearer(idToken, [rules], this.clock.now());
    return { verified, idToken, accessToken: tokens.access_token };
  }

  /** Where the browser ends the issuer's own session (OpenID Connect RP-Initiated Logout 1.0); null: the issuer has no such place. */
  async signOutUrl(idToken: string | null): Promise<string | null> {
    const { library, configuration } = await this.metadata();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    const asked = new URLSearchParams({ post_logout_redirect_uri: `${this.publicUrl}/` });
    if (idToken !== null) asked.set("id_token_hint", idToken);
    return library.buildEndSessionUrl(configuration, asked).href;
  }
}

export const CALLBACK_PATH = "/sign-in/callback";
