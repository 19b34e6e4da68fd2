import type { FastifyRequest } from "fastify";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

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
  return typeof given === "string" && AS_SENT.test(request.url) && HEADER_VALUE.test(given) ? given : request.id;
}
