import fc from "fast-check";
import { insertRows } from "../../src/infra/db/query/rows";
import { newId } from "../../src/kernel/ids";
import { ACTIONS, RECORD_STATES, type Feature } from "../../src/policy/model/vocabulary";
import { BLANK } from "../../src/records/record/blank-record";
import { isBlocked, readiness, type ReadinessNode } from "../../src/records/readiness/readiness";
import { refreshBlocked, refreshDependents } from "../../src/records/readiness/blocking";
import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import { RecordReferenceEntity } from "../../src/records/record/record-reference.entity";
import { RecordEntity } from "../../src/records/record/record.entity";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { ProjectEntity } from "../../src/directory/projects/project.entity";
import { runs } from "../policy/runs";
import { SEED, START } from "../support/house";
import { admin, approver, manager, reader, RecordHouse, second } from "./record-house";

let house: RecordHouse;
let companyId: string;
beforeAll(async () => {
  house = await RecordHouse.open();
  companyId = (await house.company("acme")).id;
}, 60_000);

const FEATURES: readonly Feature[] = ["cost_code", "project", "vendor", "commitment", "subcontractor_invoice"];

function row(values: Partial<RecordEntity>): RecordEntity {
  const id = newId();
  const place = { id, companyId, direction: "export", sourceKey: id, number: id, title: "T", payload: {} } as const;
  return { ...BLANK, ...place, createdAt: START, updatedAt: START, ...values } as RecordEntity;
}

async function random(count: number): Promise<RecordEntity[]> {
  const manager = house.database.read();
  const people = await manager.findBy(MemberEntity, { companyId });
  const projects = await manager.findBy(ProjectEntity, { companyId });
  const one = fc.record({
    feature: fc.constantFrom(...FEATURES),
    state: fc.oneof(
      { weight: 3, arbitrary: fc.constant("awaiting" as const) },
      { weight: 2, arbitrary: fc.constantFrom(...RECORD_STATES) },
    ),
    projectId: fc.constantFrom(null, ...projects.map(({ id }) => id)),
    amount: fc.constantFrom(null, [100, "USD"], [60_000, "USD"], [1, "EUR"]),
    submittedById: fc.constantFrom(null, ...people.map(({ id }) => id)),
    firstApproverId: fc.constantFrom(null, null, ...people.map(({ id }) => id)),
    prerequisitesBlocked: fc.boolean(),
  });
  return fc.sample(one, { numRuns: count, seed: 7 }).map(({ amount, ...rest }) =>
    row({
      ...rest,
      hasFirstApproval: rest.firstApproverId !== null,
      amountMinor: amount === null ? null : Number(amount[0]),
      amountCurrency: amount === null ? null : String(amount[1]),
    }),
  );
}

describe("the list of records that somebody may act on", () => {
  beforeAll(async () => {
    await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 50_000, currency: "USD" } });
    const records = await random(600);
    await house.database.write((manager) => insertRows(manager, RecordEntity, records as never[]));
  }, 60_000);

  const people = { admin, approver, second, manager, reader };
  test.each(Object.entries(people))("is, for %s, exactly the records that are allowed one by one", async (_, actor) => {
    const company = await house.company("acme");
    const rights = house.services.recordRights;
    const decider = (await rights.deciders(actor, [company.id])).get(company.id)!;
    const all = await house.database.read().findBy(RecordEntity, { companyId });
    let listed = 0;
    for (const action of ACTIONS) {
      const [filter] = await rights.filters(actor, [company], [action], "record");
      const { where, parameters } = filter!;
      const query = house.database.read().createQueryBuilder(RecordEntity, "record").where(where, parameters);
      const found = (await query.getMany()).map(({ id }) => id).sort();
      const expected = all.filter((record) => {
        const decision = decider.decide(record, action, "en");
        return decision.allowed || decision.obligations.includes("second_approval");
      });
      expect({ action, found }).toEqual({ action, found: expected.map(({ id }) => id).sort() });
      listed += found.length;
    }
    if (actor !== manager) expect(listed).toBeGreaterThan(100);
  });

  test("is nothing for strangers", async () => {
    const company = await house.company("acme");
    const stranger = { kind: "person", email: "admin@globex.test", subject: "x", name: null } as const;
    expect(await house.services.recordRights.filters(stranger, [company], ["view"], "record")).toMatchObject([
      { where: "1 = 0" },
    ]);
  });
});

