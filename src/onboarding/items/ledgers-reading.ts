import { In, IsNull, Not, type EntityManager } from "typeorm";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { editionSupport } from "../../erp/connections/editions";
import { groupBy } from "../../kernel/groups";
import { ProjectEntity } from "../../directory/projects/project.entity";
import type { LedgerFacts } from "./item-facts";

/** By company, in two SELECTs: the ledgers that are used, which are the default's and those that projects are bound to. */
export async function ledgersOf(
  manager: EntityManager,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LedgerFacts[]>> {
  const where = { companyId: In([...companyIds]) };
  const connections = await manager.find(ConnectionEntity, { where, order: { id: "ASC" } });
  const used = await manager
    .createQueryBuilder(ProjectEntity, "project")
    .select("DISTINCT project.connectionId", "id")
    .where({ ...where, connectionId: Not(IsNull()) })
    .getRawMany<{ id: string }>();
  const ids = new Set(used.map(({ id }) => id));
  const counted = connections.filter(({ id, defaultOf }) => defaultOf !== null || ids.has(id));
  const byCompany = groupBy(counted, ({ companyId }) => companyId);
  return new Map([...byCompany].map(([companyId, own]) => [companyId, own.map(ledgerFacts)]));
}

function ledgerFacts({ name, country, edition, status, trackingCategory }: ConnectionEntity): LedgerFacts {
  return {
    name,
    editionSupported: editionSupport(country, edition).supported,
    authorised: status === "authorised",
    trackingCategory: (trackingCategory ?? "") !== "",
  };
}
