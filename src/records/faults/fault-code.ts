import { FAULT_CODES, type FaultCode } from "../../erp/connector/fault/fault-codes";
import { DECISION_CODES, type DecisionCode } from "../../policy/model/vocabulary";
import { enumOf } from "../../tenant/graphql/enums";

export type ShownFaultCode = FaultCode | DecisionCode;

/** The ledger's faults (docs/faults.md), and the policy's codes where the right to send was gone at the last look. */
export const SHOWN_FAULT_CODES = [...new Set<ShownFaultCode>([...FAULT_CODES, ...DECISION_CODES])] as const;

export const FaultCodeName = enumOf(
  SHOWN_FAULT_CODES,
  "DeliveryFaultCode",
  "What kept a record from the ERP: a fault of docs/faults.md, or the policy's own code where the right to send was gone.",
);

/** The code as it is stored; one that is of an earlier version is a fault without a code. */
export function shownFaultCode(code: string): ShownFaultCode {
  return SHOWN_FAULT_CODES.find((one) => one === code) ?? "UNKNOWN_FAULT";
}
