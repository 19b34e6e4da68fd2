import fc from "fast-check";
import { AccessFailure } from "../../src/client/access-client";
import { retryAfterOf } from "../../src/client/transport";
import { runs } from "../policy/runs";
import { client, failure, question, stopServers } from "./faulty-client";
import { allow, say } from "./faulty-server";

afterEach(stopServers);

describe("failures", () => {
  test("429 and 503 are tried again after what the server asks for", async () => {
    const { access, waits, server } = await client((asked, response, call) => {
      if (call === 1) say(response, 429, "slow down", { "retry-after": "2" });
      else if (call === 2) say(response, 503, "later");
      else allow(asked, response);
    });
    expect(await access.isAllowed(question("a"))).toBe(true);
    expect(waits).toEqual([2_050, 100]);
    expect(new Set(server.asked.map(({ headers }) => headers["x-request-id"])).size).toBe(1);
  });

  test("a server that wants more patience than there is time fails at once", async () => {
    const { access, waits } = await client((_asked, response) => say(response, 429, "", { "retry-after": "3600" }));
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "busy", retryAfter: 3_600_000 });
    expect(waits).toEqual([]);
  });

  test("a broken connection is tried again, a bound number of times", async () => {
    const { access, server } = await client((_asked, response) => void response.destroy());
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "network", status: null });
    expect(server.asked).toHaveLength(3);
  });

  test("an answer that does not come in time is a failure", async () => {
    const { access, waits } = await client(() => undefined, { timeout: 500, retry: { attempts: 2 } });
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "timeout" });
    // Not what the server was asked: a busy machine may give a call up before it has left.
    expect(waits).toHaveLength(1);
  });

  test.each([
    [401, "refused"],
    [403, "refused"],
    [400, "refused"],
    [500, "server"],
    [501, "server"],
    [204, "malformed"],
  ])("%s is told at once", async (status, kind) => {
    const { access, server } = await client((_asked, response) => say(response, status, status === 204 ? "" : "no"));
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind, status });
    expect(server.asked).toHaveLength(1);
  });

  test.each([502, 504])("%s, by what is in between, is tried again", async (status) => {
    const { access, server } = await client((asked, response, call) =>
      call < 3 ? say(response, status, "no upstream") : allow(asked, response),
    );
    expect(await access.isAllowed(question("a"))).toBe(true);
    expect(server.asked).toHaveLength(3);
  });

  test("a redirect is not followed: it would carry the token elsewhere", async () => {
    const { access, server } = await client((_asked, response) => say(response, 307, "", { location: "/elsewhere" }));
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "malformed", status: 307 });
    expect(server.asked.map(({ path }) => path)).toEqual(["/access/v1/evaluation"]);
  });

  test("no token, no question", async () => {
    const { access, server } = await client(allow, { token: () => Promise.reject(new Error("vault")) });
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "refused" });
    expect(server.asked).toHaveLength(0);
  });

  test("an entry that could not be judged fails as a single question would", async () => {
    const error = { status: 400, message: "resource is missing" };
    const { access, server } = await client((_asked, response) =>
      say(response, 200, { evaluations: [{ decision: true }, { decision: false, context: { error } }] }),
    );
    const [first, second] = await Promise.allSettled([access.evaluate(question("a")), access.evaluate(question("b"))]);
    expect(first).toMatchObject({ status: "fulfilled", value: { decision: true } });
    const requestId = server.asked[0]!.headers["x-request-id"];
    expect(second).toMatchObject({ reason: { kind: "refused", status: 400, message: error.message, requestId } });
  });

  test("an answer that is none names its call, for the server's log", async () => {
    const { access, server } = await client((_asked, response) => say(response, 200, { decision: "yes" }));
    const failed = await failure(access.evaluate(question("a")));
    expect(failed).toMatchObject({ kind: "malformed", requestId: server.asked[0]!.headers["x-request-id"] });
  });

  test("can be denied decisions instead; searches throw all the same", async () => {
    const { access } = await client((_asked, response) => say(response, 500, "oops"), { onFailure: "deny" });
    expect(await access.evaluate(question("a"))).toMatchObject({
      decision: false,
      context: { code: "NO_ANSWER", failure: "server", status: 500 },
    });
    const { subject, action } = question("a");
    const search = access.searchResources({ subject, action, resource: { type: "feature" } });
    expect(await failure(search.next())).toBeInstanceOf(AccessFailure);
  });

  test("whatever a server says that is not exactly true, nothing is allowed", async () => {
    let body = "";
    const { access } = await client((_asked, response) => say(response, 200, body), { onFailure: "deny" });
    const truthy = fc.oneof(fc.constantFrom("true", 1, "yes", [true], {}, null), fc.jsonValue());
    const shape = fc.oneof(
      truthy.map((decision) => ({ decision })),
      fc.jsonValue(),
      fc.constant({ evaluations: [{ decision: true }] }),
    );
    await fc.assert(
      fc.asyncProperty(shape, async (said) => {
        body = JSON.stringify(said);
        const exactly = (said as { decision?: unknown } | null)?.decision === true;
        expect(await access.isAllowed(question("a"))).toBe(exactly && isClean(said));
      }),
      runs(100),
    );
  });

  test("Retry-After is seconds or a date", () => {
    expect(retryAfterOf("7")).toBe(7_000);
    expect(retryAfterOf("Tue, 24 Nov 2026 09:00:03 GMT", Date.parse("2026-11-24T09:00:00Z"))).toBe(3_000);
    expect(retryAfterOf("Tue, 24 Nov 2026 08:00:03 GMT", Date.parse("2026-11-24T09:00:00Z"))).toBe(0);
    expect(retryAfterOf("soon")).toBeNull();
  });
});

function isClean(said: unknown): boolean {
  const { context } = said as { context?: unknown };
  if (context === undefined) return true;
  if (typeof context !== "object" || context === null || Array.isArray(context)) return false;
  const { error } = context as { error?: unknown };
  return typeof error !== "object" || error === null || Array.isArray(error);
}
