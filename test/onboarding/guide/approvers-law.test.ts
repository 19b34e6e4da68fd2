import fc from "fast-check";
import { insertRows } from "../../../src/infra/db/query/rows";
import { featuresOf } from "../../../src/erp/catalogue/catalogue";
import { newId } from "../../../src/kernel/ids";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { DIRECTIONS, LEVELS, type Feature } from "../../../src/policy/model/vocabulary";
import { runs } from "../../policy/runs";
import { openAcme } from "../../support/acme";
import { SEED, START, type House } from "../../support/house";
import { grantOf, memberOf } from "../../support/rows";

const FEATURES = featuresOf("xero", "export");
const TIMES = [null, "2026-11-01T00:00:00.000Z", START, "2026-12-01T00:00:00.000Z"];

const grant = fc.record({
  feature: fc.constantFrom<Feature>(...FEATURES, "job_cost"),
  direction: fc.constantFrom(...DIRECTIONS),
  validFrom: fc.constantFrom(...TIMES),
  validUntil: fc.constantFrom(...TIMES),
  revokedAt: fc.constantFrom(null, null, START),
});
const person = fc.record({
  rights: fc.record({
    toolLevel: fc.constantFrom(...LEVELS),
    directoryLevel: fc.constantFrom(...LEVELS),
    canPushToAccounting: fc.boolean(),
    active: fc.constantFrom(true, true, false),
  }),
  grants: fc.array(grant, { maxLength: 4 }),
});

/** A company that is live, connected and uses everything: nothing but people's own rights decides there. */
async function liveCompany(house: House, slug: string): Promise<string> {
  const { connection, featureSwitch, implementation } = house.services;
  const { id } = await house.register(slug);
  await connection.configure(SEED, slug, { edition: "established", country: "US", status: "authorised" });
  for (const feature of FEATURES) await featureSwitch.set(SEED, slug, { feature, enabled: true });
  for (const phase of ["implementation", "getting_started"] as const)
    await implementation.enterPhase(SEED, slug, { phase, reason: "Told by the test" });
  return id;
}

interface Answers {
  readonly guide: { approvers: { email: string; features: string[]; asAdministrator: boolean }[] | null }[];
}
interface Allowed {
  readonly edges: { node: { subject: { email: string }; decision: { grant: object | null } } }[];
}

test("whatever people's rights, the page of approvers and `whoCan` agree on who may send what, and on what it rests", async () => {
  const house = await openAcme();
  let number = 0;
  const law = fc.asyncProperty(fc.array(person, { minLength: 12, maxLength: 20 }), async (people) => {
    const slug = `law-${(number += 1)}`;
    const id = await liveCompany(house, slug);
    await house.database.write(async (manager) => {
      const members = people.map(({ rights }) => memberOf({ id }, rights));
      await insertRows(manager, MemberEntity, members);
      const grants = people.flatMap((one, index) =>
        one.grants.map((given) => grantOf(members[index]!, { id: newId(), ...given })),
      );
      await insertRows(manager, GrantEntity, grants);
    });
    const asked = FEATURES.map(
      (feature) => `${feature}: whoCan(company: "${slug}", action: SEND, feature: ${feature.toUpperCase()}, first: 200)
        { edges { node { subject { email } decision { grant { id } } } } }`,
    );
    const source = `{ guide(company: "${slug}") { approvers { email features asAdministrator } } ${asked.join(" ")} }`;
    const { data, errors } = await house.ask(`admin@${slug}.test`, source);
    expect(errors).toBeUndefined();
    const { guide } = data as unknown as Answers;
    const shown = guide.flatMap(({ approvers }) => approvers ?? []);
    for (const feature of FEATURES) {
      const { edges } = (data as unknown as Record<string, Allowed>)[feature]!;
      const may = edges.map(({ node }) => `${node.subject.email} ${node.decision.grant === null}`);
      const told = shown.filter(({ features }) => features.includes(feature.toUpperCase()));
      expect(told.map(({ email, asAdministrator }) => `${email} ${asAdministrator}`).sort()).toEqual(may.sort());
    }
  });
  await fc.assert(law, runs(8));
});
