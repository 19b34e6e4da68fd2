import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

/** Answers with JSON lines, as fast as the client takes them. A failure halfway cuts the answer off: it has no end then. */
export function sendLines(reply: FastifyReply, filename: string, lines: AsyncIterable<string>): FastifyReply {
  return reply
    .header("content-type", "application/jsonl; charset=utf-8")
    .header("content-disposition", `attachment; filename="${filename}"`)
    .header("cache-control", "no-store")
    .send(Readable.from(lines, { objectMode: false, highWaterMark: 65_536 }));
}
