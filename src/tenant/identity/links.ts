import { In, IsNull, type EntityManager, type SelectQueryBuilder } from "typeorm";
import type { Account } from "./account";
import { IdentityLinkEntity } from "./identity-link.entity";

/** A link in force, and under which address the directory has its person. */
export interface HeldLink {
  readonly companyId: string | null;
  readonly memberId: string | null;
  readonly staffId: string | null;
  readonly email: string;
}

/** Everybody whose account it is: at most one member of each company, and one of the staff; in one SELECT. */
export function linksOf(manager: EntityManager, { issuer, subject }: Account): Promise<HeldLink[]> {
  const query = manager.createQueryBuilder(IdentityLinkEntity, "link");
  // By the tables' names: their entities stand beside, or above.
  query.leftJoin("member", "member", "member.id = link.memberId");
  query.leftJoin("vendor_staff", "staff", "staff.id = link.staffId");
  query
    .select("link.companyId", "companyId")
    .addSelect("link.memberId", "memberId")
    .addSelect("link.staffId", "staffId");
  query.addSelect("COALESCE(member.email, staff.email)", "email");
  query.where("link.issuer = :issuer AND link.subject = :subject AND link.endedAt IS NULL", { issuer, subject });
  return query.orderBy("link.linkedAt").addOrderBy("link.id").getRawMany<HeldLink>();
}

/** The accounts that somebody signs in with, the oldest first. */
export function accountsOf(
  manager: EntityManager,
  person: { readonly memberId: string } | { readonly staffId: string },
): Promise<Account[]> {
  return manager.find(IdentityLinkEntity, { where: { ...person, endedAt: IsNull() }, order: { linkedAt: "ASC" } });
}

/** Of these members, those whose account is known. One SELECT. */
export async function linkedAmong(manager: EntityManager, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { memberId: In([...memberIds]), endedAt: IsNull() };
  const found = memberIds.length > 0 ? await manager.findBy(IdentityLinkEntity, where) : [];
  return new Set(found.flatMap(({ memberId }) => memberId ?? []));
}

/** The same of the vendor's staff. */
export async function linkedStaffAmong(
  manager: EntityManager,
  staffIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const where = { staffId: In([...staffIds]), endedAt: IsNull() };
  const found = staffIds.length > 0 ? await manager.findBy(IdentityLinkEntity, where) : [];
  return new Set(found.flatMap(({ staffId }) => staffId ?? []));
}

/** SQL of what the account in the parameters `issuer` and `subject` is linked with, for `IN`. */
export function linkedTo(query: SelectQueryBuilder<object>, column: "companyId" | "memberId" | "staffId"): string {
  const links = query.subQuery().select(`link.${column}`).from(IdentityLinkEntity, "link");
  const account = "link.issuer = :issuer AND link.subject = :subject AND link.endedAt IS NULL";
  return links.where(`${account} AND link.${column} IS NOT NULL`).getQuery();
}

/** SQL that holds for a member or one of the staff, by the alias of their table, whose account is not known. */
export function unlinked(query: SelectQueryBuilder<object>, alias: string, column: "memberId" | "staffId"): string {
  const links = query.subQuery().select("1").from(IdentityLinkEntity, "known");
  return `NOT EXISTS ${links.where(`known.${column} = ${alias}.id AND known.endedAt IS NULL`).getQuery()}`;
}

/** The same where accounts of other issuers than the one in the parameter `issuer` do not count. */
export function unlinkedAtIssuer(query: SelectQueryBuilder<object>, alias: string, column: "memberId" | "staffId") {
  const links = query.subQuery().select("1").from(IdentityLinkEntity, "known");
  const here = `known.${column} = ${alias}.id AND known.endedAt IS NULL AND known.issuer = :issuer`;
  return `NOT EXISTS ${links.where(here).getQuery()}`;
}
