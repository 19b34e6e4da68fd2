import { fill } from "../../kernel/catalogue";
import type { EntityManager } from "typeorm";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { TENANT_TEXTS } from "../texts/tenant-texts";

/**
 * The id of a company's member by id or e-mail, for nouns that stand beside member/ and may not import it: so the table
 * is called by its name. Null: no such member.
 */
export async function memberIdOf(manager: EntityManager, companyId: string, reference: string): Promise<string | null> {
  const key = personKey(reference);
  const query = manager.createQueryBuilder().select("member.id", "id").from("member", "member");
  query.where(`member.${isId(key) ? "id" : "email"} = :key`, { key });
  const row = await query.andWhere("member.companyId = :companyId", { companyId }).getRawOne<{ id: string }>();
  return row?.id ?? null;
}

/** The same; throws Refusal NOT_FOUND at the field. */
export async function requireMemberId(
  manager: EntityManager,
  companyId: string,
  reference: string,
  field: readonly string[],
): Promise<string> {
  const id = await memberIdOf(manager, companyId, reference);
  if (id !== null) return id;
  throw new BilingualRefusal("NOT_FOUND", fill(TENANT_TEXTS.noMember, { reference }), field);
}
