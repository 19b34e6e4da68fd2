import fc from "fast-check";
import { AccessClient, AccessFailure, type AccessClientSettings, type Question } from "../../src/client/access-client";
import { retryAfterOf } from "../../src/client/transport";
import { runs } from "../policy/runs";
import { allow, FaultyServer, say, type Behaviour } from "./faulty-server";

const servers: FaultyServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

/** A client of a server that behaves so; waits take no time but are written down. */
async function client(behave: Behaviour, settings: Partial<AccessClientSettings> = {}) {
  const server = await FaultyServer.start(behave);
  servers.push(server);
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const tools = { wait, random: () => 0.5 };
  return { server, waits, access: new AccessClient({ url: server.url, token: "secret", tools, ...settings }) };
}

function question(id: string): Question {
  return { subject: { type: "user", id }, action: { name: "send" }, resource: { type: "feature", id: "commitment" } };
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => "no failure",
    (error: unknown) => error,
  );

describe("questions", () => {
  test("of one tick share a call, the same one goes once, and each gets its own answer", async () => {
    const { access, server } = await client(({ body }, response) => {
      const entries = body.evaluations as unknown as Question[];
      say(response, 200, { evaluations: entries.map(({ subject }) => ({ decision: subject.id === "b" })) });
    });
    const ids = ["a", "b", "c", "b"];
    const answers = await Promise.all(ids.map((id) => access.isAllowed(question(id))));
    expect(answers).toEqual([false, true, false, true]);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      path: "/access/v1/evaluations",
      headers: { authorization: "Bearer secret" },
    });
    expect(server.asked[0]!.body.evaluations).toHaveLength(3);
  });

  test("that come alone are single evaluations", async () => {
    const { access, server } = await client(allow);
    expect(await access.evaluate(question("a"), { atLeast: 7 })).toEqual({ decision: true });
    expect(server.asked[0]).toMatchObject({ path: "/access/v1/evaluation", body: { context: { atLeast: 7 } } });
  });

  test("beyond a hundred are several calls", async () => {
    const { access, server } = await client(allow);
    const answers = await access.evaluateMany(Array.from({ length: 250 }, (_, index) => question(String(index))));
    expect(answers).toHaveLength(250);
    expect(server.asked.map(({ body }) => body.evaluations?.length).sort()).toEqual([100, 100, 50]);
  });

  test("that nobody waits for any more are aborted; those of others go on", async () => {
    const { access } = await client(
      (_asked, response) =>
        void setTimeout(() => say(response, 200, { evaluations: [{ decision: true }, { decision: true }] }), 50),
    );
    const leaving = new AbortController();
    const [left, stayed] = [
      failure(access.evaluate(question("a"), { signal: leaving.signal })),
      access.isAllowed(question("b")),
    ];
    setTimeout(() => leaving.abort(new Error("enough")), 10);
    expect(await left).toMatchObject({ message: "enough" });
    expect(await stayed).toBe(true);
    expect(await failure(access.evaluate(question("a"), { signal: leaving.signal }))).toMatchObject({
      message: "enough",
    });
  });

  test("and the call ends with the last who waited", async () => {
    const leaving = new AbortController();
    let closed: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (closed = resolve));
    const { access } = await client((_asked, response) => {
      response.on("close", closed);
      leaving.abort(new Error("enough"));
    });
    expect(await failure(access.evaluate(question("a"), { signal: leaving.signal }))).toMatchObject({
      message: "enough",
    });
    await ended;
  });
});

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
    const { access, server } = await client(() => undefined, { timeout: 500, retry: { attempts: 2 } });
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "timeout" });
    expect(server.asked).toHaveLength(2);
  });

  test.each([
    [401, "refused"],
    [403, "refused"],
    [400, "refused"],
    [500, "server"],
    [502, "server"],
    [204, "malformed"],
  ])("%s is told at once", async (status, kind) => {
    const { access, server } = await client((_asked, response) => say(response, status, status === 204 ? "" : "no"));
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind, status });
    expect(server.asked).toHaveLength(1);
  });

  test("no token, no question", async () => {
    const { access, server } = await client(allow, { token: () => Promise.reject(new Error("vault")) });
    expect(await failure(access.evaluate(question("a")))).toMatchObject({ kind: "refused" });
    expect(server.asked).toHaveLength(0);
  });

  test("an entry that could not be judged fails as a single question would", async () => {
    const error = { status: 400, message: "resource is missing" };
    const { access } = await client((_asked, response) =>
      say(response, 200, { evaluations: [{ decision: true }, { decision: false, context: { error } }] }),
    );
    const [first, second] = await Promise.allSettled([access.evaluate(question("a")), access.evaluate(question("b"))]);
    expect(first).toMatchObject({ status: "fulfilled", value: { decision: true } });
    expect(second).toMatchObject({ reason: { kind: "refused", status: 400, message: "resource is missing" } });
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

describe("searches", () => {
  const search = {
    subject: { type: "user" },
    action: { name: "send" },
    resource: { type: "feature", id: "commitment" },
  };

  test("read page by page, no further than they are read", async () => {
    const { access, server } = await client(({ body }, response) => {
      const { token = "0" } = (body as unknown as { page: { token?: string } }).page;
      const results = [
        { type: "user", id: `${token}a` },
        { type: "user", id: `${token}b` },
      ];
      say(response, 200, { results, page: { next_token: token === "2" ? "" : String(Number(token) + 1) } });
    });
    const all: string[] = [];
    for await (const { id } of access.searchSubjects(search, { pageSize: 2, fullyConsistent: true })) all.push(id);
    expect(all).toEqual(["0a", "0b", "1a", "1b", "2a", "2b"]);
    expect(server.asked[1]!.body).toMatchObject({
      ...search,
      page: { token: "1", limit: 2 },
      context: { fullyConsistent: true },
    });
    for await (const { id } of access.searchSubjects(search)) if (id === "0b") break;
    expect(server.asked).toHaveLength(4);
  });

  test("that run in a circle end in a failure", async () => {
    const { access } = await client((_asked, response) =>
      say(response, 200, { results: [], page: { next_token: "x" } }),
    );
    expect(await failure(access.searchSubjects(search).next())).toMatchObject({ kind: "malformed" });
  });
});
