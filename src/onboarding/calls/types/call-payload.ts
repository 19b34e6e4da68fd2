import { localeOfRequest } from "../../../infra/http/request-scope";
import type { Bilingual } from "../../../kernel/locale";
import { Field, Int, ObjectType } from "type-graphql";
import type { CompanyDirectory } from "../../../tenant/companies/company-directory";
import { zoneOf } from "../../../tenant/companies/time-zone";
import { MutationPayload, payload } from "../../../tenant/graphql/payload";
import { CallType } from "./call-type";
import type { CallEntity } from "../call/call.entity";

@ObjectType()
export class CallPayload extends MutationPayload {
  @Field(() => CallType, { nullable: true })
  call: CallType | null = null;

  @Field(() => [String], { description: "What was decided for you, in words." })
  remarks: readonly string[] = [];

  @Field(() => Int, { nullable: true, description: "The company's policy revision from now on." })
  policyRevision: number | null = null;
}

/** What the change made of the call, or why it was refused. */
export function callPayload(
  companies: CompanyDirectory,
  work: () => Promise<CallEntity | { readonly call: CallEntity; readonly remarks: readonly Bilingual[] }>,
): Promise<CallPayload> {
  return payload(CallPayload, async () => {
    const done = await work();
    const { call, remarks } = "call" in done ? done : { call: done, remarks: [] };
    const company = await companies.find(call.companyId);
    if (!company) throw new Error("A call without its company");
    const locale = localeOfRequest();
    const shown = { call: CallType.of(call, zoneOf(company)), remarks: remarks.map((remark) => remark[locale]) };
    return { ...shown, policyRevision: company.policyRevision };
  });
}
