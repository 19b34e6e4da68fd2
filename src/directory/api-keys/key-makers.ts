import type { Database } from "../../infra/db/database";
import { IsNull } from "typeorm";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import type { Authorizer } from "../../policy/ports";
import { isId } from "../../kernel/ids";
import { keysOfCompany } from "./keys-of-company";
import { takeCompany } from "./api-key-writer";
import { ApiKeyEntity } from "./api-key.entity";

const RULE = { kind: "system", id: "keys of makers", name: "keys of makers" } as const;
const GONE = "Whoever made it does not administer the company any more";

/**
 * A key rests on the right of whoever made it to administer the company: it is shut out of the company once they may not,
 * at once where a change takes the right, by a recurring duty where it ends by itself.
 */
export class KeyMakers {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChangePort,
    private readonly authorizer: Pick<Authorizer, "permitsSubject">,
  ) {}

  /** After a change of the company. */
  async rightsChanged(scope: ChangeScope): Promise<void> {
    await this.shutOut(scope);
  }

  /** For a recurring duty. Answers how many keys were shut out of a company. */
  async endOverdue(): Promise<number> {
    const keys = await this.database.read().findBy(ApiKeyEntity, { revokedAt: IsNull() });
    const companies = [...new Set(keys.flatMap(({ makers }) => Object.keys(makers ?? {})))];
    let ended = 0;
    for (const companyId of companies)
      if ((await this.fallen(companyId)).length > 0)
        ended += await this.changes.runAs(RULE, companyId, (scope) => this.shutOut(scope));
    return ended;
  }

  private async shutOut(scope: ChangeScope): Promise<number> {
    const fallen = await this.fallen(scope.company.id);
    for (const { id } of fallen) await takeCompany(scope, id, GONE);
    return fallen.length;
  }

  private async fallen(companyId: string): Promise<ApiKeyEntity[]> {
    const own = { ...keysOfCompany(companyId), revokedAt: IsNull() };
    const keys = await this.database.read().findBy(ApiKeyEntity, own);
    const need = { companyId, action: "administer", resource: "company" } as const;
    const fallen: ApiKeyEntity[] = [];
    for (const key of keys.filter(({ companyIds }) => companyIds?.includes(companyId))) {
      const maker = key.makers?.[companyId];
      // What the command line made rests on nobody's right.
      if (maker !== undefined && isId(maker) && !(await this.authorizer.permitsSubject(maker, need))) fallen.push(key);
    }
    return fallen;
  }
}
