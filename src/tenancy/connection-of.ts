import type { EntityManager } from "typeorm";
import { ConnectionEntity } from "../connection/connection.entity";
import { Refusal } from "../kernel/errors";

/**
 * The company's connection: the one that is named, or the only one. Throws Refusal NOT_FOUND, or BAD_INPUT where there
 * is none yet, or several and none is named.
 */
export async function connectionOf(
  manager: EntityManager,
  companyId: string,
  connection: string | null,
): Promise<ConnectionEntity> {
  const all = await manager.findBy(ConnectionEntity, { companyId });
  if (connection !== null) {
    const found = all.find(({ id }) => id === connection.toLowerCase());
    if (found) return found;
    throw new Refusal("NOT_FOUND", "The company has no such connection.", ["input", "connection"]);
  }
  const [only, ...more] = all;
  if (!only)
    throw new Refusal("BAD_INPUT", "Configure the connection first (configureConnection).", ["input", "company"]);
  if (more.length > 0)
    throw new Refusal("BAD_INPUT", "The company has several connections: name the one you mean.", [
      "input",
      "connection",
    ]);
  return only;
}
