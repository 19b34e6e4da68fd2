import { missingPrerequisites } from "../../../src/authorization/insight/missing-prerequisites";
import { insertRows } from "../../../src/infra/db/query/rows";
import { newId } from "../../../src/kernel/ids";
import { RecordReferenceEntity } from "../../../src/records/record/record-reference.entity";
import { manager, commitment, RecordHouse } from "../../records/record-house";

/* A record has up to 500 lines, each with a cost code of its own, and a page many records. */

test("what a page of records builds on is looked for, however many names there are", async () => {
  const house = await RecordHouse.open();
  const { id: recordId, companyId } = await house.offer(manager, commitment());
  const { createdAt } = await house.database.read().findOneByOrFail(RecordReferenceEntity, { recordId });
  const more = Array.from({ length: 1_500 }, (_, index) => ({
    ...{ id: newId(), companyId, recordId, createdAt },
    ...{ feature: "cost_code" as const, sourceKey: `code-${index}` },
  }));
  await house.database.write((rows) => insertRows(rows, RecordReferenceEntity, more));
  const missing = await missingPrerequisites(house.database, [recordId]);
  // Never offered: nobody can send it.
  expect(missing.get(recordId)).toEqual([]);
});
