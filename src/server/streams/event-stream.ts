import type { ServerResponse } from "node:http";
import { onceClosed } from "../../infra/http/closed";

/** Comments that keep proxies from closing a connection on which nothing happens. */
export const KEEP_ALIVE_MS = 15_000;
/** Who takes nothing for so long is dropped. */
export const SLOW_READER_MS = 20_000;
/** How long a dropped reader has to take the last words. */
const LAST_WORDS_MS = 5_000;

/** The part of a response that is written to. */
export type StreamSink = Pick<
  ServerResponse,
  "write" | "end" | "destroy" | "once" | "off" | "writableNeedDrain" | "destroyed" | "writableEnded"
>;

/**
 * An answer in the form of GraphQL over SSE, distinct connections mode: `next` with a result each, `complete` at the end. It
 * holds one result that is not taken yet, and no more.
 */
export class EventStream {
  private readonly pulse: NodeJS.Timeout;

  constructor(
    private readonly sink: StreamSink,
    private readonly slowMs = SLOW_READER_MS,
  ) {
    this.write(":\n\n");
    this.pulse = setInterval(() => {
      if (!sink.writableNeedDrain) this.write(":\n\n");
    }, KEEP_ALIVE_MS);
    this.pulse.unref();
    onceClosed(sink, () => clearInterval(this.pulse));
  }

  get over(): boolean {
    return this.sink.destroyed || this.sink.writableEnded;
  }

  next(result: unknown): void {
    this.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  }

  /** Waits until the reader has taken what was written. False: they did not in time, or are gone. */
  async taken(): Promise<boolean> {
    if (this.over) return false;
    if (!this.sink.writableNeedDrain) return true;
    return new Promise((resolve) => {
      const { sink } = this;
      const done = (taken: boolean) => {
        clearTimeout(timer);
        sink.off("drain", drained).off("close", gone);
        resolve(taken);
      };
      const drained = () => done(true);
      const gone = () => done(false);
      const timer = setTimeout(gone, this.slowMs);
      sink.once("drain", drained).once("close", gone);
    });
  }

  /** There is no more to come: whoever listens does not ask again by themselves. */
  complete(): void {
    this.write("event: complete\ndata:\n\n");
    this.end();
  }

  /** Breaks off: whoever listens asks again, from where they are. */
  end(): void {
    if (this.over) return;
    clearInterval(this.pulse);
    this.sink.end();
    const late = setTimeout(() => this.sink.destroy(), LAST_WORDS_MS);
    late.unref();
    this.sink.once("close", () => clearTimeout(late));
  }

  private write(text: string): void {
    if (!this.over) this.sink.write(text);
  }
}
