import { person, SEED } from "../../support/house";
import { RecordHouse } from "../../records/record-house";

/* Asked without a record, of a company with two ledgers: what somebody reaches in a ledger that is shut is not there. */

const BOOKS = "Acme Pty";
const PTY = { edition: "ultimate", country: "AU", trackingCategory: "Job" } as const;
const WHO_CAN = `query ($action: Action!) { whoCan(company: "acme", action: $action, feature: COMMITMENT, first: 50) {
  edges { node { subject { email } } } } }`;

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  const { connection, projectBinding, member, approver, project } = house.services;
  await connection.add(SEED, "acme", { name: BOOKS, ...PTY, status: "revoked" });
  await projectBinding.bind(SEED, "acme", { project: "P-2", connection: BOOKS });
  await member.add(SEED, "acme", { email: "pacific@acme.test", name: "Pacific", toolLevel: "read_only" });
  await approver.designate(SEED, "acme", {
    member: "pacific@acme.test",
    features: [{ feature: "commitment", projects: ["P-2"] }],
    reason: "Named",
  });
  await project.setLevels(SEED, "acme", {
    project: "P-2",
    member: "pacific@acme.test",
    levels: [{ tool: "commitments", level: "admin" }],
  });
});

async function asked(action: "send" | "unlink" | "reject") {
  const question = { company: "acme", subject: "pacific@acme.test", action, resource: "commitment" } as const;
  return house.services.authorizer.decide(person("pacific@acme.test"), { ...question, locale: "en" });
}

async function whoCan(action: string): Promise<readonly string[]> {
  const { data } = await house.ask("admin@acme.test", WHO_CAN, { action });
  const { whoCan: found } = data as unknown as { whoCan: { edges: { node: { subject: { email: string } } }[] } };
  return found.edges.map(({ node }) => node.subject.email);
}

const settle = (connection: string, status: "authorised" | "revoked") =>
  house.services.connection.configure(SEED, "acme", { ...PTY, connection, status });

test("whose projects all lie in a ledger that is shut hears what is missing, and is not found among those who can", async () => {
  expect(await asked("send")).toMatchObject({ allowed: false, code: "CONNECTION_NOT_AUTHORISED", limits: [] });
  expect((await asked("send")).message).toContain("The connection to the ledger concerned is not authorised");
  expect((await asked("reject")).allowed).toBe(true);
  expect(await whoCan("SEND")).toEqual(["admin@acme.test", "approver@acme.test", "second@acme.test"]);
  expect(await whoCan("UNLINK")).toEqual([]);
  await settle(BOOKS, "authorised");
  expect((await asked("send")).allowed).toBe(true);
  expect(await whoCan("SEND")).toEqual([
    "admin@acme.test",
    "approver@acme.test",
    "second@acme.test",
    "pacific@acme.test",
  ]);
  expect(await whoCan("UNLINK")).toEqual(["pacific@acme.test"]);
});

test("who is Admin in a project of the other ledger is found though the default is shut", async () => {
  const { connection } = await house.services.connection.configure(SEED, "acme", {
    edition: "established",
    country: "US",
  });
  await settle(BOOKS, "authorised");
  await house.services.connection.configure(SEED, "acme", {
    ...{ edition: "established", country: "US", connection: connection.id, status: "revoked" },
  });
  expect(await whoCan("UNLINK")).toEqual(["pacific@acme.test"]);
  expect(await whoCan("SEND")).toEqual([
    "admin@acme.test",
    "approver@acme.test",
    "second@acme.test",
    "pacific@acme.test",
  ]);
});
