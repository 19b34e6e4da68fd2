import type { AddressInfo } from "node:net";
import { AccessClient, type Decision, type Question } from "../../src/client/access-client";
import { TestServer } from "../support/server";

const properties = { company: "demo" };
const question = (id: string): Question => ({
  subject: { type: "user", id },
  action: { name: "send" },
  resource: { type: "feature", id: "commitment", properties },
});
let server: TestServer;
let url: string;
const clientOf = async (email: string, language = "en") =>
  new AccessClient({ url, token: () => server.token(email), language, timeout: 60_000 });

beforeAll(async () => {
  server = await TestServer.start();
  await server.http.listen({ port: 0, host: "127.0.0.1" });
  url = `http://127.0.0.1:${(server.http.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(() => server.stop());

test("searches find exactly those who are allowed one by one, whatever the size of a page", async () => {
  const access = await clientOf("admin@demo.test");
  const { action, resource } = question("");
  for (const pageSize of [1, 2, 50]) {
    const found: string[] = [];
    const search = access.searchSubjects({ subject: { type: "user" }, action, resource }, { pageSize });
    for await (const { id } of search) found.push(id);
    const emails = ["admin", "commitments-only", "commitments-and-invoices", "read-only", "project-manager"];
    const decisions = await access.evaluateMany([...found, ...emails.map((name) => `${name}@demo.test`)].map(question));
    expect(decisions.slice(0, found.length).every(({ decision }) => decision)).toBe(true);
    expect(decisions.slice(found.length).filter(({ decision }) => decision)).toHaveLength(found.length);
  }
});

test("questions of one batch are answered as they are one by one", async () => {
  const access = await clientOf("admin@demo.test");
  const { subject, action, resource } = question("commitments-only@demo.test");
  const asked: Question[] = ["send", "view", "reject"].map((name) => ({ subject, action: { name }, resource }));
  const now = { fullyConsistent: true };
  const batches: Question[][] = [
    asked,
    asked.map((one) => ({ ...one, context: now })),
    // Long before there was anybody: what is asked of one entry must not come to the others.
    [{ subject, action, resource, context: { at: "2001-01-01T00:00:00Z" } }, ...asked],
    [...asked, { ...question("read-only@demo.test"), action: { name: "view" } }],
  ];
  for (const batch of batches) {
    const said: string[] = [];
    for (const one of batch) said.push(verdict(await access.evaluate(one)));
    expect((await access.evaluateMany(batch)).map(verdict)).toEqual(said);
  }
});

const verdict = ({ decision, context }: Decision) => `${decision} ${context?.code} ${context?.message}`;

test("actions and features are searched too", async () => {
  const access = await clientOf("admin@demo.test");
  const subject = { type: "user", id: "commitments-only@demo.test" };
  const actions: string[] = [];
  for await (const { name } of access.searchActions({ subject, resource: question("").resource })) actions.push(name);
  expect(actions).toEqual(expect.arrayContaining(["view", "send", "reject"]));
  const features: string[] = [];
  const search = { subject, action: { name: "send" }, resource: { type: "feature", properties } };
  for await (const { id } of access.searchResources(search)) features.push(id);
  expect(features).toEqual(["commitment"]);
});

test("an answer at the revision of a revocation knows of it", async () => {
  const access = await clientOf("admin@demo.test", "fr");
  const asked = question("commitments-only@demo.test");
  const before = await access.evaluate(asked);
  expect(before).toMatchObject({ decision: true });
  const { member } = await server.app.approver.makeReadOnly({ kind: "system", name: "test" }, "demo", {
    member: "commitments-only@demo.test",
    reason: "Test",
  });
  expect(member.toolLevel).toBe("read_only");
  const { policyRevision } = (await server.app.companies.find("demo"))!;
  const after = await access.evaluate(asked, { atLeast: policyRevision });
  expect(after).toMatchObject({ decision: false, context: { code: "TOOL_LEVEL_TOO_LOW", policyRevision } });
  expect(await access.isAllowed(asked, { fullyConsistent: true })).toBe(false);
  const ahead = access.evaluate(asked, { atLeast: policyRevision + 1 });
  await expect(ahead).rejects.toMatchObject({ name: "AccessFailure" });
});

test("who may not ask is told, and nothing is allowed", async () => {
  const stranger = await clientOf("project-manager@demo.test");
  await expect(stranger.evaluate(question("admin@demo.test"))).rejects.toMatchObject({ kind: "refused", status: 403 });
  const nobody = new AccessClient({ url, token: "wrong", onFailure: "deny" });
  expect(await nobody.evaluate(question("admin@demo.test"))).toMatchObject({
    decision: false,
    context: { code: "NO_ANSWER", status: 401 },
  });
});