const key = fc.constantFrom("a", "b", "c");
const CHAIN: readonly Feature[] = ["cost_code", "project", "vendor", "commitment", "subcontractor_invoice"];
const graph = fc.uniqueArray(
  fc.record({
    feature: fc.constantFrom(...CHAIN),
    sourceKey: key,
    state: fc.constantFrom("awaiting", "synced", "failed", "archived"),
    held: fc.boolean(),
    complete: fc.boolean(),
    needs: fc.uniqueArray(fc.record({ feature: fc.constantFrom(...CHAIN), sourceKey: key }), {
      maxLength: 4,
      selector: ({ feature, sourceKey }) => `${feature}|${sourceKey}`,
    }),
  }),
  { minLength: 1, maxLength: 10, selector: ({ feature, sourceKey }) => `${feature}|${sourceKey}` },
);

test("readiness names everything unmet, and the stored flag is the same answer as the pure one", async () => {
  const other = await house.company("globex");
  await fc.assert(
    fc.asyncProperty(graph, async (nodes) => {
      const records = nodes.map(({ feature, sourceKey, state, held, complete }) =>
        row({
          companyId: other.id,
          feature,
          sourceKey,
          number: sourceKey,
          state: state,
          externalId: held ? "x" : null,
          itemComplete: complete,
        }),
      );
      // What a node builds on comes before it in the chain, as in the catalogue.
      const needs = nodes.map(({ feature, needs: all }) =>
        all.filter((one) => CHAIN.indexOf(one.feature) < CHAIN.indexOf(feature)),
      );
      const pure = records.map((record, index): ReadinessNode => ({
        ...record,
        synced: record.externalId !== null && record.state !== "archived",
        gaps: record.itemComplete ? [] : [{ code: "NO_CODED_LINE", wanted: [] }],
        references: needs[index]!,
      }));
      const find = (one: { feature: string; sourceKey: string }) =>
        pure.find(({ feature, sourceKey }) => feature === one.feature && sourceKey === one.sourceKey) ?? null;
      await house.database.write(async (manager) => {
        await manager.deleteAll(RecordReferenceEntity);
        await manager.delete(RecordEntity, { companyId: other.id });
        await insertRows(manager, RecordEntity, records as never[]);
        const references = records.flatMap((record, index) =>
          needs[index]!.map((one) => ({
            id: newId(),
            companyId: other.id,
            recordId: record.id,
            ...one,
            createdAt: START,
          })),
        );
        await insertRows(manager, RecordReferenceEntity, references);
        for (const [index, node] of pure.entries()) {
          expect(await refreshBlocked(manager, node.id)).toBe(isBlocked(node, find));
          await refreshDependents(manager, other.id, records[index]!);
        }
        const stored = await manager.findBy(RecordEntity, { companyId: other.id });
        for (const record of stored)
          expect(record.prerequisitesBlocked).toBe(
            isBlocked(
              pure.find(({ id }) => id === record.id)!,
              find,
            ),
          );
      });
      for (const node of pure) {
        const unmet = readiness(node, find);
        if (node.state !== "synced")
          expect(unmet.filter(({ direct }) => direct).length > 0).toBe(isBlocked(node, find));
        expect(new Set(unmet.map(({ code, feature, sourceKey }) => `${code}${feature}${sourceKey}`)).size).toBe(
          unmet.length,
        );
      }
      const loaded = await loadReadiness(house.database.read(), records);
      for (const node of pure) {
        const bare = ({ feature, sourceKey, code }: { feature: string; sourceKey: string; code: string }) => ({
          feature,
          sourceKey,
          code,
        });
        const chain = (of: readonly { code: string; feature: string; sourceKey: string }[]) =>
          of.filter(({ code }) => code === "NOT_SYNCED" || code === "NOT_SUBMITTED").map(bare);
        expect(chain(loaded.get(node.id) ?? [])).toEqual(chain(readiness(node, find)));
      }
    }),
    runs(60),
  );
}, 60_000);
