import type { EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { MailMessageEntity } from "../../infra/mail/mail-message.entity";
import { AuditEntryEntity } from "../../tenant/audit/audit-entry.entity";
import { IdentityLinkEntity } from "../../tenant/identity/identity-link.entity";
import { GrantEntity } from "../grants/grant.entity";
import type { MemberEntity } from "../members/member.entity";
import { PERSONAL_TABLES } from "./personal-columns";

/** Rows of one kind at most; the newest. */
const MAX_ROWS = 1000;

/** What a company keeps of a person, for them to read: the same places that an erasure goes through. */
export type PersonalData = Readonly<Record<string, unknown>>;

export class PersonExport {
  constructor(private readonly database: Database) {}

  async of(member: MemberEntity): Promise<PersonalData> {
    const manager = this.database.read();
    const { id, companyId, email, name, toolLevel, directoryLevel, canPushToAccounting, active, createdAt } = member;
    const directory = { id, email, name, toolLevel, directoryLevel, canPushToAccounting, active, createdAt };
    return {
      directory,
      accounts: await accountsOf(manager, member),
      grants: await manager.findBy(GrantEntity, { companyId, memberId: id }),
      ...(await partsOf(manager, member)),
      letters: await lettersOf(manager, member),
      done: await entriesOf(manager, { companyId, actorId: id }),
      changed: await entriesOf(manager, { companyId, targetKind: "member", targetId: id }),
    };
  }
}

async function accountsOf(manager: EntityManager, { companyId, id }: MemberEntity) {
  const links = await manager.findBy(IdentityLinkEntity, { companyId, memberId: id });
  return links.map(({ issuer, subject, linkedAt, endedAt }) => ({ issuer, subject, linkedAt, endedAt }));
}

async function partsOf(manager: EntityManager, { companyId, email }: MemberEntity): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  for (const { table, email: column, name, also } of PERSONAL_TABLES) {
    const query = manager.createQueryBuilder().from(table, "part");
    for (const one of [column, ...(name === null ? [] : [name]), ...also]) query.addSelect(`part.${one}`, one);
    const rows: unknown[] = await query
      .where(`part.companyId = :companyId AND part.${column} = :email`, { companyId, email })
      .limit(MAX_ROWS)
      .getRawMany();
    if (rows.length > 0) parts[table] = rows;
  }
  return parts;
}

async function lettersOf(manager: EntityManager, { companyId, email }: MemberEntity) {
  const where = { companyId, toEmail: email };
  const letters = await manager.find(MailMessageEntity, { where, order: { createdAt: "DESC" }, take: MAX_ROWS });
  return letters.map(({ kind, subject, text, state, sentAt, createdAt }) => ({
    ...{ kind, subject, text, state, sentAt, createdAt },
  }));
}

async function entriesOf(manager: EntityManager, where: Partial<AuditEntryEntity>) {
  const order = { sequence: "DESC" } as const;
  const entries = await manager.find(AuditEntryEntity, { where: where as object, order, take: MAX_ROWS });
  return entries.map(({ sequence, at, action, targetKind, targetId, before, after, why }) => ({
    ...{ sequence, at, action, targetKind, targetId, before, after, why },
  }));
}
