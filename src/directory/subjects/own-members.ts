import { Brackets, type EntityManager } from "typeorm";
import { accountOf } from "../../tenant/identity/account";
import { linksOf, unlinked, type HeldLink } from "../../tenant/identity/links";
import type { Identified } from "../../tenant/companies/staff-person";
import { MemberEntity } from "../members/member.entity";

export interface OwnMembers {
  /** One a company at most, by company. */
  readonly members: readonly MemberEntity[];
  /** Ids of companies that have a member of the account or the address, whosever it is. */
  readonly taken: ReadonlySet<string>;
  readonly links: readonly HeldLink[];
}

/**
 * The person's member records: those linked with their account, and in other companies those of their address whose account
 * is not known. In two SELECTs. @param companyIds where to look; left out: everywhere
 */
export async function ownMembers(
  manager: EntityManager,
  { subject, email: address }: Identified,
  companyIds?: readonly string[],
): Promise<OwnMembers> {
  const links = await linksOf(manager, accountOf(subject));
  const ids = links.flatMap(({ memberId }) => memberId ?? []);
  // An account of the vendor's staff is nobody's in a directory, whatever address it has come to have.
  const email = links.some(({ staffId }) => staffId !== null) ? null : address;
  if (companyIds?.length === 0 || (ids.length === 0 && email === null)) return { members: [], taken: new Set(), links };
  const query = manager.createQueryBuilder(MemberEntity, "member");
  // Values, not a subquery: only so does PostgreSQL look both up in their indices.
  const one = new Brackets((where) => {
    if (email !== null) where.where("member.email = :email", { email });
    if (ids.length > 0) where.orWhere("member.id IN (:...ids)", { ids });
  });
  query
    .addSelect(unlinked(query, "member", "memberId"), "unlinked")
    .where(one)
    .orderBy("member.companyId");
  if (companyIds) query.andWhere("member.companyId IN (:...companyIds)", { companyIds });
  const { entities, raw } = await query.getRawAndEntities<{ unlinked: number | boolean }>();
  const own = new Set(ids);
  const byLink = new Set(entities.filter(({ id }) => own.has(id)).map(({ companyId }) => companyId));
  const members = entities.filter(
    ({ id, companyId }, index) => own.has(id) || (!byLink.has(companyId) && Boolean(raw[index]?.unlinked)),
  );
  return { members, taken: new Set(entities.map(({ companyId }) => companyId)), links };
}
