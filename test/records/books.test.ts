import fc from "fast-check";
import { ConnectionEntity } from "../../src/erp/connections/connection.entity";
import { Refusal } from "../../src/kernel/errors";
import { ProjectEntity } from "../../src/directory/projects/project.entity";
import { RecordEntity } from "../../src/records/record/record.entity";
import { runs } from "../policy/runs";
import { SEED } from "../support/house";
import { commitment, invoice, RecordHouse } from "./record-house";

/* The policy knows a record's ledger by its project, lists know it by the row: they must be the same, whatever happened. */

const BOOKS = ["Acme", "Acme Pty", "Acme Ltd"];
const PTY = { edition: "ultimate", country: "AU", trackingCategory: "Job" } as const;
const project = fc.constantFrom("P-1", "P-2");
const step = fc.oneof(
  fc.record({ kind: fc.constant("offer" as const), project, number: fc.constantFrom("1", "2") }),
  fc.record({ kind: fc.constant("bill" as const), project, number: fc.constantFrom("1", "2") }),
  fc.record({ kind: fc.constant("bind" as const), project, books: fc.constantFrom(null, ...BOOKS) }),
  fc.record({ kind: fc.constant("default" as const), books: fc.constantFrom(...BOOKS) }),
);

async function take(house: RecordHouse, to: StepOf): Promise<void> {
  const { connection, projectBinding } = house.services;
  if (to.kind === "offer") await house.offer(SEED, commitment({ project: to.project, number: `SC-${to.number}` }));
  else if (to.kind === "bill") await house.offer(SEED, invoice({ project: to.project, number: `I-${to.number}` }));
  else if (to.kind === "bind") await projectBinding.bind(SEED, "acme", { project: to.project, connection: to.books });
  else await connection.configure(SEED, "acme", { ...PTY, connection: to.books, makeDefault: true });
}

type StepOf = typeof step extends fc.Arbitrary<infer Step> ? Step : never;

/** Project and ledger of each record, by its row and by its project. */
async function ledgers(house: RecordHouse) {
  const manager = house.database.read();
  const records = await manager.find(RecordEntity, { order: { id: "ASC" } });
  const projects = new Map((await manager.find(ProjectEntity)).map((one) => [one.id, one]));
  const { id: byDefault } = await manager.findOneOrFail(ConnectionEntity, {
    where: { defaultOf: (await house.company("acme")).id },
  });
  const named = (connection: string | null) => connection ?? byDefault;
  return {
    byRow: records.map(({ id, connectionId }) => [id, connectionId]),
    byProject: records.map(({ id, projectId }) => [id, named(projects.get(projectId ?? "")?.connectionId ?? null)]),
  };
}

test("a record is in its project's ledger, after whatever was offered, bound and made the default", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const house = await RecordHouse.open();
      await house.services.connection.configure(SEED, "acme", { edition: "established", country: "US", name: "Acme" });
      for (const name of BOOKS.slice(1)) await house.services.connection.add(SEED, "acme", { name, ...PTY });
      for (const one of steps)
        await take(house, one).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      const { byRow, byProject } = await ledgers(house);
      expect(byRow).toEqual(byProject);
      compared += byRow.length;
    }),
    runs(12),
  );
  expect(compared).toBeGreaterThan(20);
}, 120_000);
