import { RecordEntity } from "./record.entity";
import type { RecordRights } from "./record-rights";

/** A record that nobody has approved first, or whose approval counts no more. */
export const NO_APPROVAL = { firstApproverId: null, hasFirstApproval: false } as const;

/**
 * The record as it counts now: without its first approval, where that has fallen with the right it rested on. Nothing is
 * stored; for records that do not wait any more.
 */
export async function asItCounts(rights: Pick<RecordRights, "standing">, record: RecordEntity): Promise<RecordEntity> {
  if (!record.hasFirstApproval || (await rights.standing(record.companyId, [record])).has(record.id)) return record;
  return Object.assign(new RecordEntity(), record, NO_APPROVAL);
}
