import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between a client and its server, and can swallow what the server says without closing anything. */
export class Valve {
  private readonly sockets = new Set<Socket>();
  private shut = false;

  private constructor(
    readonly port: number,
    private readonly end: () => void,
  ) {}

  static async before(host: string, port: number): Promise<Valve> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const valve = new Valve((server.address() as AddressInfo).port, () => void server.close());
    server.on("connection", (client) => valve.join(client, connect(port, host)));
    return valve;
  }

  /** From here on nothing that the server says arrives, ever. */
  swallow(): void {
    this.shut = true;
  }

  /** Old connections stay dead, as after a broken network; new ones work. */
  open(): void {
    this.shut = false;
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.open();
    this.end();
  }

  private join(client: Socket, server: Socket): void {
    client.on("data", (chunk) => void server.write(chunk));
    server.on("data", (chunk) => {
      if (!this.shut) client.write(chunk);
    });
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
  }
}
