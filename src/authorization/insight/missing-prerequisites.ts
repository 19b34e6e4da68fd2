import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { groupBy, oneBy } from "../../kernel/groups";
import type { RecordFacts } from "../../policy/model/facts";
import { holds, recordsNamed } from "../../records/readiness/readiness-loader";
import { RecordReferenceEntity } from "../../records/record/record-reference.entity";
import type { RecordEntity } from "../../records/record/record.entity";
import { factsOf } from "../facts/stored-records";

/**
 * What stored records build on and the ledger does not have; in two SELECTs, however many records. Empty: nothing is missing, or
 * something that was never offered, which nobody can send.
 */
export async function missingPrerequisites(
  database: Database,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordFacts[]>> {
  if (recordIds.length === 0) return new Map();
  const manager = database.read();
  const named = await manager.findBy(RecordReferenceEntity, { recordId: In([...new Set(recordIds)]) });
  const rows = named.length === 0 ? [] : await recordsNamed(manager, [...oneBy(named, keyOf).values()]);
  const found = oneBy(rows, keyOf);
  const byRecord = groupBy(named, ({ recordId }) => recordId);
  return new Map(
    recordIds.map((id): [string, readonly RecordFacts[]] => {
      const records = (byRecord.get(id) ?? []).map((reference) => found.get(keyOf(reference)) ?? null);
      const open = records.filter((record) => record === null || !holds(record));
      const offered = open.filter((record) => record !== null);
      return [id, offered.length < open.length ? [] : offered.map(factsOf)];
    }),
  );
}

function keyOf({ companyId, feature, sourceKey }: Pick<RecordEntity, "companyId" | "feature" | "sourceKey">): string {
  return `${companyId}|${feature}|${sourceKey}`;
}
