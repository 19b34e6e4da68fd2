import { evidenceOf, itemAt, type EvidenceSource } from "../../src/records/evidence/evidence";
import { evidenceFile } from "../../src/records/evidence/evidence-file";
import { EvidenceReading } from "../../src/records/evidence/evidence-reading";
import { insertRows } from "../../src/infra/db/query/rows";
import { newId } from "../../src/kernel/ids";
import { OutboxMessageEntity } from "../../src/infra/outbox/outbox-message.entity";
import type { RecordRevisionEntity } from "../../src/records/record/record-revision.entity";
import { RecordEntity } from "../../src/records/record/record.entity";
import { approver, commitment, manager, RecordHouse } from "./record-house";

/* What evidence is put together from, where a record went twice, and how a long account of it is read. */

const step = (event: string, revision: number, by: string, more: Partial<RecordRevisionEntity> = {}) =>
  ({ event, revision, actorName: by, after: null, ...more }) as RecordRevisionEntity;
const payload = (values: object) => ({ after: { payload: values } }) as Partial<RecordRevisionEntity>;

const HISTORY = [
  step("submit", 1, "Ana", payload({ title: "Steel", memo: null })),
  step("approve_first", 1, "Ben"),
  step("send", 1, "Cleo"),
  step("accepted", 1, "ledger"),
  step("resubmit", 2, "Dora", payload({ title: "More steel" })),
  step("send", 2, "Emil"),
  step("resubmit", 3, "Fay", payload({ memo: "Later" })),
];

function sending(revision: number, more: Partial<EvidenceSource> = {}) {
  const message = { lane: "books-1", payload: { revision, itemDigest: "d", basis: "grant" } } as never;
  const record = { id: "r", connectionId: "books-2", revision: 3 } as RecordEntity;
  return evidenceOf({ message, record, attempts: [], history: HISTORY, ...more });
}

test("each sending has its own people: who submitted it, who approved it first, who sent it", () => {
  const people = (revision: number) => {
    const { submitted, firstApproval, sent } = sending(revision);
    return [submitted, firstApproval, sent].map((act) => act?.actorName ?? null);
  };
  expect(people(1)).toEqual(["Ana", "Ben", "Cleo"]);
  expect(people(2)).toEqual(["Dora", null, "Emil"]);
});

test("each sending has the item as it was then, without what it did not say", () => {
  expect(sending(1).item).toEqual({ title: "Steel" });
  expect(sending(2).item).toEqual({ title: "More steel" });
  expect(itemAt(HISTORY, 3)).toEqual({ title: "More steel", memo: "Later" });
});

test("it names the connection that it went over, and tells a call from a look-up", () => {
  const attempts = [{ number: 1, callKey: "key" } as never, { number: 2, callKey: null } as never];
  const { connectionId, attempts: tries } = sending(1, { attempts });
  expect(connectionId).toBe("books-1");
  expect(tries.map(({ kind }) => kind)).toEqual(["call", "look_up"]);
});

describe("a company's account", () => {
  let house: RecordHouse;
  beforeEach(async () => {
    house = await RecordHouse.open();
    await house.foundations();
    for (const number of ["SC-1", "SC-2"]) {
      house.clock.advance(1000);
      await house.send(approver, await house.offer(manager, commitment({ number })));
    }
  });

  async function numbers(page: number): Promise<string[]> {
    const found: string[] = [];
    const { id } = await house.company("acme");
    for await (const { number } of new EvidenceReading(house.database, page).each(id, { from: null, until: null }))
      found.push(number);
    return found;
  }

  test("is whole and in order however many are read at once", async () => {
    const all = ["05-120", "P-1", "V-1", "SC-1", "SC-2"];
    for (const page of [1, 2, 5, 200]) expect(await numbers(page)).toEqual(all);
  });

  test("holds nothing of another company's", async () => {
    const { id: companyId } = await house.company("globex");
    const manager = house.database.read();
    const message = await manager.findOneOrFail(OutboxMessageEntity, { where: {}, order: { id: "DESC" } });
    const record = await manager.findOneByOrFail(RecordEntity, { id: message.subjectId });
    const foreign = { ...record, id: newId(), companyId, connectionId: null, projectId: null, number: "FOREIGN" };
    const nobody = { createdById: null, submittedById: null, sentById: null };
    await house.database.write(async (writing) => {
      await insertRows(writing, RecordEntity, [{ ...foreign, ...nobody } as never]);
      const other = { ...message, id: newId(), companyId, key: newId(), subjectId: foreign.id };
      await insertRows(writing, OutboxMessageEntity, [other as never]);
    });
    expect(await numbers(200)).not.toContain("FOREIGN");
  });

  test("says for what time it is", async () => {
    const period = { from: "2026-01-01T00:00:00.000Z", until: "2026-02-01T00:00:00.000Z" };
    const reading = new EvidenceReading(house.database);
    const lines: string[] = [];
    for await (const line of evidenceFile(reading, await house.company("acme"), period, "now")) lines.push(line);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { ...period, format: "ledgergate-evidence/1", company: expect.any(Object) as object, exportedAt: "now" },
    ]);
    expect(lines[0]).toContain('"slug":"acme"');
  });
});
