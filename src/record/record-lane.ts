import type { EntityManager } from "typeorm";
import { ConnectionEntity } from "../connection/connection.entity";
import type { RecordEntity } from "./record.entity";

/** The connection of a company that what names none travels by: its first one. Null: it has none. */
export async function defaultConnection(manager: EntityManager, companyId: string): Promise<ConnectionEntity | null> {
  return manager.findOne(ConnectionEntity, { where: { companyId }, order: { createdAt: "ASC", id: "ASC" } });
}

/** The lane that a record travels in: one connection is one organisation of the ERP, with one allowance. */
export async function laneOf(
  manager: EntityManager,
  { companyId, connectionId }: Pick<RecordEntity, "companyId" | "connectionId">,
): Promise<string> {
  return connectionId ?? (await defaultConnection(manager, companyId))?.id ?? companyId;
}
