import { IsNull } from "typeorm";
import { DecisionReplay } from "../../../src/authorization/simulation/decision-replay";
import { TABLES } from "../../../src/app";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { DecisionEntryEntity } from "../../../src/authorization/log/decision-entry.entity";
import { StoredRecords } from "../../../src/authorization/facts/stored-records";
import { insertRows } from "../../../src/infra/db/query/rows";
import { newId } from "../../../src/kernel/ids";
import { seedDemo } from "../../../src/dev/demo/demo-seed";
import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";

const SIMULATE = `query ($company: ID!, $changes: [ProposedChangeInput!]!, $decisions: DecisionPeriodInput, $first: Int! = 100) {
  simulate(company: $company, changes: $changes, decisions: $decisions, first: $first) {
    people gains loses limitsChange policyRevision
    consequences { effect subject { subjectId email } before { allowed code action feature grantId } after { allowed code action feature limits { code } } }
    replayed { decisions more untold otherwise { allowed code decision { id allowed code } } }
} }`;
const ASKER = "admin@demo.test";
const APPROVER = "commitments-only@demo.test";

interface Simulated {
  readonly people: number;
  readonly gains: number;
  readonly loses: number;
  readonly limitsChange: number;
  readonly consequences: readonly {
    readonly effect: string;
    readonly subject: { readonly email: string };
    readonly before: { readonly allowed: boolean; readonly action: string; readonly feature: string | null };
    readonly after: { readonly allowed: boolean; readonly code: string; readonly limits: { code: string }[] };
  }[];
  readonly replayed: { decisions: number; untold: number; otherwise: { allowed: boolean; code: string }[] } | null;
}

let house: House;
beforeAll(async () => {
  house = new House(await openTestDatabase());
  await seedDemo(house.services as never);
});

async function simulate(changes: object[], more: object = {}, asker = ASKER): Promise<Simulated> {
  const { data, errors } = await house.ask(asker, SIMULATE, { company: "demo", changes, ...more });
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return (data as unknown as { simulate: Simulated }).simulate;
}

/** Every row of every table. */
async function everything(): Promise<string> {
  const tables = [];
  for (const entity of TABLES.entities) tables.push(await house.database.read().find(entity));
  return JSON.stringify(tables);
}

const told = ({ consequences }: Simulated) =>
  consequences.map(
    ({ effect, subject, before }) =>
      `${subject.email.split("@")[0]} ${effect.toLowerCase()} ${before.action.toLowerCase()} ${before.feature?.toLowerCase() ?? "company"}`,
  );

describe("what if", () => {
  test("a grant were given: its member gains sending and rejecting of that feature, and nobody anything else", async () => {
    const found = await simulate([{ give: { member: APPROVER, feature: "SUBCONTRACTOR_INVOICE" } }]);
    expect(found).toMatchObject({ people: 1, gains: 2, loses: 0, limitsChange: 0 });
    expect(told(found)).toEqual([
      "commitments-only gains send subcontractor_invoice",
      "commitments-only gains reject subcontractor_invoice",
    ]);
  });

  test("a grant were narrowed: its limits change", async () => {
    const { id } = await house.database
      .read()
      .findOneByOrFail(GrantEntity, { feature: "subcontractor_invoice", revokedAt: IsNull() });
    const give = { member: "commitments-and-invoices@demo.test", feature: "SUBCONTRACTOR_INVOICE" };
    const found = await simulate([{ revoke: id }, { give: { ...give, projects: ["P-100"] } }]);
    expect(told(found)).toEqual([
      "commitments-and-invoices limits_change send subcontractor_invoice",
      "commitments-and-invoices limits_change reject subcontractor_invoice",
    ]);
    expect(found.consequences[0]!.after.limits.map(({ code }) => code)).toContain("OUT_OF_PROJECT_SCOPE");
    expect(await simulate([{ revoke: id }, { give }])).toMatchObject({ gains: 0, loses: 0, limitsChange: 0 });
  });

  test("somebody were deactivated: he loses all", async () => {
    const found = await simulate([{ member: { member: APPROVER, active: false } }]);
    expect(found.loses).toBeGreaterThan(5);
    expect(found).toMatchObject({ gains: 0, limitsChange: 0 });
    expect(found.consequences.every(({ after }) => after.code === "MEMBER_INACTIVE")).toBe(true);
  });

  test("somebody who has left were given something: refused, until they are back, and then they have that alone", async () => {
    const give = { give: { member: APPROVER, feature: "SUBCONTRACTOR_INVOICE" } };
    const active = (is: boolean, more: object = {}) => ({ member: { member: APPROVER, active: is, ...more } });
    await expect(simulate([active(false), give])).rejects.toThrow("reactivate the member first");
    await expect(simulate([active(false), active(false, { toolLevel: "ADMIN" })])).rejects.toThrow("reactivate");
    const back = await simulate([active(false), active(true), give]);
    expect(back.gains).toBe(0);
    expect(back.consequences.find(({ before }) => before.action === "SEND")!.after).toMatchObject({
      code: "TOOL_LEVEL_TOO_LOW",
    });
  });

  test("the company were suspended: nobody sends", async () => {
    const found = await simulate([{ settings: { phase: "SUSPENDED" } }], { first: 500 });
    expect(found.gains).toBe(0);
    const losers = told(found).filter((line) => line.endsWith("loses send commitment"));
    expect(losers.map((line) => line.split(" ")[0]).sort()).toEqual([
      "admin",
      "commitments-and-invoices",
      "commitments-only",
    ]);
  });

  test("a switch were off, and the two-person rule on", async () => {
    const off = await simulate([{ featureSwitch: { feature: "COMMITMENT", enabled: false } }], { first: 500 });
    expect(told(off)).toContain("commitments-only loses send commitment");
    const two = await simulate([{ settings: { twoPersonAbove: { value: "100.00", currency: "USD" } } }]);
    expect(two).toMatchObject({ gains: 0, loses: 0 });
    expect(two.limitsChange).toBeGreaterThan(0);
  });

  test("is for who may review, and refuses what cannot be", async () => {
    const change = { give: { member: APPROVER, feature: "SUBCONTRACTOR_INVOICE" } };
    await expect(simulate([change], {}, "admin@other.test")).rejects.toThrow("no such company");
    await expect(simulate([change], {}, "project-manager@demo.test")).rejects.toThrow();
    await expect(simulate([])).rejects.toThrow("from one to 50");
    await expect(simulate([{}])).rejects.toThrow("exactly one");
    await expect(simulate([{ ...change, revoke: newId() }])).rejects.toThrow();
    await expect(simulate([{ revoke: newId() }])).rejects.toThrow("no such grant");
    await expect(simulate([{ member: { member: "nobody", active: true } }])).rejects.toThrow("no member");
    await expect(simulate([{ give: { ...change.give, projects: ["P-999"] } }])).rejects.toThrow("no such project");
    await expect(simulate([change], { first: 501 })).rejects.toThrow("from 0 to 500");
  });

  test("changes nothing, and costs the same for few and many", async () => {
    const before = await everything();
    const changes = [
      { give: { member: APPROVER, feature: "SUBCONTRACTOR_INVOICE" } },
      { member: { member: APPROVER, toolLevel: "ADMIN" } },
      { settings: { phase: "SUSPENDED" } },
    ];
    const count = async (more: object[]) => {
      const window = house.database.countStatements();
      await simulate([...changes, ...more], { decisions: { from: "2026-01-01" } });
      return window.stop();
    };
    const few = await count([]);
    expect(await count([{ member: { member: ASKER, toolLevel: "NONE" } }, ...changes.slice(1)])).toEqual(few);
    expect(await everything()).toBe(before);
  });
});

