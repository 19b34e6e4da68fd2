import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { GrantUseEntity } from "../../../src/authorization/log/grant-use.entity";
import { countedHandler, countedTransport, DeliveryTries } from "../../../src/infra/outbox/delivery-tries";
import { startSandboxDelivery } from "../../../src/dev/demo/sandbox-delivery";
import { MailRefused } from "../../../src/infra/mail/mail";
import { OutboxMessageEntity } from "../../../src/infra/outbox/outbox-message.entity";
import { Recipient } from "../outbox/recipient";
import { TestServer } from "../../support/server";

const TOKEN = "a-token-for-scrapers-0001";

describe("the metrics", () => {
  let server: TestServer;
  const get = (authorization?: string) =>
    server.http.inject({ url: "/metrics", headers: authorization ? { authorization } : {} });

  beforeAll(async () => {
    server = await TestServer.start({ METRICS_TOKEN: TOKEN });
  }, 60_000);
  afterAll(() => server.stop());

  it("are for who has their token, and for no one's own", async () => {
    expect((await get()).statusCode).toBe(401);
    expect((await get("Bearer a-token-for-scrapers-0002")).statusCode).toBe(401);
    expect((await get(`Bearer ${await server.token("admin@demo.test")}`)).statusCode).toBe(401);
    expect((await get(`Bearer ${TOKEN}`)).statusCode).toBe(200);
  });

  it("count decisions by action and code, their time, the log and the cache", async () => {
    const ask = (subject: string | null, action: string) =>
      server.ask("admin@demo.test", `query($i: DecisionInput!) { decision(input: $i) { allowed code } }`, {
        i: { company: "demo", subject, action, feature: "COMMITMENT" },
      });
    await ask(null, "VIEW");
    await ask("nobody@demo.test", "SEND");
    await ask("nobody@demo.test", "SEND");
    await server.app.decisionLog.flush();
    const answer = await get(`Bearer ${TOKEN}`);
    expect(answer.headers["content-type"]).toContain("text/plain");
    const valueOf = (line: RegExp) => Number(line.exec(answer.body)?.[1] ?? NaN);
    expect(valueOf(/^ledgergate_decisions_total\{action="view",code="ALLOWED"[^}]*\} (\d+)/m)).toBeGreaterThan(0);
    expect(valueOf(/^ledgergate_decisions_total\{action="send",code="[A-Z_]+"[^}]*\} (\d+)/m)).toBe(2);
    expect(valueOf(/^ledgergate_decision_duration_seconds_count(?:\{[^}]*\})? (\d+)/m)).toBeGreaterThan(1);
    expect(valueOf(/^ledgergate_decision_log_written_total(?:\{[^}]*\})? (\d+)/m)).toBeGreaterThan(1);
    expect(valueOf(/^ledgergate_decision_log_lost_total\{outcome="denied"[^}]*\} (\d+)/m)).toBe(0);
    expect(valueOf(/^ledgergate_decision_log_waiting(?:\{[^}]*\})? (\d+)/m)).toBe(0);
    expect(valueOf(/^ledgergate_policy_cache_total\{outcome="miss"[^}]*\} (\d+)/m)).toBeGreaterThan(0);
    expect(valueOf(/^ledgergate_decision_cache_total\{outcome="hit"[^}]*\} (\d+)/m)).toBeGreaterThan(0);
    expect(valueOf(/^ledgergate_decision_cache_total\{outcome="miss"[^}]*\} (\d+)/m)).toBeGreaterThan(0);
    expect(answer.body).not.toContain("demo.test");
  });

  it("tell how much waits to be delivered, and how late it is", async () => {
    const { body } = await get(`Bearer ${TOKEN}`);
    const waiting = await server.app.database.read().countBy(OutboxMessageEntity, { state: "waiting" });
    const valueOf = (name: string, queue: string, state: string) =>
      Number(new RegExp(`^${name}\\{queue="${queue}",state="${state}"[^}]*\\} ([\\d.e+]+)`, "m").exec(body)?.[1]);
    expect(valueOf("ledgergate_queue_messages", "outbox", "waiting")).toBe(waiting);
    expect(valueOf("ledgergate_queue_late_seconds", "outbox", "unknown")).toBeGreaterThanOrEqual(0);
    expect(valueOf("ledgergate_queue_messages", "mail", "queued")).toBeGreaterThanOrEqual(0);
  });
});

