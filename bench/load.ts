import { connect, type Socket } from "node:net";

/** One request, ready to be sent. */
export interface Shot {
  readonly bytes: Buffer;
}

export interface Volley {
  readonly perSecond: number;
  /** Microseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly requests: number;
}

export function shot(url: string, path: string, key: string, body: unknown, method = "POST"): Shot {
  const text = JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    ...(key === "" ? [] : [`authorization: Bearer ${key}`]),
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  return { bytes: Buffer.from(`${head.join("\r\n")}\r\n\r\n${text}`) };
}

/** More than any answer here; a longer one is put together. */
const ROOM = 256 * 1_024;

/**
 * One connection that sends a request when the answer to the one before is there; cheaper than any client library. An answer's
 * body is good until the next request: all are received in the same room.
 */
export class Gun {
  private received: Buffer = Buffer.alloc(0);
  private settle: ((answer: { status: number; body: Buffer }) => void) | null = null;
  private fail: ((error: Error) => void) | null = null;

  private readonly socket: Socket;

  private constructor(port: number, host: string) {
    const callback = (bytes: number, room: Uint8Array): boolean => {
      this.receive(Buffer.from(room.buffer, room.byteOffset, bytes));
      return true;
    };
    const socket = connect({ port, host, noDelay: true, onread: { buffer: Buffer.alloc(ROOM), callback } });
    this.socket = socket;
    socket.on("error", (error) => this.fail?.(error));
    socket.on("close", () => this.fail?.(new Error("The server hung up.")));
  }

  static async at(url: string): Promise<Gun> {
    const { hostname, port } = new URL(url);
    const gun = new Gun(Number(port), hostname);
    await new Promise<void>((resolve, reject) => gun.socket.once("connect", resolve).once("error", reject));
    return gun;
  }

  fire({ bytes }: Shot): Promise<{ status: number; body: Buffer }> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) throw new Error("The server hung up meanwhile.");
      this.settle = resolve;
      this.fail = reject;
      this.socket.write(bytes);
    });
  }

  async json<T>(one: Shot): Promise<T> {
    const { status, body } = await this.fire(one);
    if (status !== 200) throw new Error(`Status ${status}: ${body.toString()}`);
    return JSON.parse(body.toString()) as T;
  }

  close(): void {
    this.fail = null;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf("\r\n\r\n");
    if (end < 0) return void (this.received = Buffer.from(this.received));
    const head = this.received.toString("latin1", 0, end);
    const body = /transfer-encoding: chunked/i.test(head) ? this.chunked(end + 4) : this.whole(head, end + 4);
    // The rest comes into the same room.
    if (body === null) return void (this.received = Buffer.from(this.received));
    this.received = Buffer.alloc(0);
    this.settle?.({ status: Number(head.slice(9, 12)), body });
  }

  /** The body of a stated length; null: not all of it is there. */
  private whole(head: string, from: number): Buffer | null {
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) this.fail?.(new Error(`An answer without a length: ${head}`));
    return this.received.length < from + length ? null : this.received.subarray(from, from + length);
  }

  private chunked(from: number): Buffer | null {
    if (this.received.indexOf("\r\n0\r\n\r\n", from) < 0) return null;
    const parts: Buffer[] = [];
    for (let at = from; ;) {
      const line = this.received.indexOf("\r\n", at);
      const size = Number.parseInt(this.received.toString("latin1", at, line), 16);
      if (size === 0) return Buffer.concat(parts);
      parts.push(this.received.subarray(line + 2, line + 2 + size));
      at = line + 2 + size + 2;
    }
  }
}

/** Fires the shots in turn for the time, one after the other. */
export async function fireFor(gun: Gun, shots: readonly Shot[], milliseconds: number): Promise<Volley> {
  const taken: number[] = [];
  const started = performance.now();
  let now = started;
  for (let index = 0; now - started < milliseconds; index++) {
    const { status } = await gun.fire(shots[index % shots.length] as Shot);
    if (status !== 200) throw new Error(`Status ${status}`);
    const done = performance.now();
    taken.push((done - now) * 1_000);
    now = done;
  }
  return volley(taken, now - started);
}

function volley(taken: number[], milliseconds: number): Volley {
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN;
  const perSecond = (taken.length * 1_000) / milliseconds;
  return { perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), requests: taken.length };
}
