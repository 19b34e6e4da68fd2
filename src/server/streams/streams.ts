import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServerResponse } from "node:http";
import { onceClosed } from "../../infra/http/closed";
import { sendRefusal } from "../../infra/http/http-problem";
import { InFlight } from "../../infra/quota/in-flight";
import { noRoom } from "../budget/no-room";
import { ownerOf } from "../budget/request-budget";
import { EventStream } from "./event-stream";

/** Streams that are open at once, in one process: altogether, and of one caller. */
export const MAX_STREAMS = 10_000;
export const MAX_STREAMS_OF_CALLER = 20;

/** Whether a request wants its answer as a stream. */
export function wantsStream({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean {
  return method === "POST" && (headers.accept ?? "").split(/[,;]/, 1)[0]?.trim().toLowerCase() === "text/event-stream";
}

/** The streams that are open: how many there may be, and their end when the server stops. */
export class Streams {
  private readonly running = new InFlight(MAX_STREAMS, MAX_STREAMS_OF_CALLER);
  private readonly open = new Set<EventStream>();
  private stopping = false;

  /** Opens an answer as a stream, before anybody knows what will be in it. Null: it was refused. */
  enter(request: FastifyRequest, reply: FastifyReply): (() => void) | null {
    const entered = this.running.enter(ownerOf(request), 1);
    if (typeof entered === "function") {
      onceClosed(reply.raw, entered);
      return entered;
    }
    sendRefusal(request, reply, noRoom(request, entered, RETRY_SECONDS, "TOO_MANY_STREAMS"));
    return null;
  }

  /** Begins to answer: from here on the answer is ours, and no hook of the framework sees it. */
  begin(reply: FastifyReply): EventStream {
    const headers = { ...reply.getHeaders(), ...HEADERS };
    reply.hijack();
    reply.raw.writeHead(200, headers as Parameters<ServerResponse["writeHead"]>[1]);
    return new EventStream(reply.raw);
  }

  /** Of a stream that has no end of its own; at once where the server stops already. */
  endWithServer(stream: EventStream, reply: FastifyReply): void {
    if (this.stopping) stream.end();
    if (stream.over) return;
    this.open.add(stream);
    reply.raw.once("close", () => this.open.delete(stream));
  }

  /** How many are open. */
  get size(): number {
    return this.open.size;
  }

  /** Ends all of them, without `complete`: whoever listens goes on with another instance. */
  endAll(): void {
    this.stopping = true;
    for (const stream of this.open) stream.end();
  }
}

const RETRY_SECONDS = 30;

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  // Of proxies that gather an answer before they pass it on.
  "x-accel-buffering": "no",
};
