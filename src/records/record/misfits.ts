import { CONTRACT_MISFITS, isContractMisfit, type ContractMisfit } from "../../policy/model/contract-misfits";

/** As a record's column keeps them, for policy/judgement/condition-sql.ts: ",OVER_ORDER,ZERO_INVOICE,"; none: ",". */
export function misfitsText(misfits: readonly ContractMisfit[]): string {
  return `,${CONTRACT_MISFITS.filter((one) => misfits.includes(one))
    .map((one) => `${one},`)
    .join("")}`;
}

/** Null: nobody has looked. */
export function misfitsIn(text: string | null): ContractMisfit[] | null {
  return text === null ? null : text.split(",").filter(isContractMisfit);
}
