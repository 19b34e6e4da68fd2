import { createHash } from "node:crypto";
import type { CookieSerializeOptions } from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ACTING_PATH } from "../../infra/mail/links/acting-links";
import { SESSION_MINUTES } from "../../infra/mail/links/letter-sessions";

/** What a browser keeps of an opened link: for this page alone, out of reach of scripts, and soon over. */
export class LetterCookie {
  private readonly name: string;
  private readonly options: CookieSerializeOptions;

  constructor(publicUrl: string) {
    const { protocol, port } = new URL(publicUrl);
    const secure = protocol === "https:";
    this.name = secure ? "__Secure-ledgergate-letter" : `ledgergate-letter-${port || "80"}`;
    // Lax: a mailbox in the browser is another site, and its links are followed.
    this.options = { path: ACTING_PATH, httpOnly: true, sameSite: "lax", secure };
  }

  /** The session's token; null: none. */
  tokenOf(request: FastifyRequest): string | null {
    return request.cookies[this.name] ?? null;
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.options, maxAge: SESSION_MINUTES * 60 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}

/** Stands in each form of a session's pages: another site cannot know it, and the cookie does not follow from it. */
export function formProof(token: string): string {
  return createHash("sha256").update(`form of ${token}`).digest("base64url");
}
