import type { MigrationInterface, QueryRunner } from "typeorm";
import { ONCE_COUNTED_OTHERWISE } from "../../../kernel/currencies";
import { parseMoney } from "../../../kernel/money";

interface StoredAmount {
  readonly id: string;
  readonly amountMinor: string | number;
  readonly amountCurrency: string;
  readonly paidMinor: string | number | null;
  readonly payableMinor: string | number | null;
  readonly payload: string;
}

/**
 * The amounts of records in currencies whose digits came from the runtime, counted anew from the decimal texts of their
 * lines, in the digits of ISO 4217. Ceilings and two-person amounts hold no text to count from: they stay as they are, which
 * reads them as the smaller amount and so lets less pass; `ledgergate amounts` lists them with both readings.
 */
export class AmountDigits1795730000000 implements MigrationInterface {
  readonly name = "AmountDigits1795730000000";

  async up(runner: QueryRunner): Promise<void> {
    const codes = ONCE_COUNTED_OTHERWISE.map((code) => `'${code}'`).join(", ");
    const rows = (await runner.query(
      `SELECT "id", "amountMinor", "amountCurrency", "paidMinor", "payableMinor", "payload" FROM "erp_record"
       WHERE "amountMinor" IS NOT NULL AND "amountCurrency" IN (${codes})`,
    )) as StoredAmount[];
    for (const row of rows) {
      const right = totalOf(row);
      const stored = Number(row.amountMinor);
      if (right === null || right === stored || stored === 0) continue;
      const anew = (minor: string | number | null) => (minor === null ? "NULL" : exact(Number(minor), right, stored));
      await runner.query(
        `UPDATE "erp_record" SET "amountMinor" = ${right}, "paidMinor" = ${anew(row.paidMinor)},
         "payableMinor" = ${anew(row.payableMinor)} WHERE "id" = '${row.id}'`,
      );
    }
  }

  /** What the digits were before, nothing says. */
  async down(): Promise<void> {}
}

/** Null: it has no lines to count, or one that is no amount. */
function totalOf({ payload, amountCurrency }: StoredAmount): number | null {
  const { lines } = JSON.parse(payload) as { lines?: unknown };
  if (!Array.isArray(lines) || lines.length === 0) return null;
  let total = 0;
  for (const { amount } of lines as { amount?: unknown }[]) {
    const money = typeof amount === "string" ? parseMoney(amount, amountCurrency) : null;
    if (!money) return null;
    total += money.minor;
  }
  return Number.isSafeInteger(total) ? total : null;
}

function exact(minor: number, right: number, stored: number): number {
  return Number((BigInt(minor) * BigInt(right)) / BigInt(stored));
}
