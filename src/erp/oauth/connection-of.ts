import type { EntityManager } from "typeorm";
import { namedConnection } from "../connections/connection-lookup";
import { ConnectionEntity } from "../connections/connection.entity";
import { BilingualRefusal } from "../../kernel/errors";
import { ERP_TEXTS } from "../texts/erp-texts";

/**
 * The company's connection: the one that is named (id or name), or the only one: a consent to the wrong books is never
 * what was meant. Throws Refusal NOT_FOUND, or BAD_INPUT where there is none yet, or several and none is named.
 */
export async function connectionOf(
  manager: EntityManager,
  companyId: string,
  connection: string | null,
): Promise<ConnectionEntity> {
  if (connection !== null) return namedConnection(manager, companyId, connection);
  const [only, ...more] = await manager.findBy(ConnectionEntity, { companyId });
  if (!only) throw new BilingualRefusal("BAD_INPUT", ERP_TEXTS.configureFirst, ["input", "company"]);
  if (more.length === 0) return only;
  throw new BilingualRefusal("BAD_INPUT", ERP_TEXTS.nameOneOfSeveral, ["input", "connection"]);
}
