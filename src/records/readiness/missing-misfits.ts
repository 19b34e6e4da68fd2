import type { EntityManager, SelectQueryBuilder } from "typeorm";
import type { Database } from "../../infra/db/database";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { misfitsText } from "../record/misfits";
import { MISFITS_UNKNOWN, RecordEntity } from "../record/record.entity";
import { contractFaultsOf } from "./contract-check";

/** Records in one transaction, which holds up the company's changes. */
const BATCH_SIZE = 200;

/**
 * Finds how records fit their contract that were stored before that was kept: unknown, it is in doubt wherever the company
 * has chosen anything. For before anything is served or delivered. Answers how many there were.
 */
export async function fillMissingMisfits(database: Database, companies: CompanyDirectory): Promise<number> {
  const query = unknownIn(database.read()).select("DISTINCT record.companyId", "companyId");
  let filled = 0;
  for (const { companyId } of await query.getRawMany<{ companyId: string }>()) {
    const fill = async (manager: EntityManager) => {
      await companies.lock(companyId);
      return fillSome(manager, companyId);
    };
    for (let some = await database.write(fill); some > 0; some = await database.write(fill)) filled += some;
  }
  return filled;
}

async function fillSome(manager: EntityManager, companyId: string): Promise<number> {
  const query = unknownIn(manager).andWhere("record.companyId = :companyId", { companyId });
  const records = await query.orderBy("record.id").limit(BATCH_SIZE).getMany();
  const faults = await contractFaultsOf(manager, records);
  for (const { id, state } of records) {
    // Who sent it was allowed to by what was asked then, and what is on its way does not change any more.
    const isOnItsWay = state === "exporting" || state === "stale";
    const codes = isOnItsWay ? [] : (faults.get(id) ?? []).map(({ code }) => code);
    await manager.update(RecordEntity, { id }, { misfits: misfitsText(codes) });
  }
  return records.length;
}

/** In the words of the index, so that it costs nothing where there are none. */
function unknownIn(manager: EntityManager): SelectQueryBuilder<RecordEntity> {
  return manager.createQueryBuilder(RecordEntity, "record").where(MISFITS_UNKNOWN);
}
