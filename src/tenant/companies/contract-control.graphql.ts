import { Field, InputType, ObjectType } from "type-graphql";
import {
  CONTRACT_MISFITS,
  MISFIT_RESPONSES,
  type ContractMisfit,
  type MisfitResponse,
} from "../../policy/model/contract-misfits";
import { enumOf } from "../graphql/enums";

export const ContractMisfitName = enumOf(
  CONTRACT_MISFITS,
  "ContractMisfit",
  "How an invoice or a change order may not fit its contract.",
  {
    OVER_ORDER: "It bills more than its order has left.",
    OVER_ORDER_LINE: "It bills more of a cost code than its order has left of it.",
    VENDOR_DIFFERS: "It is of another vendor than its order.",
    ZERO_INVOICE: "It bills nothing.",
    NUMBER_USED_BEFORE: "Another invoice of the vendor has the same number, however it is spelled.",
    ORDER_CLOSED: "Its order is closed: nothing more is expected of it.",
  },
);
const MisfitResponseName = enumOf(MISFIT_RESPONSES, "MisfitResponse", "What a company does about a misfit.", {
  warn: "It is told, and sent all the same.",
  second_approval: "Two people must agree, as above the company's amount.",
  refuse: "It is not sent as long as it does not fit.",
});

@ObjectType("MisfitChoice", { description: "What a company does about one misfit with a contract." })
export class MisfitChoiceType {
  @Field(() => ContractMisfitName, { description: "How a record may not fit." })
  misfit!: ContractMisfit;

  @Field(() => MisfitResponseName, { description: "What is done about such a record." })
  response!: MisfitResponse;
}

@InputType({ description: "What to do about one misfit with a contract from now on." })
export class MisfitChoiceInput {
  @Field(() => ContractMisfitName, { description: "How a record may not fit." })
  misfit!: ContractMisfit;

  @Field(() => MisfitResponseName, { description: "What is done about such a record." })
  response!: MisfitResponse;
}
