import type { FastifyInstance } from "fastify";
import type { Socket } from "node:net";

/**
 * Lets `app.close()` end as soon as the running requests are answered. Node itself keeps waiting for connections that
 * were opened and never used (browsers and pools do that), and for kept-alive ones whose request ended after the call.
 */
export function drainConnections(app: FastifyInstance): void {
  const running = new Map<Socket, number>();
  let closing = false;
  const endIfIdle = (socket: Socket) => {
    if (closing && running.get(socket) === 0) socket.destroySoon();
  };
  app.server.on("connection", (socket: Socket) => {
    running.set(socket, 0);
    socket.once("close", () => running.delete(socket));
    endIfIdle(socket);
  });
  app.server.on("request", ({ socket }, response) => {
    running.set(socket, (running.get(socket) ?? 0) + 1);
    response.once("close", () => {
      if (!running.has(socket)) return;
      running.set(socket, (running.get(socket) ?? 1) - 1);
      endIfIdle(socket);
    });
  });
  app.addHook("preClose", async () => {
    closing = true;
    for (const socket of running.keys()) endIfIdle(socket);
  });
}
