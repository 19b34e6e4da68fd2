import fc from "fast-check";
import { PolicyRefusal } from "../../src/policy/ports";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { RecordRevisionEntity } from "../../src/records/record/record-revision.entity";
import { factsOf } from "../../src/records/record/record-facts";
import { oracleAllows } from "../policy/oracle";
import { runs } from "../policy/runs";
import { commitment, RecordHouse } from "../records/record-house";
import { person, SEED } from "../support/house";

const DAY = 86_400_000;
const PEOPLE = ["ann", "ben", "cleo", "dev"] as const;
type Name = (typeof PEOPLE)[number];

/** On what somebody's right to send may rest, or why they have none. */
const RIGHTS = [
  "grant",
  "grant that ends",
  "low ceiling",
  "administrator",
  "project",
  "project and grant",
  "none",
] as const;
type Right = (typeof RIGHTS)[number];

type Step =
  | { readonly kind: "sends" | "loses the grants" | "leaves" | "loses the project"; readonly who: Name }
  | { readonly kind: "direct export"; readonly mode: "off" | "without_workflow" }
  | { readonly kind: "days go by" };

const who = fc.constantFrom(...PEOPLE);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("sends" as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("loses the grants" as const, "leaves" as const, "loses the project" as const),
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("direct export" as const),
      mode: fc.constantFrom("off" as const, "without_workflow" as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "days go by" } as const) },
);
const story = fc.record({
  rights: fc.tuple(...PEOPLE.map(() => fc.constantFrom(...RIGHTS))),
  submitter: who,
  direct: fc.constantFrom("off" as const, "without_workflow" as const),
  steps: fc.array(step, { minLength: 3, maxLength: 9 }),
});

let house: RecordHouse;
let told = 0;
beforeAll(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 100_000, currency: "USD" } });
});

const email = (name: Name) => `${name}-${told}@acme.test`;

async function joins(name: Name, right: Right): Promise<void> {
  const { member, approver, grant, project } = house.services;
  const administrator = right === "administrator" ? ({ directoryLevel: "admin", toolLevel: "standard" } as const) : {};
  await member.add(SEED, "acme", { email: email(name), name, ...administrator });
  if (["grant", "grant that ends", "low ceiling", "project and grant", "administrator"].includes(right))
    await approver.designate(SEED, "acme", { member: email(name), reason: "Named" });
  const given = { member: email(name), feature: "commitment", reason: "Named" } as const;
  const validUntil = new Date(house.clock.now().getTime() + DAY).toISOString();
  if (right === "grant" || right === "project and grant") await grant.give(SEED, "acme", given);
  if (right === "grant that ends") await grant.give(SEED, "acme", { ...given, validUntil });
  if (right === "low ceiling")
    await grant.give(SEED, "acme", { ...given, ceiling: { minor: 500_000, currency: "USD" } });
  if (right.startsWith("project")) {
    const levels = [{ tool: "commitments", level: "admin" }] as const;
    await project.setLevels(SEED, "acme", { project: "P-1", member: email(name), levels });
  }
}

/** Who of them could send the record now, if it were small: as the clerk with the matrix says. */
async function couldSend(record: RecordEntity): Promise<string[]> {
  const { facts: loader, subjects } = house.services;
  const company = await house.company("acme");
  const at = house.clock.now().toISOString();
  const of = { ...(await loader.company(company)), twoPersonAbove: null };
  const able: string[] = [];
  for (const name of PEOPLE) {
    const known = await subjects.find(company.id, email(name));
    const subject = known && (await loader.subject(of, known, at));
    const asked = { ...factsOf(record), companyId: company.id, feature: record.feature, state: "awaiting" };
    if (subject && oracleAllows({ company: of, subject, at }, "send", "commitment", asked))
      able.push(subject.subjectId);
  }
  return able;
}

async function takes(next: Exclude<Step, { kind: "sends" }>): Promise<void> {
  const { member, approver, project, featureSwitch } = house.services;
  if (next.kind === "days go by") return house.clock.advance(2 * DAY);
  if (next.kind === "direct export")
    return void (await featureSwitch.set(SEED, "acme", { feature: "commitment", directExport: next.mode }));
  const reason = "Told by the test";
  if (next.kind === "leaves") await member.deactivate(SEED, "acme", { member: email(next.who), reason });
  if (next.kind === "loses the grants")
    await approver.makeReadOnly(SEED, "acme", { member: email(next.who), reason }).catch(ignoreConflict);
  const levels = [{ tool: "commitments", level: "none" }] as const;
  if (next.kind === "loses the project")
    await project.setLevels(SEED, "acme", { project: "P-1", member: email(next.who), levels }).catch(ignoreConflict);
}

/** Whoever has left can lose nothing any more. */
function ignoreConflict(error: unknown): void {
  if ((error as { code?: string }).code !== "CONFLICT") throw error;
}

const outcomes = new Map<string, number>();

/** Sends as the person, and holds what came of it against who could. */
async function sends(name: Name, id: string): Promise<boolean> {
  const before = await house.record(id);
  const able = await couldSend(before);
  const me = (await house.services.subjects.find(before.companyId, email(name)))!.id;
  const first =
    before.firstApproverId !== null && able.includes(before.firstApproverId) ? before.firstApproverId : null;
  const mine = able.includes(me) && before.submittedById !== me;
  const expected = !mine || first === me ? "refused" : first === null ? "first_approval" : "sent";
  const outcome = await house.send(person(email(name)), before).then(
    (sending) => sending.outcome,
    (error: unknown) => {
      if (error instanceof PolicyRefusal) return "refused";
      throw error;
    },
  );
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  expect({ able, first, me, outcome }).toEqual({ able, first, me, outcome: expected });
  return outcome === "sent";
}

/** Of a sent record: the two, and who submitted it, are three people. */
async function heldBy(id: string): Promise<void> {
  const { submittedById, firstApproverId, sentById } = await house.record(id);
  const three = [submittedById, firstApproverId, sentById];
  expect(three).not.toContain(null);
  expect(new Set(three).size).toBe(3);
  const order = { version: "ASC" } as const;
  const history = await house.database.read().find(RecordRevisionEntity, { where: { recordId: id }, order });
  expect(history.findLast(({ event }) => event === "approve_first")?.actorId).toBe(firstApproverId);
}

test("above the limit two people send, neither submitted it, and both could have sent it, whatever their right rests on", async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ rights, submitter, direct, steps }) => {
      told += 1;
      for (const [index, name] of PEOPLE.entries()) await joins(name, rights[index]!);
      await house.services.featureSwitch.set(SEED, "acme", { feature: "commitment", directExport: direct });
      const lines = [{ number: "1", costCode: "05-120", amount: "1000000.00" }];
      const { id } = await house.offer(SEED, commitment({ number: `SC-${told}`, lines }));
      const submittedById = (await house.services.subjects.find((await house.company("acme")).id, email(submitter)))!
        .id;
      await house.database.write((manager) => manager.update("RecordEntity", { id }, { submittedById }));
      for (const next of steps) {
        if (next.kind !== "sends") await takes(next);
        else if (await sends(next.who, id)) return heldBy(id);
      }
    }),
    runs(30),
  );
  // A law about what never happens says nothing.
  expect([...outcomes.keys()].sort()).toEqual(["first_approval", "refused", "sent"]);
});
