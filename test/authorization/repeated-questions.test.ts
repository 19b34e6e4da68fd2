import { seedDemo } from "../../src/dev/demo/demo-seed";
import type { ServiceCaller } from "../../src/infra/graphql/caller";
import { readingOf } from "../../src/authorization/decision-point/request-reading";
import type { Question } from "../../src/policy/ports";
import { openTestDatabase } from "../support/database";
import { House, SEED, START } from "../support/house";

/* What a program asks again is answered as it was: to whoever may hear it, while it holds. */

const APPROVER = "commitments-only@demo.test";
let house: House;
let companyId: string;

beforeAll(async () => {
  house = new House(await openTestDatabase());
  await seedDemo(house.services as never);
  companyId = (await house.company("demo")).id;
}, 60_000);

function service(companyIds: readonly string[], scopes = ["decisions:read"]): ServiceCaller {
  return { kind: "service", keyId: "key", name: "key", scopes, companyIds };
}

/** Code and basis of the answer, in a request of its own; asked twice over, so that the last comes from memory. */
async function ask(asker: ServiceCaller, more: Partial<Question> = {}) {
  const feature: Question = {
    company: "demo",
    subject: APPROVER,
    action: "send",
    resource: "commitment",
    locale: "en",
  };
  const question = { ...feature, ...more };
  const answers = [];
  for (let time = 0; time < 3; time++)
    answers.push(await house.services.authorizer.decide(asker, question, readingOf({})));
  const codes = new Set(answers.map(({ code }) => code));
  expect(codes.size).toBe(1);
  return answers[2]!;
}

/** Gives the right; answers with the grant's id. */
async function give(validUntil: string | null = null): Promise<string> {
  const grant = { member: APPROVER, feature: "commitment", direction: "export", reason: "Test" } as const;
  return (await house.services.grant.give(SEED, "demo", { ...grant, validUntil })).grant.id;
}

test("what one service was told is nothing to a service of other companies, or without the scope", async () => {
  const strangers = [service([]), service([companyId], [])];
  const before = await Promise.all(strangers.map((one) => ask(one).catch((error: Error) => error.message)));
  expect((await ask(service([companyId]))).code).toBe("ALLOWED");
  const after = await Promise.all(strangers.map((one) => ask(one).catch((error: Error) => error.message)));
  expect(after.map((one) => (typeof one === "string" ? one : one.code))).toEqual(
    before.map((one) => (typeof one === "string" ? one : one.code)),
  );
  expect(after.map((one) => (typeof one === "string" ? one : one.allowed))).not.toContain(true);
});

test("a grant that ends is over when it ends, and carries until then", async () => {
  const mine = service([companyId]);
  await house.services.grant.revoke(SEED, "demo", (await ask(mine)).grantId!, "Test");
  expect((await ask(mine)).code).toBe("FEATURE_NOT_GRANTED");
  await give("2026-11-24T10:00:00.000Z");
  expect((await ask(mine)).evaluatedAt).toBe(START);
  expect((await ask(mine)).code).toBe("ALLOWED");
  house.clock.set("2026-11-24T09:59:59.999Z");
  expect(await ask(mine)).toMatchObject({ code: "ALLOWED", evaluatedAt: "2026-11-24T09:59:59.999Z" });
  house.clock.set("2026-11-24T10:00:00.000Z");
  expect((await ask(mine)).allowed).toBe(false);
});

test("each question has its own answer, whatever stands in it", async () => {
  await give();
  const mine = service([companyId]);
  expect((await ask(mine)).allowed).toBe(true);
  for (const more of [
    { resource: "subcontractor_invoice" },
    { action: "sendc", resource: "ommitment" },
    { resource: "commitmentdemo", company: "" },
    { subject: null },
    { atLeast: 1_000_000 },
    { fullyConsistent: true, subject: "nobody@demo.test" },
    { at: "2020-01-01T00:00:00.000Z" },
  ]) {
    const told = await ask(mine, more).catch((error: Error) => error.message);
    expect(typeof told === "string" ? false : told.allowed).toBe(false);
  }
  expect((await ask(mine, { locale: "fr" })).message).not.toBe((await ask(mine)).message);
});