describe("logged decisions", () => {
  const FROM = "2026-11-01T00:00:00.000Z";
  async function log(entry: Partial<DecisionEntryEntity>): Promise<void> {
    const company = await house.company("demo");
    const subject = await house.services.subjects.find(company.id, APPROVER);
    const row = {
      ...{
        id: newId(),
        companyId: company.id,
        at: house.clock.now().toISOString(),
        askerKind: "system",
        asker: "test",
      },
      ...{ subjectId: subject!.id, subjectReference: APPROVER, action: "send", resource: "commitment", recordId: null },
      ...{ allowed: true, code: "ALLOWED", reasons: [], grantId: null, policyRevision: 1, asOf: null, traceId: null },
      ...{ consistency: "revision", enforced: false, createdAt: house.clock.now().toISOString(), ...entry },
    };
    await house.database.write((manager) => insertRows(manager, DecisionEntryEntity, [row as never]));
  }

  test("of a period that would have come out otherwise", async () => {
    house.clock.advance(60_000);
    await log({});
    await log({ resource: "subcontractor_invoice", allowed: false, code: "FEATURE_NOT_GRANTED" });
    await log({ allowed: false, code: "OWN_RECORD" });
    await log({ recordId: "SC-1" });
    house.clock.advance(60_000);
    const period = { decisions: { from: FROM } };
    const { replayed: given } = await simulate(
      [{ give: { member: APPROVER, feature: "SUBCONTRACTOR_INVOICE" } }],
      period,
    );
    expect(given).toMatchObject({ decisions: 4, untold: 2, otherwise: [{ allowed: true, code: "ALLOWED" }] });
    const { replayed: suspended } = await simulate([{ settings: { phase: "SUSPENDED" } }], period);
    expect(suspended!.otherwise).toMatchObject([{ allowed: false, code: "INTEGRATION_NOT_LIVE" }]);
    await log({ subjectId: null, subjectReference: "New@demo.test", allowed: false, code: "NOT_A_MEMBER" });
    house.clock.advance(60_000);
    const join = { email: "new@demo.test", toolLevel: "STANDARD", canPushToAccounting: true };
    const { replayed: came } = await simulate(
      [{ join }, { give: { member: "new@demo.test", feature: "COMMITMENT" } }],
      period,
    );
    expect(came).toMatchObject({ decisions: 5, otherwise: [{ allowed: true, code: "ALLOWED" }] });
    const { replayed: none } = await simulate([{ settings: { phase: "SUSPENDED" } }], {
      decisions: { from: "2026-01-01", until: FROM },
    });
    expect(none).toMatchObject({ decisions: 0, otherwise: [] });
  });

  test("are made again under the rights of their instant", async () => {
    house.clock.advance(60_000);
    await house.services.approver.makeReadOnly(SEED, "demo", { member: APPROVER, reason: "Test" });
    house.clock.advance(60_000);
    const replay = new DecisionReplay(house.database, house.services.facts, new StoredRecords(house.database));
    const company = await house.company("demo");
    const found = await replay.replay(
      company,
      { changes: [], joining: new Map() },
      { from: FROM, until: house.clock.now().toISOString() },
    );
    expect(found).toMatchObject({ decisions: 5, untold: 2, otherwise: [] });
  });
});
