import type { EntityManager } from "typeorm";
import type { RightsConsequence } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { toInstant, type Clock } from "../../kernel/clock";
import { applyEvent, type RecordScope } from "../transaction/record-keeping";
import type { RecordRights } from "../record/record-rights";
import { RecordEntity } from "../record/record.entity";

/** A record that nobody has approved first, or whose approval counts no more. */
export const NO_APPROVAL = { firstApproverId: null, hasFirstApproval: false } as const;

const RULE = { kind: "system", id: "two-person rule", name: "two-person rule" } as const;
const LAPSED = "Whoever approved it first may not send it any more";

/**
 * The record as it counts now: without its first approval, where that has fallen with the right it rested on. Nothing is
 * stored; for records that do not wait any more.
 */
export async function asItCounts(rights: Pick<RecordRights, "standing">, record: RecordEntity): Promise<RecordEntity> {
  if (!record.hasFirstApproval || (await rights.standing(record.companyId, [record])).has(record.id)) return record;
  return Object.assign(new RecordEntity(), record, NO_APPROVAL);
}

/**
 * Takes first approvals back once whoever gave them may not send the record any more: at once where a change takes the
 * right, by a recurring duty where it ends by itself, and at the latest when the second person sends.
 */
export class FirstApprovals implements RightsConsequence {
  constructor(
    private readonly database: Database,
    private readonly companies: CompanyDirectory,
    private readonly rights: Pick<RecordRights, "standing">,
    private readonly clock: Clock,
  ) {}

  async after({ manager, company, at }: Omit<RecordScope, "by">): Promise<void> {
    await this.sweep({ manager, company, at });
  }

  /** Inside a write, under the company's lock: the record without an approval that has fallen, which is noted. */
  async renewed(manager: EntityManager, company: CompanyEntity, record: RecordEntity): Promise<RecordEntity> {
    const counts = record.state === "awaiting" ? await asItCounts(this.rights, record) : record;
    if (counts === record) return record;
    return lapse({ manager, company, at: toInstant(this.clock.now()) }, record);
  }

  /** For a recurring duty: rights end by themselves. Answers how many approvals fell. */
  async lapseOverdue(): Promise<number> {
    const query = this.database.read().createQueryBuilder().select("DISTINCT record.companyId", "companyId");
    query.from(RecordEntity, "record").where("record.hasFirstApproval = :yes AND record.state = :state");
    const rows = await query.setParameters({ yes: true, state: "awaiting" }).getRawMany<{ companyId: string }>();
    let fallen = 0;
    for (const { companyId } of rows)
      fallen += await this.database.write(async (manager) => {
        const company = await this.companies.lock(companyId);
        return this.sweep({ manager, company, at: toInstant(this.clock.now()) });
      });
    return fallen;
  }

  private async sweep(scope: Omit<RecordScope, "by">): Promise<number> {
    const where = { companyId: scope.company.id, state: "awaiting", hasFirstApproval: true } as const;
    const records = await scope.manager.findBy(RecordEntity, where);
    const stands = await this.rights.standing(scope.company.id, records);
    const fallen = records.filter(({ id }) => !stands.has(id));
    for (const record of fallen) await lapse(scope, record);
    return fallen.length;
  }
}

function lapse(scope: Omit<RecordScope, "by">, record: RecordEntity): Promise<RecordEntity> {
  return applyEvent({ ...scope, by: RULE }, record, "approval_lapsed", { set: NO_APPROVAL, reason: LAPSED });
}
