import { plainDecision } from "../support/plain-decision";
import { apiKeyMatches } from "../../src/directory/api-keys/api-key-format";
import { MAX_KEYS_IN_USE } from "../../src/directory/api-keys/api-key-writer";
import { ApiKeyEntity } from "../../src/directory/api-keys/api-key.entity";
import { createAuthenticate } from "../../src/server/authentication/authenticate";
import type { Actor } from "../../src/kernel/actor";
import { PolicyRefusal } from "../../src/policy/ports";
import { openTestDatabase } from "../support/database";
import { House, person, refusal } from "../support/house";

const ADMIN = person("admin@one.test");
const SCOPES = ["decisions:read"];

let house: House;
beforeEach(async () => {
  house = new House(await openTestDatabase());
  for (const slug of ["one", "two", "three"]) await house.register(slug);
  // One person who administers two companies.
  const both = { email: ADMIN.email!, name: "Both", toolLevel: "none", directoryLevel: "admin" } as const;
  await house.services.member.add({ kind: "system", name: "test" }, "two", both);
});

const create = (companies: string[], more: object = {}, actor: Actor = ADMIN) =>
  house.services.apiKey.create(actor, { name: "Sync", companyIds: companies, scopes: SCOPES, ...more });

function authenticate(key: string) {
  const onProblem = () => undefined;
  const parts = { issuers: [], apiKeys: house.services.apiKeys, clock: house.clock, onProblem };
  return createAuthenticate(parts)(`Bearer ${key}`);
}

const ask = async (key: string, company: string) =>
  house.services.authorizer.decide((await authenticate(key)) as Actor, {
    company,
    subject: "admin@one.test",
    action: "view",
    resource: "company",
    locale: "en",
  });

test("a key works, and only its hash is kept, in the row and in the audit trail", async () => {
  const { key, apiKey } = await create(["one"]);
  expect(await ask(key, "one")).toMatchObject({ allowed: true });
  const row = await house.database.read().findOneByOrFail(ApiKeyEntity, { id: apiKey.id });
  expect(apiKeyMatches(key, row.hash)).toBe(true);
  const secret = key.split("_").slice(2).join("_");
  const trail = await house.trail("one");
  expect(trail.at(-1)).toMatchObject({ action: "api_key.created", targetId: apiKey.id, actorName: "Admin of one" });
  expect(JSON.stringify([row, trail])).not.toContain(secret);
  expect(JSON.stringify(trail)).not.toContain(row.hash);
});

test("it tells nothing of a company that is not in its list, nor of one that is not there", async () => {
  const { key } = await create(["one"]);
  const foreign = await ask(key, "two");
  expect(foreign).toMatchObject({ allowed: false, code: "NOT_A_MEMBER", policyRevision: null });
  expect(plainDecision(foreign)).toEqual(plainDecision(await ask(key, "nowhere")));
});

test("it must name the subject, and have the scope", async () => {
  const { key, apiKey } = await create(["one"]);
  const service = (await authenticate(key)) as Actor;
  const question = { company: "one", action: "view", resource: "company", locale: "en" } as const;
  const { authorizer } = house.services;
  expect(await refusal(Promise.resolve(authorizer.decide(service, { ...question, subject: null })))).toMatchObject({
    code: "BAD_INPUT",
  });
  await house.database.write((manager) => manager.update(ApiKeyEntity, { id: apiKey.id }, { scopes: [] }));
  expect(await refusal(ask(key, "one"))).toMatchObject({ code: "FORBIDDEN" });
});

test("it expires", async () => {
  const { key } = await create(["one"], { expiresAt: "2026-11-25T00:00:00.000Z" });
  expect(await authenticate(key)).toMatchObject({ kind: "service" });
  house.clock.set("2026-11-25T00:00:00.000Z");
  await expect(authenticate(key)).rejects.toMatchObject({ reason: "API_KEY_EXPIRED" });
});

test("it has an end that is near enough, whether or not one is named", async () => {
  const { apiKey } = await create(["one"]);
  expect(apiKey.expiresAt?.slice(0, 10)).toBe("2027-11-26");
  for (const expiresAt of ["2027-11-27T00:00:00.000Z", "9999-12-31"])
    expect(await refusal(create(["one"], { expiresAt }))).toEqual({ code: "BAD_INPUT", field: ["input", "expiresAt"] });
});

test("a company has so many in use and no more, and lists them in pages", async () => {
  const made = [];
  for (let count = 0; count < MAX_KEYS_IN_USE; count += 1) made.push((await create(["one"])).apiKey.id);
  expect(await refusal(create(["two", "one"]))).toEqual({ code: "LIMIT_EXCEEDED", field: ["input", "companies"] });
  expect(await house.services.apiKey.list(ADMIN, "two")).toEqual([]);
  await house.services.apiKey.revoke(ADMIN, made[0]!);
  made.push((await create(["one"])).apiKey.id);
  const page = async (after: string | null) => {
    const query = 'query ($after: ID) { company(id: "one") { apiKeys(first: 30, after: $after) { id } } }';
    const { data } = await house.ask(ADMIN.email, query, { after });
    return (data as unknown as { company: { apiKeys: { id: string }[] } }).company.apiKeys.map(({ id }) => id);
  };
  const first = await page(null);
  expect([...first, ...(await page(first.at(-1)!))]).toEqual(made.reverse());
});

