import type { FastifyRequest } from "fastify";

const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request changes nothing by its method. */
export function isReading({ method }: FastifyRequest): boolean {
  return READING.has(method);
}

/**
 * Whether a page of this server sent the request: what a cookie vouches for must not be another site's idea. Browsers say so
 * themselves (Fetch Metadata); one that does not names at least the page's origin on whatever it sends.
 */
export function isFromOwnPage({ headers }: FastifyRequest, publicUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.origin !== undefined && headers.origin === new URL(publicUrl).origin;
}

/** A path of this server to go on to; anything else leads to its root. */
export function ownPath(wanted: unknown, publicUrl: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > MAX_PATH) return "/";
  const base = new URL(publicUrl);
  if (!URL.canParse(wanted, publicUrl)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, base);
  // A path with two bars at its start would be another host.
  return origin === base.origin && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
}

const MAX_PATH = 2000;
