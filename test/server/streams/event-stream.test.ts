import { EventEmitter } from "node:events";
import { EventStream, type StreamSink } from "../../../src/server/streams/event-stream";

/** A reader who takes what is written when they say so. */
class Reader extends EventEmitter {
  readonly written: string[] = [];
  writableNeedDrain = false;
  writableEnded = false;
  destroyed = false;

  write(text: string): boolean {
    this.written.push(text);
    return !this.writableNeedDrain;
  }

  end(): this {
    this.writableEnded = true;
    this.emit("close");
    return this;
  }

  destroy(): this {
    this.destroyed = true;
    return this;
  }

  take(): void {
    this.writableNeedDrain = false;
    this.emit("drain");
  }
}

const streamTo = (reader: Reader, slowMs?: number) => new EventStream(reader as unknown as StreamSink, slowMs);

describe("a stream of events", () => {
  it("is a comment at once, then events, then the end", () => {
    const reader = new Reader();
    const stream = streamTo(reader);
    stream.next({ data: { a: 1 } });
    stream.complete();
    stream.next({ data: { a: 2 } });
    expect(reader.written).toEqual([":\n\n", 'event: next\ndata: {"data":{"a":1}}\n\n', "event: complete\ndata:\n\n"]);
    expect(stream.over).toBe(true);
  });

  it("waits for a reader who is behind", async () => {
    const reader = new Reader();
    const stream = streamTo(reader);
    reader.writableNeedDrain = true;
    const taken = stream.taken();
    reader.take();
    expect(await taken).toBe(true);
    stream.end();
  });

  it("does not wait for ever, nor for who is gone", async () => {
    const slow = new Reader();
    slow.writableNeedDrain = true;
    const stream = streamTo(slow, 1);
    expect(await stream.taken()).toBe(false);
    stream.end();
    const gone = new Reader();
    gone.writableNeedDrain = true;
    const left = streamTo(gone);
    const taken = left.taken();
    gone.emit("close");
    expect(await taken).toBe(false);
  });
});
