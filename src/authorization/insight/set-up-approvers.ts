import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import type { ApproverReading, GuideApprover } from "../../onboarding/guide/guide-readers";
import { MemberEntity } from "../../directory/members/member.entity";
import { decide, isAllowed } from "../../policy/judgement/decide";
import type { CompanyFacts, FeatureFacts, SubjectFacts } from "../../policy/model/facts";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import { atLeast, FEATURES, type Feature } from "../../policy/model/vocabulary";
import type { FactsLoader } from "../facts/facts-loader";

/** Asks the policy who could send what once the company is live: the page of approvers is read before that day. */
export class SetUpApprovers implements ApproverReading {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsLoader,
  ) {}

  /** A constant number of SELECTs. */
  async approvers(company: CompanyEntity, at: string): Promise<readonly GuideApprover[]> {
    const members = await this.database.read().find(MemberEntity, {
      where: { companyId: company.id, active: true, canPushToAccounting: true },
      order: { name: "ASC", id: "ASC" },
    });
    const ready = onceLive(await this.facts.company(company));
    const subjects = await this.facts.members(members, at);
    return subjects.flatMap((subject, index) => {
      const member = members[index];
      return member ? approverOf(member, subject, ready, at) : [];
    });
  }
}

/** The company with nothing left to do: what remains open or shut are the people's own gates. */
function onceLive(company: CompanyFacts): CompanyFacts {
  const features = Object.entries(company.features).map(([feature, facts]): [string, FeatureFacts] => [
    feature,
    { ...facts, enabled: true, directExport: "off" },
  ]);
  return {
    ...company,
    phase: "in_use",
    connection: "authorised",
    editionSupported: true,
    several: null,
    projectsOutOfUse: [],
    features: Object.fromEntries(features) as CompanyFacts["features"],
  };
}

/** Empty: they are no approver. */
function approverOf(
  { name, email }: MemberEntity,
  subject: SubjectFacts,
  company: CompanyFacts,
  at: string,
): GuideApprover[] {
  const policy = new MemberPolicy({ company, subject, at });
  const asked = (resource: Feature) => ({ action: "send", resource, record: null });
  const features = FEATURES.filter((feature) => isAllowed(policy, asked(feature)));
  const starts = subject.grants.flatMap(({ validFrom }) => (validFrom !== null && validFrom > at ? [validFrom] : []));
  const later = [...new Set(starts)].map((start) => new MemberPolicy({ company, subject, at: start }));
  const coming = FEATURES.filter(
    (feature) => !features.includes(feature) && later.some((one) => isAllowed(one, asked(feature))),
  );
  const asAdministrator = features.some(
    (feature) => decide(policy, asked(feature)).basis?.kind === "directory_administrator",
  );
  return atLeast(subject.toolLevel, "standard") ? [{ name, email, features, coming, asAdministrator }] : [];
}
