import { In } from "typeorm";
import type { WatchedChange } from "../../../tenant/companies/company-change";
import { VendorStaffEntity } from "../../../tenant/companies/vendor-staff.entity";
import { MemberEntity } from "../../../directory/members/member.entity";
import { isAllowed } from "../../../policy/judgement/decide";
import type { CompanyFacts } from "../../../policy/model/facts";
import { MemberPolicy } from "../../../policy/judgement/member-policy";
import { rightsGained } from "../../../policy/rights-gained";
import type { FactsLoader } from "../../facts/facts-loader";
import type { Identity } from "./identity";

/** More names than these help nobody. */
const MAX_NAMES = 5;

/** A company's settings on both sides of a change. */
export interface Settings {
  readonly before: CompanyFacts;
  readonly after: CompanyFacts;
}

/** Finds who else may make a change that its author may not make for themselves. */
export class OtherPeople {
  constructor(private readonly loader: FactsLoader) {}

  /** Names of those who may do it, and would gain nothing by it; in a constant number of SELECTs. */
  async able(change: WatchedChange, { emails }: Identity, settings: Settings): Promise<string[]> {
    const { manager, company, action, resource, at } = change;
    const members = await manager.findBy(MemberEntity, [
      { companyId: company.id, active: true, directoryLevel: "admin" },
      { companyId: company.id, active: true, toolLevel: "admin" },
    ]);
    const assignments = await this.loader.assignments(company.id);
    const staff = await manager.findBy(VendorStaffEntity, { id: In(assignments.map(({ staffId }) => staffId)) });
    const subjects = [
      ...(await this.loader.members(members, at)),
      ...(await this.loader.staffIn(
        [company.id],
        staff.map(({ id }) => id),
        at,
      )),
    ];
    const able = subjects.filter((subject) => {
      const policy = new MemberPolicy({ company: settings.after, subject, at });
      const facts = (of: CompanyFacts) => [{ company: of, subject, at }];
      const gains = () => rightsGained(facts(settings.before), facts(settings.after)).length > 0;
      return isAllowed(policy, { action, resource }) && !gains();
    });
    const ids = new Set(able.map(({ subjectId }) => subjectId));
    return [...members, ...staff]
      .filter(({ id, email }) => ids.has(id) && !emails.includes(email))
      .map(({ name }) => name)
      .sort()
      .slice(0, MAX_NAMES);
  }
}
