import type { FastifyInstance, FastifyRequest } from "fastify";
import { getHeapStatistics } from "node:v8";
import { onceClosed } from "../../infra/http/closed";
import { sendRefusal } from "../../infra/http/http-problem";
import { InFlight } from "../../infra/quota/in-flight";
import { noRoom } from "./no-room";
import { ownerOf } from "./request-budget";

const MEGABYTE = 1024 * 1024;
/** Smaller bodies are not counted: there is no time in which many of them would be there at once. */
const SMALL_BODY = 65_536;
const RETRY_SECONDS = 1;

/** What large bodies may take at once, in bytes: an eighth of the memory that there is, since each is there several times. */
function maxBytes(): number {
  return Math.min(256 * MEGABYTE, Math.max(16 * MEGABYTE, getHeapStatistics().heap_size_limit / 8));
}

/** Refuses large bodies, before they are read, while as many as fit into the memory are there: of one caller a quarter. */
export function boundBodiesInFlight(app: FastifyInstance, bodyLimit: number, max = maxBytes()): void {
  const bodies = new InFlight(max, max / 4);
  app.addHook("onRequest", (request, reply, done) => {
    const size = sizeOf(request, bodyLimit);
    if (size <= SMALL_BODY) return done();
    const entered = bodies.enter(ownerOf(request), size);
    if (typeof entered !== "function") return void sendRefusal(request, reply, noRoom(request, entered, RETRY_SECONDS));
    // Whatever comes first: not every end of an answer is that of its connection.
    reply.raw.once("finish", entered);
    onceClosed(reply.raw, entered);
    return done();
  });
}

/** Bytes of the body that is to come; as much as there may be where it does not say. */
function sizeOf({ headers }: FastifyRequest, bodyLimit: number): number {
  if (headers["transfer-encoding"] !== undefined) return bodyLimit;
  return Math.min(bodyLimit, Number(headers["content-length"] ?? 0));
}
