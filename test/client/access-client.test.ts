import { getEventListeners } from "node:events";
import type { Question } from "../../src/client/access-client";
import { client, failure, question, stopServers } from "./faulty-client";
import { allow, say } from "./faulty-server";

afterEach(stopServers);

const only = ({ action }: Pick<Question, "action">) => ({ action });

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

  test("of one person name him once; nobody gets the instant that another asked about", async () => {
    const { access, server } = await client(allow);
    const at = "2026-11-24T09:00:00Z";
    const view = { ...question("a"), action: { name: "view" } };
    await access.evaluateMany([{ ...question("a"), context: { at } }, view]);
    const { subject, action, resource } = question("a");
    expect(server.asked[0]!.body).toEqual({
      subject,
      resource,
      evaluations: [{ action, context: { at } }, { action: view.action }],
      options: { evaluations_semantic: "execute_all", reasons: true },
    });
    await access.evaluateMany([question("a"), view], { atLeast: 7 });
    expect(server.asked[1]!.body).toMatchObject({ context: { atLeast: 7 }, evaluations: [{ action }, view].map(only) });
  });

  test("that come alone are single evaluations", async () => {
    const { access, server } = await client(allow);
    expect(await access.evaluate(question("a"), { atLeast: 7 })).toEqual({ decision: true });
    expect(server.asked[0]).toMatchObject({ path: "/access/v1/evaluation", body: { context: { atLeast: 7 } } });
  });

  test("are what they were when they were asked, also when they are asked again", async () => {
    const { access, server } = await client((asked, response, call) =>
      call === 1 ? response.destroy() : allow(asked, response),
    );
    const subject = { type: "user", id: "a" };
    const asked = ["a", "b"].map((id) =>
      access.isAllowed({ ...question(id), subject: Object.assign(subject, { id }) }),
    );
    subject.id = "c";
    await Promise.all(asked);
    const evaluations = ["a", "b"].map((id) => ({ subject: { type: "user", id } }));
    expect(server.asked).toMatchObject([{ body: { evaluations } }, { body: { evaluations } }]);
  });

  test("of one signal listen to it once, and no longer than they wait", async () => {
    const { signal } = new AbortController();
    let listening = 0;
    const { access } = await client((asked, response) => {
      listening = getEventListeners(signal, "abort").length;
      allow(asked, response);
    });
    await access.evaluateMany(
      Array.from({ length: 20 }, (_, index) => question(String(index))),
      { signal },
    );
    expect(listening).toBe(1);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
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

  test("end when they are aborted, also within a page", async () => {
    const results = ["a", "b"].map((id) => ({ type: "user", id }));
    const { access } = await client((_asked, response) => say(response, 200, { results }));
    const leaving = new AbortController();
    const found = access.searchSubjects(search, { signal: leaving.signal });
    expect(await found.next()).toMatchObject({ value: results[0] });
    leaving.abort(new Error("enough"));
    expect(await failure(found.next())).toMatchObject({ message: "enough" });
  });

  test.each([[null], [{ type: "user" }], [{ type: "user", id: 7 }], [{ type: "", id: "a" }], ["a"]])(
    "that find %j are a failure",
    async (found) => {
      const results = [{ type: "user", id: "a" }, found];
      const { access } = await client((_asked, response) => say(response, 200, { results }));
      expect(await failure(access.searchSubjects(search).next())).toMatchObject({ kind: "malformed" });
    },
  );

  test("that run in a circle end in a failure", async () => {
    const { access } = await client((_asked, response) =>
      say(response, 200, { results: [], page: { next_token: "x" } }),
    );
    expect(await failure(access.searchSubjects(search).next())).toMatchObject({ kind: "malformed" });
  });
});