test("revoked, it is refused at once; by another company only that one is lost", async () => {
  const { key, apiKey } = await create(["one", "two"]);
  await house.services.apiKey.revoke(person("admin@two.test"), apiKey.id);
  expect(await ask(key, "one")).toMatchObject({ allowed: true });
  expect(await ask(key, "two")).toMatchObject({ code: "NOT_A_MEMBER", policyRevision: null });
  await house.services.apiKey.revoke(ADMIN, apiKey.id);
  await expect(authenticate(key)).rejects.toMatchObject({ reason: "API_KEY_REVOKED" });
  expect((await house.trail("two")).at(-1)).toMatchObject({ action: "api_key.revoked", targetId: apiKey.id });
  expect((await house.trail("one")).at(-1)).toMatchObject({ action: "api_key.revoked", targetId: apiKey.id });
  expect((await house.services.apiKey.list(ADMIN, "one")).map(({ id }) => id)).toEqual([apiKey.id]);
});

test("who does not administer a company makes, sees and revokes no key of it", async () => {
  const { apiKey } = await create(["one"]);
  const stranger = person("admin@three.test");
  expect(await refusal(create(["one"], {}, stranger))).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusal(create(["one", "three"]))).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusal(house.services.apiKey.list(stranger, "one"))).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusal(house.services.apiKey.revoke(stranger, apiKey.id))).toMatchObject({ code: "NOT_FOUND" });
  const plain = { email: "plain@one.test", name: "Plain", toolLevel: "admin", directoryLevel: "none" } as const;
  await house.services.member.add(ADMIN, "one", plain);
  for (const work of [
    () => create(["one"], {}, person(plain.email)),
    () => house.services.apiKey.revoke(person(plain.email), apiKey.id),
  ])
    await expect(work()).rejects.toThrow(PolicyRefusal);
  expect(await house.services.apiKey.list(ADMIN, "one")).toHaveLength(1);
});

test("a key is no person: it makes no keys", async () => {
  const { key } = await create(["one"]);
  const service = (await authenticate(key)) as Actor;
  await expect(create(["one"], {}, service)).rejects.toThrow(PolicyRefusal);
});

test.each([
  ["name", { name: "  " }],
  ["scopes", { scopes: ["everything"] }],
  ["scopes", { scopes: [] }],
  ["expiresAt", { expiresAt: "2026-11-24T09:00:00.000Z" }],
  ["companies", { companyIds: [] }],
])("wrong input is refused at its field: %s", async (field, more) => {
  expect(await refusal(create(["one"], more))).toEqual({ code: "BAD_INPUT", field: ["input", field] });
});

test("the last use is noted once a minute", async () => {
  const { apiKey } = await create(["one"]);
  const used = async () => (await house.database.read().findOneByOrFail(ApiKeyEntity, { id: apiKey.id })).lastUsedAt;
  await house.services.apiKeys.touch(apiKey.id, "2026-11-24T09:00:00.000Z");
  await house.services.apiKeys.touch(apiKey.id, "2026-11-24T09:00:30.000Z");
  expect(await used()).toBe("2026-11-24T09:00:00.000Z");
  await house.services.apiKeys.touch(apiKey.id, "2026-11-24T09:01:00.000Z");
  expect(await used()).toBe("2026-11-24T09:01:00.000Z");
});

test("over GraphQL the key is shown once, and the company lists it", async () => {
  const made = await house.ask(
    ADMIN.email,
    `mutation { createApiKey(input: { name: "Sync", companies: ["one"], scopes: ["decisions:read"] }) {
      key apiKey { id name prefix } userErrors { code } } }`,
  );
  const { createApiKey } = made.data as unknown as { createApiKey: { key: string; apiKey: { id: string } } };
  expect(await ask(createApiKey.key, "one")).toMatchObject({ allowed: true });
  const list = '{ company(slug: "one") { apiKeys { id name revokedAt } } }';
  expect((await house.ask(ADMIN.email, list)).data).toEqual({
    company: { apiKeys: [{ id: createApiKey.apiKey.id, name: "Sync", revokedAt: null }] },
  });
  const node = "query ($id: ID!) { node(id: $id) { __typename } }";
  const { id } = createApiKey.apiKey;
  expect((await house.ask(ADMIN.email, node, { id })).data).toEqual({ node: { __typename: "ApiKey" } });
  expect((await house.ask("admin@three.test", node, { id })).data).toEqual({ node: null });
});
