import type { CookieSerializeOptions } from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SignInAttempt } from "./sign-in-client";

/** How long somebody may take at the issuer. */
const ATTEMPT_SECONDS = 10 * 60;
const STATE_DIGITS = 8;

/**
 * The cookies of signing in: no script can read them, no other site's request carries them but for a plain link, and over
 * https no other host can set them (`__Host-`).
 */
export class SessionCookies {
  private readonly secure: boolean;
  private readonly name: string;
  private readonly options: CookieSerializeOptions;

  constructor(publicUrl: string) {
    const { protocol, port } = new URL(publicUrl);
    this.secure = protocol === "https:";
    // Cookies know no ports: two servers on one machine would sign each other's people out.
    this.name = this.secure ? "__Host-ledgergate" : `ledgergate-${port || "80"}`;
    this.options = { path: "/", httpOnly: true, sameSite: "lax", secure: this.secure };
  }

  /** The session's token; null: none. */
  tokenOf(request: FastifyRequest): string | null {
    return request.cookies[this.name] ?? null;
  }

  setToken(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.options);
  }

  clearToken(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }

  /** One for each attempt: somebody may have begun in two tabs. */
  setAttempt(reply: FastifyReply, attempt: SignInAttempt): void {
    const value = Buffer.from(JSON.stringify(attempt)).toString("base64url");
    void reply.setCookie(this.attemptName(attempt.state), value, { ...this.options, maxAge: ATTEMPT_SECONDS });
  }

  /** The attempt that belongs to the state, once; null: this browser has begun none. */
  takeAttempt(request: FastifyRequest, reply: FastifyReply, state: string): SignInAttempt | null {
    const name = this.attemptName(state);
    const value = request.cookies[name];
    if (value === undefined) return null;
    void reply.clearCookie(name, this.options);
    const attempt = readAttempt(value);
    return attempt?.state === state ? attempt : null;
  }

  private attemptName(state: string): string {
    return `${this.name}-sign-in-${state.replace(/[^\w-]/g, "").slice(0, STATE_DIGITS)}`;
  }
}

function readAttempt(value: string): SignInAttempt | null {
  try {
    const read = JSON.parse(Buffer.from(value, "base64url").toString()) as Partial<
      Record<keyof SignInAttempt, unknown>
    >;
    const { issuer, state, nonce, verifier, returnTo } = read;
    const all = [issuer, state, nonce, verifier, returnTo];
    return all.every((one) => typeof one === "string") ? (read as SignInAttempt) : null;
  } catch {
    return null;
  }
}
