import type { ChangeScope } from "../../tenant/audit/company-changes";
import type { PersonPlan } from "./access-list-plan";
import { MemberEntity } from "../members/member.entity";

/** Sees to it that somebody of the company can still give rights afterwards. */
export class AdministratorCount {
  private readonly losing: PersonPlan[] = [];

  private constructor(
    private readonly before: number,
    private remaining: number,
  ) {}

  /** Active directory administrators who can push to accounting: they alone may give rights. */
  static async of({ manager, company }: ChangeScope): Promise<AdministratorCount> {
    const administrators = { active: true, directoryLevel: "admin", canPushToAccounting: true } as const;
    const count = await manager.countBy(MemberEntity, { companyId: company.id, ...administrators });
    return new AdministratorCount(count, count);
  }

  note(plan: PersonPlan): void {
    const member = plan.present?.member;
    if (!member?.active || member.directoryLevel !== "admin") return;
    if (member.canPushToAccounting === plan.rights.canPushToAccounting) return;
    this.remaining += plan.rights.canPushToAccounting ? 1 : -1;
    if (!plan.rights.canPushToAccounting) this.losing.push(plan);
  }

  /** Those who would be demoted, where that would leave nobody. */
  lost(): readonly PersonPlan[] {
    return this.before > 0 && this.remaining === 0 ? this.losing : [];
  }
}
