import { IsNull, MoreThan, Not, type QueryDeepPartialEntity } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { insertRows } from "../../infra/db/query/rows";
import { BilingualRefusal } from "../../kernel/errors";
import { ApiKeyEntity } from "./api-key.entity";
import { keysOfCompany } from "./keys-of-company";

const TARGET = "api_key";
/** Keys of one company that may be in use at once. */
export const MAX_KEYS_IN_USE = 50;
const TOO_MANY = {
  en: `A company has ${MAX_KEYS_IN_USE} keys in use at most: revoke one that is not needed.`,
  fr: `Une société a au plus ${MAX_KEYS_IN_USE} clés en service : révoquez-en une qui ne sert plus.`,
};

/**
 * Stores the key for the company of the change, with its audit entry; the first of its companies lays down the row. Throws
 * Refusal LIMIT_EXCEEDED where the company has as many as it may.
 */
export async function storeFor(change: ChangeScope, apiKey: ApiKeyEntity): Promise<void> {
  const { manager, company, by, at } = change;
  const inUse = { ...keysOfCompany(company.id), revokedAt: IsNull(), id: Not(apiKey.id) };
  const used = await manager.count(ApiKeyEntity, {
    where: [
      { ...inUse, expiresAt: IsNull() },
      { ...inUse, expiresAt: MoreThan(at) },
    ],
  });
  if (used >= MAX_KEYS_IN_USE) throw new BilingualRefusal("LIMIT_EXCEEDED", TOO_MANY, ["input", "companies"]);
  const isFirst = Object.keys(apiKey.makers ?? {}).length === 0;
  apiKey.makers = { ...apiKey.makers, [company.id]: by.id };
  if (isFirst) {
    Object.assign(apiKey, { createdBy: by.id, createdAt: at });
    await insertRows(manager, ApiKeyEntity, [apiKey as QueryDeepPartialEntity<ApiKeyEntity>]);
  } else await manager.update(ApiKeyEntity, { id: apiKey.id }, { makers: apiKey.makers });
  const { id: targetId, name, prefix, scopes, expiresAt } = apiKey;
  const after = { name, prefix, scopes, expiresAt };
  await change.record({ action: "api_key.created", targetKind: TARGET, targetId, before: null, after });
}

/**
 * Takes the company of the change from the key, with its audit entry; without a company left the key is revoked. Answers
 * what the key has now. The row is locked under the company's lock, so that two companies do not overwrite each other.
 */
export async function takeCompany(
  change: ChangeScope,
  id: string,
  why: string | null,
): Promise<Pick<ApiKeyEntity, "companyIds" | "revokedAt">> {
  const { manager, company, at } = change;
  const query = manager.createQueryBuilder(ApiKeyEntity, "key").where("key.id = :id", { id });
  if (manager.connection.options.type === "postgres") query.setLock("pessimistic_write");
  const apiKey = await query.getOneOrFail();
  const left = (apiKey.companyIds ?? []).filter((other) => other !== company.id);
  // The last company stays in the row, so that its list still shows the key.
  const next =
    left.length > 0
      ? { companyIds: left, revokedAt: apiKey.revokedAt }
      : { companyIds: [company.id], revokedAt: apiKey.revokedAt ?? at };
  await manager.update(ApiKeyEntity, { id }, next);
  const { name, prefix, scopes } = apiKey;
  const before = { name, prefix, scopes };
  await change.record({ action: "api_key.revoked", targetKind: TARGET, targetId: id, before, after: null, why });
  return next;
}
