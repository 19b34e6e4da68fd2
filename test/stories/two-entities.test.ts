import { systemActor, type Actor } from "../../src/kernel/actor";
import type { OfferedItem } from "../../src/records/approval/offering.service";
import { TestServer } from "../support/server";
import { CODE, commitment, invoice, VENDOR } from "../records/record-house";

/* The demo's company gets a second legal entity, over HTTP; a new project is in its books. */

const ADMIN = "admin@demo.test";
const APPROVER = "commitments-and-invoices@demo.test";
const STRANGER = "admin@other.test";
const SEED = systemActor("test");
const LEDGER = { kind: "system", id: "ledger", name: "ledger" } as const;
const BOOKS = "Pacific Pty";

const ADD = `mutation ($company: ID!) { addConnection(input: {
  company: $company, name: "${BOOKS}", edition: "ultimate", country: "AU", status: AUTHORISED, trackingCategory: "Job"
}) { connection { id name isDefault version } policyRevision userErrors { code } } }`;
const BIND = `mutation ($project: ID!, $connection: ID) {
  bindProjectConnection(input: { company: "demo", project: $project, connection: $connection })
  { project { code connection { name } } userErrors { code field message } } }`;
const REMOVE = `mutation ($connection: ID!, $version: Int!) {
  removeConnection(input: { company: "demo", connection: $connection, expectedVersion: $version })
  { connection { id } userErrors { code } } }`;
const SEND = `mutation ($records: [SeenRecordInput!]!) { sendRecords(input: { company: "demo", records: $records })
  { results { record { state connection { name } } userErrors { code } } userErrors { code } } }`;
const LOOK = `query ($company: String = "demo") { company(slug: $company) {
  connections(first: 10) { totalCount edges { node { name isDefault } } }
  projects(first: 10) { edges { node { code connection { name } } } } } }`;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.app.project.add(SEED, "demo", { code: "P-900", name: "Wharf" });
}, 60_000);
afterAll(() => server.stop());

const asSeen = ({ id, version }: { id: string; version: number }) => ({ record: id, expectedVersion: version });

