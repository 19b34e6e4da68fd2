import type { CompanyEntity } from "../../../tenant/companies/company.entity";
import type { DigestFilters, DigestRights } from "../digest-rights";
import type { MemberEntity } from "../../../directory/members/member.entity";
import { quotedRecordColumns } from "../../record/record-columns";
import type { PolicySource } from "../../../authorization/policies/policy-source";
import { recordFilter } from "../../../authorization/insight/record-filter";

const COLUMNS = quotedRecordColumns("r");

/** What waits for whom, by the compiled policy of each. */
export class PolicyDigestRights implements DigestRights {
  constructor(private readonly policies: PolicySource) {}

  async filters(
    company: CompanyEntity,
    members: readonly MemberEntity[],
    at: string,
  ): Promise<ReadonlyMap<string, DigestFilters>> {
    const policies = await this.policies.policiesIn([company], { members, staffIds: [] }, at);
    return new Map(
      policies.flatMap((policy, index) => {
        const id = policy.facts.subject?.subjectId;
        if (id === undefined) return [];
        const filter = (action: "send" | "reject") =>
          recordFilter([policy], action, { columns: COLUMNS, feature: 'r."feature"', prefix: `${action}${index}_` });
        return [[id, { send: filter("send"), reject: filter("reject") }] as const];
      }),
    );
  }
}
