import type { FastifyReply, FastifyRequest } from "fastify";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { addressOf } from "./address-of";

/** A well-formed X-Request-ID is taken over, so that a trace can cross services. */
export function genReqId(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{8,128}$/.test(given) ? given : randomUUID();
}

/** Addresses of AuthZEN, where the sender's X-Request-ID comes back as it was sent, whatever it looks like. */
const AS_SENT = /^\/(?:access\/|\.well-known\/authzen-configuration)/;
/** What HTTP allows in a header's value, and no end of a line. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/;

/** The X-Request-ID of the answer. Logs and `traceId` always carry `request.id`. */
export function answeredRequestId(request: FastifyRequest): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && AS_SENT.test(addressOf(request.url)) && HEADER_VALUE.test(given)
    ? given
    : request.id;
}

/**
 * Beside a body of text Node writes the headers in the body's encoding, UTF-8: an X-Request-ID beyond ASCII would go out as
 * other bytes than it came in. Beside bytes they stay as they are.
 */
export function besideRequestId(reply: FastifyReply, payload: unknown): unknown {
  const answered = reply.getHeader("x-request-id");
  if (typeof payload !== "string" || typeof answered !== "string" || !/[\x80-\xff]/.test(answered)) return payload;
  return Buffer.from(payload, "utf8");
}
