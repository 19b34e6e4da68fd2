import fc from "fast-check";
import { seedDemo } from "../../../src/dev/demo/demo-seed";
import { runs } from "../../policy/runs";
import { openTestDatabase } from "../../support/database";
import { House, SEED } from "../../support/house";

const SIMULATE = `query ($changes: [ProposedChangeInput!]!) {
  simulate(company: "demo", changes: $changes, first: 500) {
    gains loses limitsChange consequences { effect before { action feature } }
} }`;

interface Simulated {
  readonly gains: number;
  readonly loses: number;
  readonly limitsChange: number;
  readonly consequences: readonly {
    readonly effect: string;
    readonly before: { readonly action: string; readonly feature: string | null };
  }[];
}

let house: House;
beforeAll(async () => {
  house = new House(await openTestDatabase());
  await seedDemo(house.services as never);
});

async function simulate(changes: object[]): Promise<Simulated> {
  const { data, errors } = await house.ask("admin@demo.test", SIMULATE, { changes });
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  return (data as unknown as { simulate: Simulated }).simulate;
}

async function outcomeOf<T>(work: Promise<T>): Promise<{ answer: T | null; refused: string | null }> {
  return work.then(
    (answer) => ({ answer, refused: null }),
    (error: Error) => ({ answer: null, refused: error.message }),
  );
}

test("a simulation foretells what the change then does", async () => {
  const member = "read-only@demo.test";
  const level = fc.constantFrom("NONE", "READ_ONLY", "STANDARD", "ADMIN");
  const change = fc.record({ toolLevel: level, canPushToAccounting: fc.boolean(), active: fc.boolean() });
  const rights = async () => {
    const company = await house.company("demo");
    const subject = (await house.services.subjects.find(company.id, member))!;
    const { table } = await house.services.policies.policyOf(company, subject, house.clock.now().toISOString());
    return table;
  };
  await fc.assert(
    fc.asyncProperty(change, async (wanted) => {
      const foretold = await outcomeOf(simulate([{ member: { member, ...wanted } }]));
      const before = await rights();
      const toolLevel = wanted.toolLevel.toLowerCase() as "none";
      const done = await outcomeOf(house.services.member.update(SEED, "demo", { member, ...wanted, toolLevel }));
      // What the change itself refuses is refused when it is only thought of, in the same words.
      expect(foretold.refused).toBe(done.refused);
      if (!foretold.answer) return;
      const found = foretold.answer;
      const after = await rights();
      const shut = (verdict: string) => verdict === "never";
      const verdicts = found.consequences.map(({ effect, before: { action, feature } }) => {
        const place = [action.toLowerCase(), feature?.toLowerCase() ?? "company"] as never as ["send", "commitment"];
        return { effect, was: shut(before.at(...place)), is: shut(after.at(...place)) };
      });
      for (const { effect, was, is } of verdicts)
        expect({ effect, was, is }).toEqual({ effect, was: effect === "GAINS", is: effect === "LOSES" });
      expect(found.consequences).toHaveLength(found.gains + found.loses + found.limitsChange);
    }),
    runs(10),
  );
}, 60_000);
