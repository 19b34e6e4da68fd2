import type { Database } from "../../infra/db/database";
import type { CompanyDirectory } from "../companies/company-directory";
import { AuditHeadEntity } from "./audit-head.entity";
import type { ChainPlace } from "./chain";
import { headText, type HeadKeys } from "./head-keys";

/**
 * Signs the end of a trail that is not signed, or by another key: once somebody has found it intact, for each change signs
 * over a signed end alone. Null: there is no trail yet, or it is signed by a known key.
 */
export function signHead(
  database: Database,
  companies: CompanyDirectory,
  keys: HeadKeys,
  companyId: string,
): Promise<ChainPlace | null> {
  return database.write(async (manager) => {
    await companies.lock(companyId);
    const head = await manager.findOneBy(AuditHeadEntity, { id: companyId });
    if (!head || keys.standing(headText(companyId, head), head) === "signed") return null;
    const signed = keys.sign(headText(companyId, head));
    if (signed) await manager.update(AuditHeadEntity, { id: companyId }, signed);
    return head;
  });
}
