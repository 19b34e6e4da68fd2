import { ApiKeyEntity } from "../../src/directory/api-keys/api-key.entity";
import type { Actor } from "../../src/kernel/actor";
import { openTestDatabase } from "../support/database";
import { House, person, refusal, SEED } from "../support/house";

const maker = person("maker@one.test");
const specialist = person("specialist@vendor.test");

let house: House;
beforeEach(async () => {
  house = new House(await openTestDatabase());
  for (const slug of ["one", "two", "three"]) await house.register(slug);
  for (const slug of ["one", "two"])
    await house.services.member.add(SEED, slug, { email: maker.email!, name: "Maker", directoryLevel: "admin" });
  await house.services.company.addVendorStaff(SEED, { email: "specialist@vendor.test", name: "Farid" });
});

async function keyOf(actor: Actor, companyIds: string[]) {
  const { apiKey } = await house.services.apiKey.create(actor, {
    name: "Sync",
    companyIds,
    scopes: ["decisions:read"],
  });
  /** Slugs that it is good for. */
  const reaches = async () => {
    const found = (await house.services.apiKey.byId(apiKey.id))!;
    if (found.revokedAt !== null) return [];
    const slugs = await Promise.all(
      (found.companyIds ?? []).map(async (id) => (await house.services.companies.find(id))!),
    );
    return slugs.map(({ slug }) => slug).sort();
  };
  return { apiKey, reaches };
}

/** Asks whether the service may review company one, as if its key had been made for that. */
async function mayReview(id: string) {
  await house.database.write((manager) => manager.update(ApiKeyEntity, { id }, { scopes: ["rights:review"] }));
  const asked = { company: "one", subject: id, action: "review", resource: "company", locale: "en" } as const;
  return async () => house.services.authorizer.decide(SEED, asked);
}

test("a service is denied at once when whoever made its key is deactivated", async () => {
  const { apiKey } = await keyOf(maker, ["one", "two"]);
  const review = await mayReview(apiKey.id);
  expect(await review()).toMatchObject({ allowed: true });
  await house.services.member.deactivate(SEED, "one", { member: maker.email!, reason: "Left" });
  expect(await review()).toMatchObject({ allowed: false, code: "NOT_A_MEMBER" });
});

test("a key is shut out of a company once its maker is deactivated there, and out of no other", async () => {
  const { reaches, apiKey } = await keyOf(maker, ["one", "two"]);
  await house.services.member.deactivate(SEED, "one", { member: maker.email!, reason: "Left" });
  expect(await reaches()).toEqual(["two"]);
  expect((await house.trail("one")).at(-1)).toMatchObject({ action: "api_key.revoked", targetId: apiKey.id });
  await house.services.member.deactivate(SEED, "two", { member: maker.email!, reason: "Left" });
  expect(await reaches()).toEqual([]);
});

test("it falls with the right to administer, whatever takes that", async () => {
  const { reaches } = await keyOf(maker, ["one"]);
  const update = { member: maker.email!, directoryLevel: "standard" } as const;
  await house.services.member.update(SEED, "one", { ...update, toolLevel: "admin", directoryLevel: "admin" });
  expect(await reaches()).toEqual(["one"]);
  await house.services.member.update(SEED, "one", update);
  expect(await reaches()).toEqual([]);
});

test("what vendor staff made ends with their part: at once where somebody ends it, else by a duty", async () => {
  const { staff, keyMakers } = house.services;
  const first = await staff.assign(SEED, "one", { email: specialist.email!, role: "specialist" });
  const ended = await keyOf(specialist, ["one"]);
  await staff.end(SEED, "one", { assignment: first.assignment.id });
  expect(await ended.reaches()).toEqual([]);
  const until = "2026-11-25T00:00:00.000Z";
  await staff.assign(SEED, "one", { email: specialist.email!, role: "specialist", until });
  const lasting = await keyOf(specialist, ["one"]);
  expect(await keyMakers.endOverdue()).toBe(0);
  const review = await mayReview(lasting.apiKey.id);
  expect(await review()).toMatchObject({ allowed: true });
  house.clock.set(until);
  // Before the duty comes round.
  expect(await review()).toMatchObject({ allowed: false, code: "API_KEY_NOT_IN_FORCE" });
  expect(await keyMakers.endOverdue()).toBe(1);
  expect(await lasting.reaches()).toEqual([]);
  expect(await keyMakers.endOverdue()).toBe(0);
});

test("what the command line made rests on nobody's right", async () => {
  const { reaches } = await keyOf(SEED, ["one"]);
  await house.services.member.deactivate(SEED, "one", { member: maker.email!, reason: "Left" });
  expect(await reaches()).toEqual(["one"]);
});

test("asking for a key tells nobody which companies there are, whatever else is asked and in whatever order", async () => {
  const { apiKey, member } = house.services;
  // Known to one company that they do not administer.
  await member.add(SEED, "one", { email: "clerk@one.test", name: "Clerk" });
  const clerk = person("clerk@one.test");
  const ask = (companyIds: string[], more: object = {}) =>
    refusal(apiKey.create(clerk, { name: "Sync", companyIds, scopes: ["decisions:read"], ...more }));
  for (const more of [{}, { expiresAt: "yesterday" }])
    for (const own of [[], ["one"]])
      for (const order of [(list: string[]) => list, (list: string[]) => [...list].reverse()]) {
        const there = await ask(order([...own, "three"]), more);
        expect(there).toEqual(await ask(order([...own, "nowhere"]), more));
        expect(there).toMatchObject({ code: "NOT_FOUND" });
      }
});
