import type { FastifyInstance } from "fastify";
import { addressOf } from "../infra/http/address-of";
import { sendProblem } from "../infra/http/http-problem";

/** 405 where the address exists for other methods, else 404. Before any route is added. */
export function answerUnknown(app: FastifyInstance): void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    if (url === "*") return;
    const methods = methodsOf.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    methodsOf.set(url, methods);
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf.get(addressOf(request.url));
    if (!methods) return sendProblem(request, reply, { status: 404, code: "NOT_FOUND" });
    void reply.header("allow", [...methods].sort().join(", "));
    return sendProblem(request, reply, { status: 405, code: "METHOD_NOT_ALLOWED" });
  });
}
