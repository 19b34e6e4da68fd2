import type { EntityManager } from "typeorm";
import type { PersonRecord } from "../../companies/people";

interface Row extends PersonRecord {
  readonly companyId: string;
  readonly active: boolean;
  readonly directoryLevel: string;
  readonly canPushToAccounting: boolean;
}

/** The company's members who may give rights, by e-mail. Read by the table's name: member/ stands above. */
export function grantingMembers(manager: EntityManager, companyId: string): Promise<PersonRecord[]> {
  const where = { companyId, active: true, directoryLevel: "admin", canPushToAccounting: true };
  return manager.find<Row>("member", { where, order: { email: "ASC" } });
}
