import fc from "fast-check";
import { evaluateBatch } from "../../src/authorization/authzen/transport/batch";
import type { Asker } from "../../src/authorization/authzen/transport/engine";
import type { Caller } from "../../src/infra/graphql/caller";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { ACTIONS, RESOURCES } from "../../src/policy/model/vocabulary";
import { runs } from "../policy/runs";
import { openAcme } from "../support/acme";
import { SEED, type House } from "../support/house";

/* A batch without reasons is answered from where the tables lie; it says what the explained answers say. */

let house: House;
let companyId: string;
let otherId: string;
let members: string[];

beforeAll(async () => {
  house = await openAcme();
  companyId = (await house.company("acme")).id;
  otherId = (await house.company("globex")).id;
  const found = await house.database.read().find(MemberEntity);
  members = found.map(({ id }) => id);
});

/** A request of its own each time. */
function asker(caller: Caller): Asker {
  return { caller, locale: "en", requestId: null };
}

function service(companyIds = [companyId]): Asker {
  return asker({ kind: "service", keyId: "key", name: "key", scopes: ["decisions:read"], companyIds });
}

interface Asked {
  readonly subject: string;
  readonly action: string;
  readonly feature: string;
  readonly company: string;
}

async function ask(who: Asker, asked: readonly Asked[], reasons: boolean): Promise<(boolean | string)[]> {
  const evaluations = asked.map(({ subject, action, feature, company }) => ({
    subject: { type: "user", id: subject },
    action: { name: action },
    resource: { type: "feature", id: feature, properties: { company } },
  }));
  const answers = await evaluateBatch(house.services.authzen, who, { evaluations, options: { reasons } });
  return answers.map(({ decision, context }) => {
    const error = context?.["error"] as { message: string } | undefined;
    return error?.message ?? decision;
  });
}

const questions = () =>
  fc.array(
    fc.record({
      subject: fc.constantFrom(
        ...members,
        "buyer@acme.test",
        "nobody@acme.test",
        "00000000-0000-7000-8000-000000000000",
      ),
      action: fc.constantFrom(...ACTIONS, "fly"),
      feature: fc.constantFrom(...RESOURCES, "nothing"),
      company: fc.constantFrom(companyId, "acme", otherId, "globex", "nowhere"),
    }),
    { minLength: 1, maxLength: 12 },
  );

test.each([
  ["a service", () => service()],
  [
    "a member",
    () =>
      asker({ kind: "person", email: "admin@acme.test", subject: "https://issuer.test|admin@acme.test", name: null }),
  ],
])(
  "a batch by %s says without reasons what it says with them",
  async (_who, by) => {
    const law = fc.asyncProperty(questions(), async (asked) => {
      // What others may ask is in memory, and no business of theirs.
      await ask(service([companyId, otherId]), asked, false);
      const told = await ask(by(), asked, true);
      expect(await ask(by(), asked, false)).toEqual(told);
      // All of it is in memory by now.
      expect(await ask(by(), asked, false)).toEqual(told);
      expect(await ask(by(), [...asked, ...asked], false)).toEqual([...told, ...told]);
    });
    await fc.assert(law, runs(40));
  },
  60_000,
);

test("a right that was taken away is gone from the next batch on", async () => {
  const added = { email: "second@acme.test", name: "Second", directoryLevel: "admin" } as const;
  const { member } = await house.services.member.add(SEED, "acme", added);
  const asked = { subject: member.id, action: "administer", feature: "company", company: companyId };
  for (let again = 0; again < 3; again++) expect(await ask(service(), [asked], false)).toEqual([true]);
  await house.services.member.deactivate(SEED, "acme", { member: member.id, reason: "Gone" });
  for (let again = 0; again < 3; again++) expect(await ask(service(), [asked], false)).toEqual([false]);
});

test("what is in memory for another service is nothing to this one", async () => {
  const member = await house.database.read().findOneByOrFail(MemberEntity, { companyId: otherId });
  const asked = { subject: member.id, action: "administer", feature: "company", company: otherId };
  for (let again = 0; again < 3; again++)
    expect(await ask(service([companyId, otherId]), [asked], false)).toEqual([true]);
  for (let again = 0; again < 3; again++) expect(await ask(service(), [asked], false)).toEqual([false]);
});
