import { In, type EntityManager } from "typeorm";
import { isOfContract } from "../../policy/model/record-facts";
import type { RecordState } from "../../policy/model/vocabulary";
import { misfitsText } from "../record/misfits";
import { RecordEntity } from "../record/record.entity";
import { contractFaultsOf } from "./contract-check";
import { orderKeyOf } from "./order-bills";
import { IN_OR_ON_ITS_WAY } from "./order-total";

/** What is in the ERP or on its way does not change any more by what others bill. */
const OPEN: readonly RecordState[] = ["draft", "awaiting", "rejected", "failed", "unlinked"];

/**
 * Sets anew how records do not fit their contract, which a change of one of them may alter: its own, those of what hangs on
 * the same order, and those of the invoices that have its number. In the transaction of the change, so that the stored column,
 * which the policy's gates and its SQL read, is at each commit what `contractFaultsOf` finds; a property test holds them equal.
 * Its own stay as they were sent while it is in the ERP or on its way. Answers its own.
 */
export async function refreshMisfits(
  manager: EntityManager,
  before: RecordEntity | null,
  after: RecordEntity,
): Promise<string | null> {
  if (after.direction !== "export" || (after.feature !== "commitment" && !isOfContract(after.feature))) return null;
  const touched = new Map<string, RecordEntity>();
  const isKept = before !== null && [before, after].every(({ state }) => IN_OR_ON_ITS_WAY.includes(state));
  if (isOfContract(after.feature) && !isKept) touched.set(after.id, after);
  const both = before === null ? [after] : [before, after];
  if (contributionOf(before) !== contributionOf(after))
    for (const one of await ofOrders(manager, after.companyId, both)) touched.set(one.id, one);
  if (numberingOf(before) !== numberingOf(after))
    for (const one of await ofNumbers(manager, after.companyId, both)) touched.set(one.id, one);
  const records = [...touched.values()];
  const faults = await contractFaultsOf(manager, records);
  let own = isKept ? after.misfits : null;
  for (const { id, misfits } of records) {
    const found = misfitsText((faults.get(id) ?? []).map(({ code }) => code));
    if (id === after.id) own = found;
    // What the caller holds of its own row may be older than the row: of a project that is bound anew all are read at first.
    if (id === after.id || found !== misfits) await manager.update(RecordEntity, { id }, { misfits: found });
  }
  return own;
}

/** What of a record counts for others of its order: vendor and close of a commitment, and what the ERP holds or is about to. */
function contributionOf(record: RecordEntity | null): string {
  if (record === null) return "";
  const { feature, state, externalId, sourceKey, vendorNumber, amountMinor, amountCurrency, closedAt, payload } =
    record;
  const isHeld = (externalId !== null && state !== "archived") || state === "exporting" || state === "stale";
  const order = feature === "commitment" ? [vendorNumber, closedAt] : null;
  if (!isHeld && order === null) return "";
  const held = isHeld && [IN_OR_ON_ITS_WAY.includes(state), amountMinor, amountCurrency, payload["lines"]];
  return JSON.stringify([sourceKey, order, held]);
}

/** What of an invoice says whether it is another one again. */
function numberingOf(record: RecordEntity | null): string {
  if (record?.feature !== "subcontractor_invoice" || record.state === "archived") return "";
  return JSON.stringify([record.connectionId, record.vendorNumber, record.plainNumber]);
}

function ofOrders(manager: EntityManager, companyId: string, records: readonly RecordEntity[]) {
  const keys = records.map((one) => (one.feature === "commitment" ? one.sourceKey : orderKeyOf(one)));
  return manager
    .createQueryBuilder(RecordEntity, "record")
    .where("record.companyId = :companyId AND record.direction = 'export'", { companyId })
    .andWhere("record.feature IN ('commitment_change_order', 'subcontractor_invoice')")
    .andWhere("record.state IN (:...open)", { open: OPEN })
    .andWhere(
      `record.id IN (SELECT needed."recordId" FROM "record_reference" needed WHERE needed."companyId" = :companyId
        AND needed."feature" = 'commitment' AND needed."sourceKey" IN (:...keys))`,
      { keys: [...new Set(keys)] },
    )
    .getMany();
}

async function ofNumbers(manager: EntityManager, companyId: string, records: readonly RecordEntity[]) {
  const invoices = records.filter(({ feature }) => feature === "subcontractor_invoice");
  const vendors = invoices.flatMap(({ vendorNumber }) => vendorNumber ?? []);
  const numbers = invoices.flatMap(({ plainNumber }) => plainNumber ?? []);
  if (vendors.length === 0 || numbers.length === 0) return [];
  return manager.findBy(RecordEntity, {
    companyId,
    feature: "subcontractor_invoice",
    direction: "export",
    vendorNumber: In(vendors),
    plainNumber: In(numbers),
    state: In(OPEN),
  });
}
