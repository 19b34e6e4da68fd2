import { In, type EntityManager } from "typeorm";
import { ONCE_COUNTED_OTHERWISE } from "../../kernel/currencies";
import { parseMoney } from "../../kernel/money";
import { RecordEntity } from "../../records/record/record.entity";

/**
 * Counts amounts of records in currencies whose digits came from the runtime anew, from the decimal texts of their lines,
 * in the digits of ISO 4217. Ceilings and two-person amounts hold no text to count from: they stay as they are, which
 * reads them as the smaller amount and so lets less pass.
 * @returns how many were stored otherwise
 */
export async function recountAmounts(manager: EntityManager): Promise<number> {
  const records = await manager.findBy(RecordEntity, { amountCurrency: In([...ONCE_COUNTED_OTHERWISE]) });
  let recounted = 0;
  for (const { id, amountMinor: stored, paidMinor, payableMinor, payload, amountCurrency } of records) {
    const right = totalOf(payload, amountCurrency ?? "");
    if (right === null || stored === null || stored === 0 || right === stored) continue;
    const anew = (minor: number | null) => minor && Number((BigInt(minor) * BigInt(right)) / BigInt(stored));
    const amounts = { amountMinor: right, paidMinor: anew(paidMinor), payableMinor: anew(payableMinor) };
    await manager.update(RecordEntity, id, amounts);
    recounted += 1;
  }
  return recounted;
}

/** Null: it has no lines to count, or one that is no amount. */
function totalOf(payload: RecordEntity["payload"], currency: string): number | null {
  const { lines } = payload as { readonly lines?: unknown };
  if (!Array.isArray(lines) || lines.length === 0) return null;
  let total = 0;
  for (const { amount } of lines as { amount?: unknown }[]) {
    const money = typeof amount === "string" ? parseMoney(amount, currency) : null;
    if (!money) return null;
    total += money.minor;
  }
  return Number.isSafeInteger(total) ? total : null;
}
