import { createMetrics } from "../../src/app-metrics";
import { OutboxMessageEntity } from "../../src/outbox/outbox-message.entity";
import { TestServer } from "../support/server";

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
    await server.app.decisionLog.flush();
    const answer = await get(`Bearer ${TOKEN}`);
    expect(answer.headers["content-type"]).toContain("text/plain");
    const valueOf = (line: RegExp) => Number(line.exec(answer.body)?.[1] ?? NaN);
    expect(valueOf(/^ledgergate_decisions_total\{action="view",code="ALLOWED"[^}]*\} (\d+)/m)).toBeGreaterThan(0);
    expect(valueOf(/^ledgergate_decisions_total\{action="send",code="[A-Z_]+"[^}]*\} (\d+)/m)).toBe(1);
    expect(valueOf(/^ledgergate_decision_duration_seconds_count(?:\{[^}]*\})? (\d+)/m)).toBeGreaterThan(1);
    expect(valueOf(/^ledgergate_decision_log_written_total(?:\{[^}]*\})? (\d+)/m)).toBeGreaterThan(1);
    expect(valueOf(/^ledgergate_decision_log_lost_total\{outcome="denied"[^}]*\} (\d+)/m)).toBe(0);
    expect(valueOf(/^ledgergate_decision_log_waiting(?:\{[^}]*\})? (\d+)/m)).toBe(0);
    expect(valueOf(/^ledgergate_policy_cache_total\{outcome="miss"[^}]*\} (\d+)/m)).toBeGreaterThan(0);
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

it("are not there unless they are configured", async () => {
  expect(await createMetrics(null, null as never)).toBeNull();
  const server = await TestServer.start();
  expect((await server.http.inject({ url: "/metrics" })).statusCode).toBe(404);
  await server.stop();
});
