import type { FastifyRequest } from "fastify";
import { httpText, localeOf, type HttpCode } from "../../infra/http/http-problem";
import type { Refused } from "../../infra/http/request-scope";

/** What a request is refused with that would be too much at once: of its own caller (429), or of everybody together (503). */
export function noRoom(
  request: FastifyRequest,
  whose: "owner" | "everybody",
  retryAfter: number,
  ownText: HttpCode = "RATE_LIMITED",
): Refused {
  const isOwn = whose === "owner";
  const message = httpText(isOwn ? ownText : "UNAVAILABLE", localeOf(request));
  return { status: isOwn ? 429 : 503, code: isOwn ? "RATE_LIMITED" : "UNAVAILABLE", message, retryAfter };
}
