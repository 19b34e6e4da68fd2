/**
 * How an invoice or a change order may not fit its contract. Each is told; a company has those refused that it chooses. That an
 * invoice bills more than its whole order has left has a switch of its own (`refusesOverOrder`).
 */
export const CONTRACT_MISFITS = ["OVER_ORDER_LINE", "VENDOR_DIFFERS", "ZERO_INVOICE", "NUMBER_USED_BEFORE"] as const;
export type ContractMisfit = (typeof CONTRACT_MISFITS)[number];

/** As a company's column keeps them; null: none. */
export function misfitsText(misfits: readonly ContractMisfit[]): string | null {
  return CONTRACT_MISFITS.filter((one) => misfits.includes(one)).join(",") || null;
}

export function misfitsIn(text: string | null): ContractMisfit[] {
  const kept = (text ?? "").split(",");
  return CONTRACT_MISFITS.filter((one) => kept.includes(one));
}
