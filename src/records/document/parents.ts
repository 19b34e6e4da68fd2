import { In, type EntityManager } from "typeorm";
import type { Feature } from "../../policy/model/vocabulary";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordEntity } from "../record/record.entity";

/** What a record builds on, of those things that the ledger holds. */
export type ParentOf = (record: RecordEntity, feature: Feature) => RecordEntity | undefined;

/** In two SELECTs, however many records there are. */
export async function parentsOf(manager: EntityManager, records: readonly RecordEntity[]): Promise<ParentOf> {
  const companyIds = [...new Set(records.map(({ companyId }) => companyId))];
  const references = await manager.findBy(RecordReferenceEntity, { recordId: In(records.map(({ id }) => id)) });
  const keys = [...new Set(references.map(({ sourceKey }) => sourceKey))];
  const found = await manager.findBy(RecordEntity, { companyId: In(companyIds), sourceKey: In([...keys, ""]) });
  const held = found.filter(({ externalId }) => externalId !== null);
  return ({ id, companyId }, wanted) => {
    const named = references.find(({ recordId, feature }) => recordId === id && feature === wanted);
    return held.find(
      (one) => one.companyId === companyId && one.feature === wanted && one.sourceKey === named?.sourceKey,
    );
  };
}
