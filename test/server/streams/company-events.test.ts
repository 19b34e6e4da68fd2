import { EventReading } from "../../../src/records/events/event-reading";
import { TestServer, type Answer } from "../../support/server";
import { addressOf, Listener } from "./listener";

const ADMIN = "admin@demo.test";
const APPROVER = "commitments-and-invoices@demo.test";
const READER = "read-only@demo.test";

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.http.listen({ port: 0, host: "127.0.0.1" });
}, 60_000);
afterEach(async () => {
  jest.restoreAllMocks();
  await server.stop();
});

async function mayBeSent(): Promise<{ id: string; version: number }> {
  const answer = await server.ask(
    APPROVER,
    `{ company(id: "demo") { erpIntegration { records(iMay: SEND, first: 1) { edges { node { id version } } } } } }`,
  );
  const { company } = answer.data as unknown as {
    company: { erpIntegration: { records: { edges: { node: { id: string; version: number } }[] } } };
  };
  return company.erpIntegration.records.edges[0]!.node;
}

async function send({ id, version }: { id: string; version: number }): Promise<void> {
  const input = { company: "demo", records: [{ record: id, expectedVersion: version }] };
  const answer = await server.ask(
    APPROVER,
    `mutation ($input: RecordsInput!) { sendRecords(input: $input) { results { outcome } userErrors { message } } }`,
    { input },
  );
  expect(answer).toMatchObject({ data: { sendRecords: { results: [{ outcome: "SENT" }], userErrors: [] } } });
}

async function rename(name: string): Promise<void> {
  const answer = await server.ask(
    ADMIN,
    `mutation ($name: String!) { updateCompany(input: {company: "demo", expectedVersion: ${await version()}, name: $name}) { userErrors { message } } }`,
    { name },
  );
  expect(answer).toMatchObject({ data: { updateCompany: { userErrors: [] } } });
}

async function version(): Promise<number> {
  const { data } = await server.ask(ADMIN, `{ company(id: "demo") { version } }`);
  return (data as unknown as { company: { version: number } }).company.version;
}

async function deactivate(email: string): Promise<void> {
  const found = await server.ask(
    ADMIN,
    `{ company(id: "demo") { members(first: 50) { edges { node { id version email } } } } }`,
  );
  const { company } = found.data as unknown as {
    company: { members: { edges: { node: { version: number; email: string } }[] } };
  };
  const { version: seen } = company.members.edges.find(({ node }) => node.email === email)!.node;
  const answer = await server.ask(
    ADMIN,
    `mutation { deactivateMember(input: {company: "demo", member: "${email}", reason: "Left", expectedVersion: ${seen}}) { userErrors { message } } }`,
  );
  expect(answer).toMatchObject({ data: { deactivateMember: { userErrors: [] } } });
}

/** Listens until the stream is completed; throws where it is broken off. */
async function completed(listener: Listener): Promise<void> {
  while (await listener.next());
}

