import type { FastifyReply } from "fastify";
import { OperationTimedOut, wantedUntil } from "../../kernel/deadline";
import { onceClosed } from "./closed";

/**
 * The answer of the work, or `OperationTimedOut` once the time is over. Its signal is aborted then, and where whoever asked
 * closes the connection; statements and loops look at it, so that work without a reader ends.
 */
export async function inTime<T>(
  reply: FastifyReply,
  seconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  // Fastify's own handlerTimeout ends with the request's body, before a POST is answered: it never fires.
  const abort = new AbortController();
  const gone = () => abort.abort();
  onceClosed(reply.raw, gone);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new OperationTimedOut());
      abort.abort();
    }, seconds * 1000);
  });
  try {
    return await Promise.race([wantedUntil(abort.signal, () => work(abort.signal)), late]);
  } finally {
    clearTimeout(timer);
    // Every answered request closes too, and an abort that nobody waits for still makes an error with its stack.
    reply.raw.off("close", gone);
  }
}
