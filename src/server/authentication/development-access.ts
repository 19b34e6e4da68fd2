import type { FastifyRequest } from "fastify";
import { isIP } from "node:net";
import type { Config } from "../../config/config";
import { isLoopback } from "../../config/config-variables";

type Place = Pick<Config, "host" | "publicUrl" | "developmentTokensAskedFor">;

/** What a proxy adds to what it passes on. */
const PROXY_HEADERS = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/**
 * Whether a request may be answered with somebody's identity in development: it comes from this server's own page, to an
 * address of ours, and, unless DEVELOPMENT_TOKENS says so in words, through no proxy.
 */
export function mayBecomeDemoPerson(request: FastifyRequest, place: Place): boolean {
  const site = request.headers["sec-fetch-site"] ?? "same-origin";
  const direct = PROXY_HEADERS.every((name) => request.headers[name] === undefined);
  return isOwnHost(request, place) && site === "same-origin" && (direct || place.developmentTokensAskedFor);
}

/** An address, or a name of ours: a foreign name that merely resolves to this machine (DNS rebinding) is neither. */
function isOwnHost(request: FastifyRequest, { host: listening, publicUrl }: Place): boolean {
  const host = /^\[?([^\]]+?)\]?(?::\d+)?$/.exec(request.headers.host ?? "")?.[1] ?? "";
  return isIP(host) !== 0 || isLoopback(host) || host === listening || host === new URL(publicUrl).hostname;
}