describe("what happens in a company, as it happens", () => {
  it("is told to somebody else: the record that was sent, and what is left in their queue", async () => {
    const listener = await Listener.person(server, ADMIN, "demo");
    const first = await listener.event();
    expect(first).toMatchObject({ areas: [], readAnew: false, records: [] });
    const record = await mayBeSent();
    await send(record);
    const told = await listener.eventOf("RECORDS");
    expect(told.records).toContainEqual({ id: record.id, state: expect.any(String) as unknown });
    expect(told.cursor).not.toBe(first.cursor);
    expect(told.company.erpIntegration?.counts).toEqual(expect.any(Array));
    listener.dispose();
  });

  it("is told without a gap to who comes back with the cursor of what they have", async () => {
    const listener = await Listener.person(server, ADMIN, "demo");
    const { cursor, policyRevision } = await listener.event();
    listener.dispose();
    const record = await mayBeSent();
    await send(record);
    await rename("Demo Construction, renamed");
    const back = await Listener.person(server, ADMIN, "demo", cursor);
    const missed = await back.event();
    expect(missed.areas).toEqual(expect.arrayContaining(["SETTINGS", "RECORDS"]));
    expect(missed.records.map(({ id }) => id)).toContain(record.id);
    expect(missed.policyRevision).toBe(policyRevision + 1);
    back.dispose();
  });

  it("is to be read anew where the cursor is of another database, and not at all where it is none", async () => {
    const ahead = Buffer.from("999999.999999.00000000").toString("base64url");
    const listener = await Listener.person(server, ADMIN, "demo", ahead);
    expect(await listener.event()).toMatchObject({ readAnew: true, records: [] });
    listener.dispose();
    expect(await (await Listener.person(server, ADMIN, "demo", "no-cursor")).refused()).toBe("BAD_INPUT");
  });

  it("is told no more to who is no member any more, and they are told why", async () => {
    const listener = await Listener.person(server, READER, "demo");
    await listener.event();
    await deactivate(READER);
    expect(await listener.refused()).toBe("MEMBER_INACTIVE");
  });

  it("of another company is not found, nor is one that is not there", async () => {
    expect(await (await Listener.person(server, "admin@other.test", "demo")).refused()).toBe("NOT_FOUND");
    expect(await (await Listener.person(server, ADMIN, "nowhere")).refused()).toBe("NOT_FOUND");
  });

  it("is for nobody who does not say who they are", async () => {
    const nobody = await Listener.of(addressOf(server), {}, { company: "demo" });
    expect(await nobody.refused()).toBe("UNAUTHENTICATED");
  });
});

describe("a stream", () => {
  const listen = async (headers: Record<string, string>, query: string) =>
    server.http.inject({ method: "POST", url: "/graphql", headers, payload: { query } });

  it("is what a subscription needs: a plain answer says so", async () => {
    const authorization = `Bearer ${await server.token(ADMIN)}`;
    const answer = await listen({ authorization }, `subscription { companyEvents(company: "demo") { cursor } }`);
    expect([answer.statusCode, answer.json<Answer>().errors?.[0]?.extensions.code]).toEqual([
      406,
      "EVENT_STREAM_NEEDED",
    ]);
  });

  it("answers other operations too, and holds all to the same limits", async () => {
    const authorization = `Bearer ${await server.token(ADMIN)}`;
    const headers = { authorization, accept: "text/event-stream" };
    const asked = await listen(headers, `{ company(id: "demo") { slug } }`);
    expect(asked.headers["content-type"]).toContain("text/event-stream");
    expect(asked.body).toContain(`"data":{"company":{"slug":"demo"}}`);
    expect(asked.body).toMatch(/event: complete\ndata:\n\n$/);
    const deep = `erpIntegration { records(first: 100) { edges { node { decision(action: SEND) { gates { code message remedy { people { name } } } } } } } }`;
    const costly = await listen(
      headers,
      `subscription { companyEvents(company: "demo") { company { ${"abcdefghij"
        .split("")
        .map((a) => `${a}: ${deep}`)
        .join(" ")} } } }`,
    );
    expect(costly.body).toContain(`"code":"LIMIT_EXCEEDED"`);
    expect((await listen(headers, `subscription { nothing }`)).body).toContain("GRAPHQL_VALIDATION_FAILED");
  });

  it("is broken off where the database is away, so that who listens comes back", async () => {
    const listener = await Listener.person(server, ADMIN, "demo");
    await listener.event();
    const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    jest.spyOn(EventReading.prototype, "since").mockRejectedValue(away);
    const end = completed(listener).catch((error: unknown) => error);
    await rename("Demo Construction, renamed");
    expect(await end).toBeInstanceOf(Error);
  });

  it("ends with the server, so that who listens goes on with another", async () => {
    const listener = await Listener.person(server, ADMIN, "demo");
    await listener.event();
    const ended = completed(listener).catch((error: unknown) => error);
    await server.stop();
    expect(await ended).toBeInstanceOf(Error);
  });
});
