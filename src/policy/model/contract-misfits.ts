/** How an invoice or a change order may not fit its contract. Codes are API. */
export const CONTRACT_MISFITS = [
  "OVER_ORDER",
  "OVER_ORDER_LINE",
  "VENDOR_DIFFERS",
  "ZERO_INVOICE",
  "NUMBER_USED_BEFORE",
  "ORDER_CLOSED",
] as const;
export type ContractMisfit = (typeof CONTRACT_MISFITS)[number];

/** What a company does about a misfit: it is told only, two people must agree, or the record is not sent. */
export const MISFIT_RESPONSES = ["warn", "second_approval", "refuse"] as const;
export type MisfitResponse = (typeof MISFIT_RESPONSES)[number];

/** What a company has chosen; a misfit that is not in it is told only. */
export type ContractControl = Readonly<Partial<Record<ContractMisfit, MisfitResponse>>>;

export function isContractMisfit(code: unknown): code is ContractMisfit {
  return (CONTRACT_MISFITS as readonly unknown[]).includes(code);
}

/** The misfits that are answered so, in the order of the list. */
export function misfitsAnswered(control: ContractControl | undefined, response: MisfitResponse): ContractMisfit[] {
  return CONTRACT_MISFITS.filter((one) => (control?.[one] ?? "warn") === response);
}
