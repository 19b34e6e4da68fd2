import type { EntityManager } from "typeorm";
import { defaultConnection, namedConnection } from "../../erp/connections/connection-lookup";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { ProjectEntity } from "../../directory/projects/project.entity";
import type { RecordEntity } from "./record.entity";

/** The lane that a record travels in: one connection is one organisation of the ERP, with one allowance. */
export async function laneOf(
  manager: EntityManager,
  { companyId, connectionId }: Pick<RecordEntity, "companyId" | "connectionId">,
): Promise<string> {
  return connectionId ?? (await defaultConnection(manager, companyId))?.id ?? companyId;
}

/** The connection that what belongs to the project travels by: its own, or the company's default. Null: there is none. */
export async function connectionOfProject(
  manager: EntityManager,
  companyId: string,
  project: Pick<ProjectEntity, "connectionId"> | null,
): Promise<ConnectionEntity | null> {
  const bound = project?.connectionId;
  return bound ? namedConnection(manager, companyId, bound) : defaultConnection(manager, companyId);
}