describe("decisions of a batch that no log keeps", () => {
  const BATCH = "/access/v1/evaluations";
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start({ METRICS_TOKEN: TOKEN, DECISION_LOG: "off" });
  }, 60_000);
  afterAll(() => server.stop());

  it("are counted with their codes, and as uses of their grants", async () => {
    const authorization = `Bearer ${await server.token("admin@demo.test")}`;
    const entry = (id: string, resource: string) => ({
      subject: { type: "user", id },
      action: { name: "send" },
      resource: { type: "feature", id: resource, properties: { company: "demo" } },
    });
    const evaluations = [
      entry("commitments-only@demo.test", "commitment"),
      entry("commitments-only@demo.test", "direct_cost"),
      entry("nobody@demo.test", "commitment"),
    ];
    const ask = () =>
      server.http.inject({ method: "POST", url: BATCH, headers: { authorization }, payload: { evaluations } });
    const counted = async (): Promise<Record<string, number>> => {
      // Reasons against are counted in the turn after the answer.
      await nextTurn();
      const { body } = await server.http.inject({ url: "/metrics", headers: { authorization: `Bearer ${TOKEN}` } });
      const lines = [...body.matchAll(/^ledgergate_decisions_total\{action="send",code="(\w+)"[^}]*\} (\d+)/gm)];
      return Object.fromEntries(lines.map(([, code, count]) => [code as string, Number(count)]));
    };
    await ask();
    const once = await counted();
    expect(once).toMatchObject({ ALLOWED: 1 });
    expect(Object.values(once).reduce((sum, count) => sum + count, 0)).toBe(3);
    // Read first, from memory then: both ways count alike.
    expect((await ask()).json()).toEqual({ evaluations: [true, false, false].map((decision) => ({ decision })) });
    expect(await counted()).toEqual(Object.fromEntries(Object.entries(once).map(([code, count]) => [code, count * 2])));
    await server.app.decisionLog.flush();
    // The demo has acted on grants of its own; nobody has acted on this one yet.
    const uses = await server.app.database.read().find(GrantUseEntity, {});
    expect(uses.filter(({ lastUsedAt }) => lastUsedAt === null)).toHaveLength(1);
  });
});

describe("tries to deliver", () => {
  it("are counted as the server delivers", async () => {
    const server = await TestServer.start({ METRICS_TOKEN: TOKEN });
    const headers = { authorization: `Bearer ${TOKEN}` };
    const delivered = async () => {
      const { body } = await server.http.inject({ url: "/metrics", headers });
      const line = /^ledgergate_delivery_attempts_total\{kind="call",outcome="delivered"[^}]*\} (\d+)/m.exec(body);
      return Number(line?.[1] ?? 0);
    };
    const list = `{ company(slug: "demo") { erpIntegration { records(filter: READY_TO_EXPORT) { edges { node { id version number } } } } } }`;
    const answer = await server.ask("commitments-and-invoices@demo.test", list);
    const edges = answer.data!["company"]!["erpIntegration"]["records"]["edges"] as {
      node: { id: string; version: number; number: string };
    }[];
    const { id, version } = edges.find(({ node }) => node.number === "PO-002")!.node;
    const running = await startSandboxDelivery(server.app, () => undefined);
    const before = await delivered();
    const send = `mutation($record: ID!, $version: Int!) {
      sendRecord(input: {company: "demo", record: $record, expectedVersion: $version}) { userErrors { message } } }`;
    expect(await server.ask("commitments-and-invoices@demo.test", send, { record: id, version })).toMatchObject({
      data: { sendRecord: { userErrors: [] } },
    });
    for (let patience = 200; patience > 0 && (await delivered()) === before; patience--) await pause(50);
    expect(await delivered()).toBe(before + 1);
    await running.stop();
    await server.stop();
  }, 60_000);

  it("are told apart by what came of them, and lose nothing of what they count", async () => {
    const tries = new DeliveryTries();
    const recipient = new Recipient();
    const counted = countedHandler(recipient, tries);
    recipient.script = ["kept", "limited", "down", "refused", "unauthorised", "lost_after", "crash"];
    const two = [{ key: "a" }, { key: "b" }] as never;
    const call = { key: "key", inTime: () => true };
    for (let one = 0; one < 6; one++) await counted.deliver(two, call);
    await expect(counted.deliver(two, call)).rejects.toThrow("gone");
    await counted.find([{ key: "a" }, { key: "never" }] as never);
    expect([counted.batchSize("t"), counted.lookUpSize?.("t")]).toEqual([recipient.size, recipient.lookUps]);
    const failures = [new MailRefused("no such mailbox"), new Error("down"), null];
    const transport = countedTransport(
      {
        send: async () => {
          const failure = failures.shift();
          if (failure) throw failure;
        },
      },
      tries,
    );
    for (let times = 0; times < 3; times++) await transport.send(null as never).catch(() => undefined);
    const seen = Object.fromEntries([...tries].map(({ kind, outcome, count }) => [`${kind} ${outcome}`, count]));
    expect(seen).toEqual({
      ...{ "call delivered": 2, "call rate_limited": 2, "call deferred": 2, "call refused": 2 },
      ...{ "call unauthorised": 2, "call unknown": 2, "call defect": 2 },
      ...{ "look_up delivered": 1, "look_up not_there": 1 },
      ...{ "letter refused": 1, "letter failed": 1, "letter delivered": 1 },
    });
  });
});

it("are not there unless they are configured", async () => {
  const server = await TestServer.start();
  expect((await server.http.inject({ url: "/metrics" })).statusCode).toBe(404);
  await server.stop();
});
