import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { asItCounts, NO_APPROVAL } from "../record/first-approval";
import type { RecordRights } from "../record/record-rights";
import { RecordEntity } from "../record/record.entity";
import type { ApprovalRenewal } from "../transaction/record-transaction";
import { applyEvent } from "../transaction/record-keeping";

const RULE = { kind: "system", id: "two-person rule", name: "two-person rule" } as const;
const LAPSED = "Whoever approved it first may not send it any more";

/**
 * Takes first approvals back once whoever gave them may not send the record any more: at once where a change takes the
 * right, by a recurring duty where it ends by itself, and at the latest when the second person sends.
 */
export class FirstApprovals implements ApprovalRenewal {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChangePort,
    private readonly rights: Pick<RecordRights, "standing">,
  ) {}

  /** After a change: those of the company whose right it took. */
  async rightsChanged(scope: ChangeScope): Promise<void> {
    await this.sweep(scope);
  }

  /** Inside a write, under the company's lock: the record without an approval that has fallen, which is noted. */
  async renewed(company: CompanyEntity, record: RecordEntity): Promise<RecordEntity> {
    const counts = record.state === "awaiting" ? await asItCounts(this.rights, record) : record;
    if (counts === record) return record;
    return this.changes.runAs(RULE, company.id, (scope) => lapse(scope, record));
  }

  /** For a recurring duty: rights end by themselves. Answers how many approvals fell. */
  async lapseOverdue(): Promise<number> {
    const query = this.database.read().createQueryBuilder().select("DISTINCT record.companyId", "companyId");
    query.from(RecordEntity, "record").where("record.hasFirstApproval = :yes AND record.state = :state");
    const rows = await query.setParameters({ yes: true, state: "awaiting" }).getRawMany<{ companyId: string }>();
    let fallen = 0;
    for (const { companyId } of rows) fallen += await this.changes.runAs(RULE, companyId, (scope) => this.sweep(scope));
    return fallen;
  }

  private async sweep(scope: ChangeScope): Promise<number> {
    const where = { companyId: scope.company.id, state: "awaiting", hasFirstApproval: true } as const;
    const records = await scope.manager.findBy(RecordEntity, where);
    const stands = await this.rights.standing(scope.company.id, records);
    const fallen = records.filter(({ id }) => !stands.has(id));
    for (const record of fallen) await lapse(scope, record);
    return fallen.length;
  }
}

function lapse(scope: ChangeScope, record: RecordEntity): Promise<RecordEntity> {
  return applyEvent({ ...scope, by: RULE }, record, "approval_lapsed", { set: NO_APPROVAL, reason: LAPSED });
}
