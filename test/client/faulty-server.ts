import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server was asked. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, never> & { readonly evaluations?: readonly unknown[] };
}

export type Behaviour = (asked: Asked, response: ServerResponse, call: number) => void;

/** A server on loopback that misbehaves as told. */
export class FaultyServer {
  readonly asked: Asked[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(behave: Behaviour): Promise<FaultyServer> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as Asked["body"];
        faulty.asked.push({ path: request.url ?? "", headers: request.headers, body });
        behave(faulty.asked.at(-1)!, response, faulty.asked.length);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const faulty = new FaultyServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return faulty;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function say(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

/** Allows all questions, in the shape that fits what was asked. */
export function allow({ body }: Asked, response: ServerResponse): void {
  if (!body.evaluations) return say(response, 200, { decision: true });
  say(response, 200, { evaluations: body.evaluations.map(() => ({ decision: true, context: { code: "ALLOWED" } })) });
}
