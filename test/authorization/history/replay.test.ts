import { plainDecision } from "../../support/plain-decision";
import fc from "fast-check";
import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";
import { runs } from "../../policy/runs";
import { CHANGE, make, PEOPLE } from "./changes";

const SUBJECTS = [...PEOPLE.map((name) => `${name}@acme.test`), "admin@acme.test", "specialist@vendor.test"];
const RECORD = { project: "P-1", amount: { minor: 250_000, currency: "USD" }, submittedBy: "x", state: "awaiting" };
const MATRIX = `query ($at: DateTime, $knownAt: DateTime) { company(id: "acme") { accessMatrix(at: $at, knownAt: $knownAt) {
  totalCount edges { node { member { email } approver cells { feature send { allowed code conditional }
  import { allowed code conditional } } } } } } }`;

interface AsOf {
  readonly at?: string;
  readonly knownAt?: string;
}

async function acme(): Promise<House> {
  const house = new House(await openTestDatabase());
  const { company, staff, member, project } = house.services;
  await company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Farid" });
  await house.register("acme");
  await staff.assign(SEED, "acme", { email: "specialist@vendor.test", role: "specialist" });
  for (const name of PEOPLE) await member.add(SEED, "acme", { email: `${name}@acme.test`, name });
  await project.add(SEED, "acme", { code: "P-1", name: "Tower" });
  return house;
}

/** All answers of the house, now or as of an instant. */
async function answers(house: House, asOf: AsOf) {
  const { authorizer } = house.services;
  const common = { company: "acme", locale: "en", ...asOf } as const;
  const decisions = [];
  for (const subject of SUBJECTS)
    for (const [action, resource, record] of [
      ["send", "commitment", null],
      ["send", "subcontractor_invoice", RECORD],
      ["submit", "commitment", RECORD],
      ["administer", "company", null],
      ["confirm_slot", "company", null],
    ] as const)
      decisions.push(plainDecision(await authorizer.decide(SEED, { ...common, subject, action, resource, record })));
  const { data, errors } = await house.ask("admin@acme.test", MATRIX, asOf as never);
  if (errors) throw new Error(JSON.stringify(errors));
  return JSON.parse(
    JSON.stringify({ decisions: decisions.map(({ policyRevision: _now, ...decision }) => decision), matrix: data }),
  ) as object;
}

test("what is asked about the past later on is what was answered then", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(CHANGE, fc.integer({ min: 1, max: 10 * 86_400 })), { minLength: 4, maxLength: 10 }),
      async (changes) => {
        const house = await acme();
        const then: { readonly at: string; readonly answers: object }[] = [];
        const look = async () => {
          then.push({ at: house.clock.now().toISOString(), answers: await answers(house, {}) });
        };
        await look();
        for (const [change, seconds] of changes) {
          house.clock.advance(seconds * 500);
          await look();
          house.clock.advance(seconds * 500);
          await make(house, change);
          await look();
        }
        house.clock.advance(86_400_000);
        for (const { at, answers: expected } of then) {
          expect({ at, answers: await answers(house, { at }) }).toEqual({ at, answers: expected });
          if (at > then[then.length >> 1]!.at) continue;
          expect({ at, answers: await answers(house, { at, knownAt: at }) }).toEqual({ at, answers: expected });
        }
      },
    ),
    runs(3),
  );
}, 240_000);
