import Fastify from "fastify";
import { AccessFailure, type Decision } from "../../src/client/access-client";
import { expressGuard, fastifyGuard, type QuestionOf } from "../../src/client/guards";
import { question } from "./faulty-client";

/* Guards let pass what is cleanly allowed, and nothing else. */

type Answer = Decision | Error;
const asking = (answer: Answer) => ({
  evaluate: async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  },
});
const ALLOWED: Decision = { decision: true };
const DENIED: Decision = { decision: false, context: { code: "FEATURE_NOT_GRANTED", message: "Not granted." } };
const CASES: [string, Answer, ReturnType<QuestionOf<unknown>>, number, string | null][] = [
  ["allowed", ALLOWED, question("a"), 200, null],
  ["denied", DENIED, question("a"), 403, "FEATURE_NOT_GRANTED"],
  ["denied without a reason", { decision: false }, question("a"), 403, "FORBIDDEN"],
  ["about nothing", ALLOWED, null, 403, "FORBIDDEN"],
  ["without an answer", new AccessFailure("timeout", "secret"), question("a"), 503, "NO_ANSWER"],
  [
    "denied for want of an answer",
    { decision: false, context: { code: "NO_ANSWER", message: "secret" } },
    question("a"),
    503,
    "NO_ANSWER",
  ],
];

test.each(CASES)("Fastify: %s", async (_what, answer, asked, status, code) => {
  const app = Fastify();
  app.get("/x", { preHandler: fastifyGuard(asking(answer), (_request: unknown) => asked) }, async () => ({
    done: true,
  }));
  const response = await app.inject("/x");
  expect(response.statusCode).toBe(status);
  expect(response.body).not.toContain("secret");
  expect(response.json<object>()).toMatchObject(code === null ? { done: true } : { error: { code } });
  await app.close();
});

test.each(CASES)("Express: %s", async (_what, answer, asked, status, code) => {
  const outcome = await new Promise((resolve) => {
    const response = { status: (told: number) => ({ json: (body: unknown) => resolve([told, body]) }) };
    expressGuard(asking(answer), () => asked)({}, response, (error) => resolve(error ?? [200, null]));
  });
  expect(outcome).toMatchObject([status, code === null ? null : { error: { code } }]);
});

test("what goes wrong in the route's own function is the route's, and lets nobody pass", async () => {
  const wrong = new TypeError("no such record");
  const questionOf = (_request: unknown) => {
    throw wrong;
  };
  const passed = await new Promise((resolve) => {
    expressGuard(asking(ALLOWED), questionOf)({}, { status: () => ({ json: resolve }) }, resolve);
  });
  expect(passed).toBe(wrong);
  const app = Fastify();
  app.get("/x", { preHandler: fastifyGuard(asking(ALLOWED), questionOf) }, async () => ({ done: true }));
  expect((await app.inject("/x")).statusCode).toBe(500);
  await app.close();
});

test("a refusal that cannot be sent any more goes to Express's error handler", async () => {
  const sent = new Error("Cannot set headers after they are sent to the client");
  const json = () => {
    throw sent;
  };
  const handled = await new Promise((resolve) => {
    expressGuard(asking(DENIED), () => question("a"))({}, { status: () => ({ json }) }, resolve);
  });
  expect(handled).toBe(sent);
});
