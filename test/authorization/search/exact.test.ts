import fc from "fast-check";
import type { Asker, SearchWindow, Findings } from "../../../src/authorization/authzen/transport/engine";
import type { Entity, FoundEntity } from "../../../src/authorization/authzen/transport/messages";
import { ACTIONS, FEATURES, RESOURCES } from "../../../src/policy/model/vocabulary";
import { openTestDatabase } from "../../support/database";
import { SEED, START } from "../../support/house";
import { createServices, type Services } from "../../../src/app";
import { FixedClock } from "../../../src/kernel/clock";
import { runs } from "../../policy/runs";
import { crowd, feature, settle, subjectMatter, type Crowd, type Settled } from "./crowd";

/* Runs on either database. What a search finds, page by page, is what one question after the other allows. */

let services: Services;
beforeAll(async () => {
  services = createServices(await openTestDatabase(), new FixedClock(START));
});

const asker: Asker = { caller: SEED as never, locale: "en" };
const fresh = (): Asker => ({ ...asker });
const counted = { allowed: 0, denied: 0, pages: 0, records: 0 };

async function everyPage<Found>(
  limit: number,
  page: (window: SearchWindow) => Promise<Findings<Found>>,
): Promise<Found[]> {
  const found: Found[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 200; pages++) {
    const { results, next }: Findings<Found> = await page({ limit, after });
    expect(results.length).toBeLessThanOrEqual(limit);
    found.push(...results);
    counted.pages++;
    if (next === null) return found;
    after = next;
  }
  throw new Error("The pages never end");
}

async function allowed(subject: Entity, action: string, resource: Entity): Promise<boolean> {
  const { decision } = await services.authzen.evaluate(fresh(), { subject, action: { name: action }, resource });
  counted[decision ? "allowed" : "denied"]++;
  return decision;
}

async function only<T>(items: readonly T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = [];
  for (const item of items) if (await keep(item)) kept.push(item);
  return kept;
}

const user = (id: string): Entity => ({ type: "user", id });
const action = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...(["send", "send", "submit", "unlink", "retrieve"] as const)) },
  { weight: 1, arbitrary: fc.constantFrom(...ACTIONS) },
);
const ids = (found: readonly FoundEntity[]) => found.map(({ id }) => id).sort();
const limit = fc.constantFrom(1, 2, 3, 50);
const who = fc.oneof(fc.constant(0), fc.nat({ max: 12 }));

/** A resource to ask about: a feature, a stored record, or one that only the caller tells of. */
function resourceIn({ slug, records, projects, members }: Settled, made: Crowd, kind: number, about: string): Entity {
  const properties = { company: slug };
  const stored = records[kind % Math.max(records.length, 1)];
  if (kind % 3 === 0) return { type: "feature", id: about, properties };
  if (kind % 3 === 1 && stored) return { type: stored.feature, id: stored.id, properties };
  const facts = {
    ...{ project: projects[kind % 3], state: "awaiting", submittedBy: members[kind % made.members.length]!.email },
    amount: { value: String((kind % 4) * 0.5), currency: "USD" },
  };
  return { type: about, id: "elsewhere", properties: { ...properties, ...facts } };
}

test("subject search finds exactly those who are allowed one by one", async () => {
  const question = fc.record({ action, about: subjectMatter, kind: fc.nat({ max: 40 }), limit });
  await fc.assert(
    fc.asyncProperty(crowd, fc.array(question, { minLength: 3, maxLength: 6 }), async (made, questions) => {
      const settled = await settle(services.database, made);
      const people = [...settled.members, ...settled.staff];
      for (const asked of questions) {
        const resource = resourceIn(settled, made, asked.kind, asked.about);
        const name = asked.action;
        const found = await everyPage(asked.limit, (window) =>
          services.authzen.searchSubjects(fresh(), { subject: { type: "user" }, action: { name }, resource }, window),
        );
        const byId = await only(people, ({ id }) => allowed(user(id), name, resource));
        const named = await Promise.all(
          found.map(async ({ id }) => (await services.subjects.find(settled.members[0]!.companyId, id))?.id),
        );
        expect(named.sort()).toEqual(byId.map(({ id }) => id).sort());
        for (const { id } of found) expect(await allowed(user(id), name, resource)).toBe(true);
      }
    }),
    runs(12),
  );
}, 120_000);

test("resource search finds exactly the features and stored records that are allowed one by one", async () => {
  const question = fc.record({ action, about: feature, who, limit });
  await fc.assert(
    fc.asyncProperty(crowd, fc.array(question, { minLength: 3, maxLength: 6 }), async (made, questions) => {
      const settled = await settle(services.database, made);
      const properties = { company: settled.slug };
      const people = [...settled.members, ...settled.staff];
      for (const { action: name, about, who, limit: size } of questions) {
        const subject = user(people[who % people.length]!.id);
        const search = (type: string) =>
          everyPage(size, (window) =>
            services.authzen.searchResources(
              fresh(),
              { subject, action: { name }, resource: { type, properties } },
              window,
            ),
          );
        const features = await only(RESOURCES, (id) => allowed(subject, name, { type: "feature", id, properties }));
        expect(ids(await search("feature"))).toEqual([...features].sort());
        for (const type of new Set([about, ...settled.records.map((one) => one.feature)])) {
          const own = settled.records.filter((one) => one.feature === type);
          const expected = await only(own, ({ id }) => allowed(subject, name, { type, id, properties }));
          if (name === "send") counted.records += expected.length;
          expect(ids(await search(type))).toEqual(expected.map(({ id }) => id).sort());
        }
      }
    }),
    runs(10),
  );
}, 120_000);

test("action search finds exactly the actions that are allowed one by one", async () => {
  const question = fc.record({
    about: fc.constantFrom(...FEATURES),
    kind: fc.nat({ max: 40 }),
    who: fc.nat(12),
    limit,
  });
  await fc.assert(
    fc.asyncProperty(crowd, fc.array(question, { minLength: 3, maxLength: 6 }), async (made, questions) => {
      const settled = await settle(services.database, made);
      const people = [...settled.members, ...settled.staff];
      for (const { about, kind, who, limit: size } of questions) {
        const subject = user(people[who % people.length]!.id);
        const resource = resourceIn(settled, made, kind, about);
        const found = await everyPage(size, (window) =>
          services.authzen.searchActions(fresh(), { subject, resource }, window),
        );
        const expected = await only(ACTIONS, (name) => allowed(subject, name, resource));
        expect(found.map(({ name }) => name).sort()).toEqual([...expected].sort());
      }
    }),
    runs(12),
  );
}, 120_000);

test("the population is one in which questions come out both ways", () => {
  expect(counted.allowed).toBeGreaterThan(50);
  expect(counted.denied).toBeGreaterThan(50);
  expect(counted.pages).toBeGreaterThan(50);
  expect(counted.records).toBeGreaterThan(0);
});