async function ask<T>(email: string, query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await server.ask(email, query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data as T;
}

async function offer({ feature, values }: OfferedItem, more: object = {}, actor: Actor = SEED) {
  return (await server.app.offering.offer(actor, "demo", { feature, values: { ...values, ...more } })).record;
}

/** Offered, sent and taken by the ledger. */
async function synced(offered: OfferedItem, more: object = {}): Promise<void> {
  const record = await offer(offered, more);
  const { id, companyId, revision, number, feature } = record;
  await server.app.records.send(SEED, { company: "demo", ...asSeen(record) });
  await server.app.recordOutcomes.accepted(LEDGER, { companyId, recordId: id, revision }, `${feature}-${number}-pty`);
}

const bound = (project: string, connection: string | null) =>
  ask<{ bindProjectConnection: { project: object | null; userErrors: { code: string; field: string[] }[] } }>(
    ADMIN,
    BIND,
    { project, connection },
  ).then((answer) => answer.bindProjectConnection);

test("a second legal entity: its own connection, a project in its books, and bills that go where they belong", async () => {
  const added = await ask<object>(ADMIN, ADD, { company: "demo" });
  expect(added).toMatchObject({ addConnection: { connection: { name: BOOKS, isDefault: false }, userErrors: [] } });
  expect(await bound("P-900", BOOKS)).toEqual({
    project: { code: "P-900", connection: { name: BOOKS } },
    userErrors: [],
  });
  const { company } = await ask<{ company: { connections: { edges: { node: { name: string } }[] } } }>(ADMIN, LOOK);
  const first = company.connections.edges.map(({ node }) => node.name).find((name) => name !== BOOKS)!;
  expect(company).toMatchObject({ connections: { totalCount: 2 } });
  expect(JSON.stringify(company)).toContain(`{"code":"P-900","connection":{"name":"${BOOKS}"}}`);
  expect(JSON.stringify(company)).toContain(`{"code":"P-100","connection":{"name":"${first}"}}`);

  const inPty = { connection: BOOKS };
  const inWharf = { project: "P-900" };
  const ready = {
    feature: "project",
    values: { ...inWharf, usesErpCostCodes: true, toolEnabled: true, isNew: true },
  } as const;
  for (const one of [CODE, VENDOR]) await synced(one, inPty);
  await synced(ready);
  await synced(commitment(inWharf));
  const theirs = await offer(invoice({ ...inWharf, number: "I-PTY" }));
  const bill = {
    project: "P-100",
    commitment: "SC-001",
    vendor: "V-100",
    lines: [{ costCode: "05-120", amount: "1.00" }],
  };
  const ours = await offer(invoice({ ...bill, number: "I-INC" }));
  const sent = await ask<object>(APPROVER, SEND, { records: [ours, theirs].map(asSeen) });
  expect(sent).toEqual({
    sendRecords: {
      results: [first, BOOKS].map((name) => ({ record: { state: "EXPORTING", connection: { name } }, userErrors: [] })),
      userErrors: [],
    },
  });
}, 60_000);

const LISTS = `query ($connection: ID) { company(slug: "demo") { erpIntegration {
  records(connection: $connection, first: 100) { totalCount edges { node { number connection { name } } } }
  counts(connection: $connection) { filter count }
  tabs(connection: $connection) { counts { filter count } }
  deliveries(connection: $connection, first: 100) { totalCount edges { node { recordId } } }
  lanes(connection: $connection) { connectionId underWay }
} } }`;

interface Counted {
  readonly counts: readonly { filter: string; count: number }[];
}
interface Lists extends Counted {
  readonly records: { totalCount: number; edges: { node: { number: string; connection: { name: string } | null } }[] };
  readonly tabs: readonly Counted[];
  readonly deliveries: { totalCount: number; edges: { node: { recordId: string } }[] };
  readonly lanes: readonly { connectionId: string; underWay: number }[];
}

async function lists(connection: string | null): Promise<Lists> {
  const answer = await ask<{ company: { erpIntegration: Lists } }>(ADMIN, LISTS, { connection });
  return answer.company.erpIntegration;
}

const sum = (counted: readonly Counted[]) =>
  counted.flatMap(({ counts }) => counts).reduce((total, { count }) => total + count, 0);

test("lists, counts and lanes of one legal entity hold what is in its books, and both together all", async () => {
  const { company } = await ask<{ company: { connections: { edges: { node: { id: string; name: string } }[] } } }>(
    ADMIN,
    `{ company(slug: "demo") { connections(first: 2) { edges { node { id name } } } } }`,
  );
  const all = await lists(null);
  const each = await Promise.all(
    company.connections.edges.map(async ({ node }) => ({ node, ...(await lists(node.id)) })),
  );
  for (const { node, records, counts, tabs, lanes } of each) {
    expect(new Set(records.edges.map((edge) => edge.node.connection?.name))).toEqual(new Set([node.name]));
    expect([sum([{ counts }]), sum(tabs)]).toEqual([records.totalCount, records.totalCount]);
    expect(lanes.map(({ connectionId }) => connectionId)).toEqual([node.id]);
  }
  const total = (of: (one: Lists) => number) => each.reduce((found, one) => found + of(one), 0);
  expect(total(({ records }) => records.totalCount)).toBe(all.records.totalCount);
  expect(total(({ deliveries }) => deliveries.totalCount)).toBe(all.deliveries.totalCount);
  const theirs = each.find(({ node }) => node.name === BOOKS)!;
  expect(theirs.records.edges.map(({ node }) => node.number)).toContain("I-PTY");
  // The code, the vendor, the project, the commitment and the bill.
  expect([theirs.records.totalCount, theirs.deliveries.totalCount]).toEqual([5, 5]);
});

test("a project that has sent stays; a connection that something hangs on, or others come after, stays too", async () => {
  const { project, userErrors } = await bound("P-900", null);
  expect([project, userErrors.map(({ code }) => code)]).toEqual([null, ["PROJECT_HAS_SENT_RECORDS"]]);
  expect((await bound("P-100", BOOKS)).userErrors).toMatchObject([{ code: "PROJECT_HAS_SENT_RECORDS" }]);
  expect((await bound("P-900", "Atlantic Ltd")).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  const stale = await ask<object>(ADMIN, REMOVE, { connection: BOOKS, version: 9 });
  expect(stale).toMatchObject({ removeConnection: { userErrors: [{ code: "STALE_EDIT" }] } });
  const removed = await ask<object>(ADMIN, REMOVE, { connection: BOOKS, version: 1 });
  expect(removed).toEqual({ removeConnection: { connection: null, userErrors: [{ code: "CONNECTION_IN_USE" }] } });
});

test("of all that a member of another company sees nothing, and changes nothing", async () => {
  expect(await ask<object>(STRANGER, LOOK)).toEqual({ company: null });
  const nowhere = await ask<object>(STRANGER, ADD, { company: "nowhere" });
  expect(await ask<object>(STRANGER, ADD, { company: "demo" })).toEqual(nowhere);
  expect(nowhere).toMatchObject({ addConnection: { connection: null, userErrors: [{ code: "NOT_FOUND" }] } });
  const record = await ask<{ company: { connections: { edges: { node: { id: string } }[] } } }>(
    ADMIN,
    `{ company(slug: "demo") { connections(first: 2) { edges { node { id } } } } }`,
  );
  for (const { node } of record.company.connections.edges)
    expect(await ask<object>(STRANGER, `query ($id: ID!) { node(id: $id) { id } }`, { id: node.id })).toEqual({
      node: null,
    });
});
