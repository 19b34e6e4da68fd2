import { seedDemo } from "../../../src/dev/demo/demo-seed";
import { TABLES } from "../../../src/app";
import { openTestDatabase } from "../../support/database";
import { House } from "../../support/house";

/** What if somebody came who is not in the directory yet. */

const SIMULATE = `query ($changes: [ProposedChangeInput!]!) {
  simulate(company: "demo", changes: $changes, first: 500) {
    people gains loses limitsChange
    consequences { effect subject { email name } before { code action feature } after { code } }
} }`;
const APPROVER = "commitments-only@demo.test";
const JOIN = { email: "New.Approver@demo.test", toolLevel: "STANDARD", canPushToAccounting: true };
const GIVE = { member: "new.approver@demo.test", feature: "COMMITMENT" };

interface Simulated {
  readonly gains: number;
  readonly loses: number;
  readonly consequences: readonly {
    readonly effect: string;
    readonly subject: { readonly email: string };
    readonly before: { readonly code: string; readonly action: string; readonly feature: string | null };
  }[];
}

let house: House;
beforeAll(async () => {
  house = new House(await openTestDatabase());
  await seedDemo(house.services as never);
});

async function simulate(...changes: object[]): Promise<Simulated> {
  const { data, errors } = await house.ask("admin@demo.test", SIMULATE, { changes });
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return (data as unknown as { simulate: Simulated }).simulate;
}

const told = ({ consequences }: Simulated) =>
  consequences.map(
    ({ effect, subject, before: { action, feature } }) =>
      `${subject.email.split("@")[0]} ${effect} ${action} ${feature ?? "COMPANY"}`,
  );

async function everything(): Promise<string> {
  const tables = [];
  for (const entity of TABLES.entities) tables.push(await house.database.read().find(entity));
  return JSON.stringify(tables);
}

test("he gains what his rights and grants let him do, from nothing, and nothing is written", async () => {
  const before = await everything();
  const found = await simulate({ join: JOIN }, { give: GIVE });
  expect(found).toMatchObject({ people: 1, loses: 0, limitsChange: 0 });
  expect(told(found)).toContain("new.approver GAINS SEND COMMITMENT");
  expect(told(found)).not.toContain("new.approver GAINS SEND VENDOR");
  expect(found.consequences[0]).toMatchObject({ before: { code: "NOT_A_MEMBER" }, after: { code: "ALLOWED" } });
  expect(await everything()).toBe(before);
});

test("he gains exactly what somebody of the same rights would lose by leaving", async () => {
  const came = await simulate({ join: JOIN }, { give: GIVE });
  const left = await simulate({ member: { member: APPROVER, active: false } });
  expect(came.gains).toBe(left.loses);
});

test("beside what changes for everybody", async () => {
  const found = told(await simulate({ join: JOIN }, { give: GIVE }, { settings: { phase: "SUSPENDED" } }));
  expect(found).toContain("commitments-only LOSES SEND COMMITMENT");
  expect(found).toContain("new.approver GAINS VIEW COMMITMENT");
  expect(found).not.toContain("new.approver GAINS SEND COMMITMENT");
});

test("he comes once, and is not there already", async () => {
  await expect(simulate({ join: { email: APPROVER } })).rejects.toThrow("in the directory already");
  await expect(simulate({ join: JOIN }, { join: JOIN })).rejects.toThrow("in the directory already");
  await expect(simulate({ join: { email: "nobody" } })).rejects.toThrow("no e-mail");
  await expect(simulate({ give: GIVE })).rejects.toThrow("no member");
});
