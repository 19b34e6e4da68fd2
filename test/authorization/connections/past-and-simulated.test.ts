import { person, SEED } from "../../support/house";
import { RecordHouse } from "../../records/record-house";

/* What was, and what would be, of a company with two ledgers: the answer about a record is its own ledger's. */

const HOUR = 3_600_000;
const ADMIN = person("admin@acme.test");
const BOOKS = "Acme Pty";
const PTY = { edition: "ultimate", country: "AU", trackingCategory: "Job" } as const;
const SIMULATE = `query ($changes: [ProposedChangeInput!]!) {
  simulate(company: "acme", changes: $changes, first: 100) {
    loses limitsChange consequences { effect subject { email } before { allowed action feature } after { allowed code } }
} }`;

interface Simulated {
  readonly simulate: {
    readonly loses: number;
    readonly limitsChange: number;
    readonly consequences: readonly { effect: string; before: { action: string }; after: { code: string } }[];
  };
}

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
});

function tick(): string {
  house.clock.advance(HOUR);
  return house.clock.now().toISOString();
}

/** The approver's right to send a bill of the project, as the policy says it. */
async function code(project: string, at: string | null = null, knownAt: string | null = null): Promise<string> {
  const amount = { minor: 100, currency: "USD" } as const;
  const record = { state: "awaiting", submittedBy: "manager@acme.test", amount, project } as const;
  const subject = { subject: "approver@acme.test", action: "send", resource: "subcontractor_invoice" } as const;
  const question = { company: "acme", ...subject, record, at, knownAt, locale: "en" } as const;
  return (await house.services.authorizer.decide(SEED, question)).code;
}

const both = async (at: string | null = null, knownAt: string | null = null) => [
  await code("P-1", at, knownAt),
  await code("P-2", at, knownAt),
];
const bind = (project: string, connection: string | null) =>
  house.services.projectBinding.bind(ADMIN, "acme", { project, connection });
const setStatus = (status: "authorised" | "revoked", connection = BOOKS) =>
  house.services.connection.configure(ADMIN, "acme", { ...PTY, connection, status });

const FINE = "ALLOWED";
const SHUT = "CONNECTION_NOT_AUTHORISED";

test("what was before a second ledger, before and after binding, and before and after its consent was lost", async () => {
  const one = tick();
  tick();
  await house.services.connection.add(ADMIN, "acme", { name: BOOKS, ...PTY });
  const added = tick();
  tick();
  await bind("P-2", BOOKS);
  const bound = tick();
  tick();
  await setStatus("authorised");
  const consented = tick();
  tick();
  await setStatus("revoked");
  const lost = tick();
  expect(await both()).toEqual([FINE, SHUT]);
  expect(await Promise.all([one, added, bound, consented, lost].map((at) => both(at)))).toEqual([
    [FINE, FINE],
    [FINE, FINE],
    [FINE, SHUT],
    [FINE, FINE],
    [FINE, SHUT],
  ]);
  // Of settings what stood then is what was known then.
  expect(await both(lost, lost)).toEqual([FINE, SHUT]);
  tick();
  await bind("P-2", null);
  expect(await both()).toEqual([FINE, FINE]);
  expect(await both(lost)).toEqual([FINE, SHUT]);
});

test("another default: what follows it and what stays, then and now", async () => {
  await house.services.connection.add(ADMIN, "acme", { name: BOOKS, ...PTY });
  await bind("P-1", (await house.services.connection.configure(ADMIN, "acme", { ...US, name: "Acme" })).connection.id);
  const before = tick();
  tick();
  await house.services.connection.configure(ADMIN, "acme", { ...PTY, connection: BOOKS, makeDefault: true });
  expect(await both()).toEqual([FINE, SHUT]);
  expect(await both(before)).toEqual([FINE, FINE]);
});

const US = { edition: "established", country: "US" } as const;

async function simulate(changes: object[]): Promise<Simulated["simulate"]> {
  const { data, errors } = await house.ask(ADMIN.email, SIMULATE, { changes });
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return (data as unknown as Simulated).simulate;
}

test("if one ledger's consent were lost, nobody loses sending, and its limits change; if both were, all lose it", async () => {
  await house.services.connection.add(ADMIN, "acme", { name: BOOKS, ...PTY, status: "authorised" });
  await bind("P-2", BOOKS);
  const lost = (ofConnection?: string) => ({
    settings: { connection: "REVOKED", ...(ofConnection && { ofConnection }) },
  });
  const one = await simulate([lost(BOOKS)]);
  expect([one.loses, one.limitsChange > 0]).toEqual([0, true]);
  expect(new Set(one.consequences.map(({ effect }) => effect))).toEqual(new Set(["LIMITS_CHANGE"]));
  const other = await simulate([lost()]);
  expect([other.loses, other.limitsChange]).toEqual([0, one.limitsChange]);
  const all = await simulate([lost(), lost(BOOKS)]);
  expect([all.loses, all.limitsChange]).toEqual([one.limitsChange, 0]);
  expect(all.consequences.every(({ effect, after }) => effect === "LOSES" && after.code === SHUT)).toBe(true);
  const { errors } = await house.ask(ADMIN.email, SIMULATE, { changes: [lost("Atlantic Ltd")] });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  expect(await both()).toEqual([FINE, FINE]);
});
