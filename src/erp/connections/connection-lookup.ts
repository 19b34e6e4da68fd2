import { fill } from "../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import { BilingualRefusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { normalText } from "../../kernel/text";
import { ConnectionEntity } from "./connection.entity";
import { ERP_TEXTS } from "../texts/erp-texts";

/** The company's default connection: what names no other travels by it. Null: the company has none. */
export function defaultConnection(manager: EntityManager, companyId: string): Promise<ConnectionEntity | null> {
  return manager.findOneBy(ConnectionEntity, { defaultOf: companyId });
}

/** The company's connection of that id or name. Throws Refusal NOT_FOUND. */
export async function namedConnection(
  manager: EntityManager,
  companyId: string,
  reference: string,
  field: readonly string[] = ["input", "connection"],
): Promise<ConnectionEntity> {
  const key = normalText("name", reference);
  const where = isId(key) ? { id: key.toLowerCase() } : { name: key };
  const found = await manager.findOneBy(ConnectionEntity, { companyId, ...where });
  if (found) return found;
  throw new BilingualRefusal("NOT_FOUND", fill(ERP_TEXTS.noConnection, { reference }), field);
}
