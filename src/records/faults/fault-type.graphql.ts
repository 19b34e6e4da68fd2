import { Field, ObjectType } from "type-graphql";
import { explainedFault } from "../../erp/connector/fault/fault";
import { FAULT_OWNERS, type FaultOwner } from "../../erp/connector/fault/fault-codes";
import { enumOf } from "../../tenant/graphql/enums";
import type { Locale } from "../../kernel/locale";
import { FaultCodeName, shownFaultCode, type ShownFaultCode } from "./fault-code";

const FaultOwnerName = enumOf(FAULT_OWNERS, "FaultOwner", "Who can mend a fault. LEDGER: it passes by itself.");

@ObjectType("DeliveryFault", { description: "What a fault means, and what to do about it." })
export class FaultType {
  @Field(() => FaultCodeName)
  code!: ShownFaultCode;

  @Field(() => FaultOwnerName)
  owner!: FaultOwner;

  @Field({ description: "Why it happens." })
  cause!: string;

  @Field({ description: "What to do." })
  fix!: string;

  @Field({ description: "Whether trying the same once more can help, once the fix is done." })
  retryHelps!: boolean;

  static of(code: string, locale: Locale): FaultType {
    return Object.assign(new FaultType(), explainedFault(code, locale), { code: shownFaultCode(code) });
  }
}
