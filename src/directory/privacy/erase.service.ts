import { randomBytes } from "node:crypto";
import { MoreThan, type EntityManager, type QueryDeepPartialEntity } from "typeorm";
import { MailMessageEntity } from "../../infra/mail/mail-message.entity";
import { forgetLinks } from "../../infra/mail/links/letter-sessions";
import { MailOptOutEntity } from "../../infra/mail/mail-opt-out.entity";
import { MailReaderEntity } from "../../infra/mail/mail-reader.entity";
import { keyDigest } from "../../infra/mail/mail-outbox";
import { BLANK_LETTER } from "../../infra/mail/mail-retention";
import { updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { readEmail } from "../../kernel/email";
import type { Authorizer } from "../../policy/ports";
import { AuditEntryEntity } from "../../tenant/audit/audit-entry.entity";
import { erasedState, PERSON_ERASED } from "../../tenant/audit/erasure";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { IdentityLinkEntity } from "../../tenant/identity/identity-link.entity";
import { GrantEntity } from "../grants/grant.entity";
import { findMember, requireMember } from "../members/grantee";
import { MemberEntity } from "../members/member.entity";
import { reasonFrom } from "../../kernel/labels";
import { StakeholderEntity } from "../stakeholders/stakeholder.entity";
import { textWith, withPseudonym, type ErasedPerson } from "./erased-words";
import { PERSONAL_TABLES } from "./personal-columns";
import { pseudonymiseNames } from "./personal-names";
import * as texts from "./privacy-texts";

export interface Erasing {
  readonly company: string;
  /** Id or e-mail. */
  readonly member: string;
  readonly reason: string;
}

export interface Erased {
  readonly member: MemberEntity;
  /** Entries of the audit trail that say the pseudonym since. */
  readonly auditEntries: number;
}

const ENTRIES_BATCH_SIZE = 500;

/**
 * Takes a person out of a company's books: name and address give way to a pseudonym, in the directory, in what hangs on it and
 * in the audit trail, whose proof goes on holding. What they did stays; who they were does not.
 */
export class EraseService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly authorizer: Authorizer,
  ) {}

  /**
   * For those who may give rights, never of themselves, and once the member is deactivated. It cannot be taken back. Throws
   * PolicyRefusal, Refusal NOT_FOUND (company, member), BAD_INPUT (reason) or CONFLICT (active, erased, a stakeholder).
   */
  async erase(actor: Actor, { company, member: reference, reason: why }: Erasing): Promise<Erased> {
    const reason = reasonFrom(why);
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const { manager, company: of } = scope;
      const member = requireMember(await findMember(manager, of.id, reference), reference);
      const need = { companyId: of.id, action: "grant_access", resource: "company" } as const;
      await this.authorizer.require(actor, { ...need, record: { grantee: member.id } });
      await requireErasable(manager, actor, member);
      const person = await this.personOf(scope, member);
      const entries = await pseudonymiseTrail(scope, person);
      const { email, name } = person.pseudonym;
      const changed = { email, name, erasedAt: scope.at, digest: false };
      await updateAtVersion(manager, MemberEntity, { id: member.id, version: member.version }, changed);
      await this.pseudonymiseTables(scope, person);
      const target = { targetKind: "member", targetId: member.id };
      const after = { name, entries: erasedState(entries) };
      await scope.record({ action: PERSON_ERASED, ...target, before: null, after, why: reason });
      return {
        member: Object.assign(new MemberEntity(), member, changed, { version: member.version + 1 }),
        auditEntries: entries.length,
      };
    });
  }

  /** Names and addresses that the company knew them by, as its trail tells, too. */
  private async personOf({ manager, company }: ChangeScope, member: MemberEntity): Promise<ErasedPerson> {
    const where = { companyId: company.id, targetKind: "member", targetId: member.id };
    const own = await manager.findBy(AuditEntryEntity, where);
    const acted = await manager.findBy(AuditEntryEntity, { companyId: company.id, actorId: member.id });
    const states = own.flatMap(({ before, after }) => [before, after]);
    const texts = (key: string) => states.map((state) => state?.[key]).filter((one) => typeof one === "string");
    const emails = [member.email, ...texts("email")].flatMap((email) => readEmail(email) ?? []);
    const names = [member.name, ...texts("name"), ...acted.map(({ actorName }) => actorName)];
    const mark = randomBytes(6).toString("hex");
    const pseudonym = { email: `erased-${mark}@erased.invalid`, name: `Erased person ${mark.slice(0, 6)}` };
    return { id: member.id, emails: new Set(emails), names: new Set(names.filter((name) => name !== "")), pseudonym };
  }

  private async pseudonymiseTables({ manager, company }: ChangeScope, person: ErasedPerson): Promise<void> {
    const { emails, pseudonym } = person;
    await pseudonymiseReasons(manager, person);
    await pseudonymiseNames(manager, company.id, person);
    await manager.delete(IdentityLinkEntity, { companyId: company.id, memberId: person.id });
    for (const email of emails) {
      // Whoever is erased acts by no letter that lies in some mailbox.
      await forgetLinks(manager, { companyId: company.id, email });
      for (const { table, email: column, name } of PERSONAL_TABLES) {
        const changed = { [column]: pseudonym.email, ...(name === null ? {} : { [name]: pseudonym.name }) };
        await manager.update(table, { companyId: company.id, [column]: email }, changed);
      }
      await emptyLetters(manager, { companyId: company.id, toEmail: email });
      await forgetPreferences(manager, email);
    }
  }
}

/** Of their own grants: the change is the member's, and binds them to the trail anew. */
async function pseudonymiseReasons(manager: EntityManager, person: ErasedPerson): Promise<void> {
  for (const { id, reason, revokeReason } of await manager.findBy(GrantEntity, { memberId: person.id })) {
    const since = (text: string | null) => (text === null ? null : textWith(text, true, person));
    await manager.update(GrantEntity, { id }, { reason: since(reason), revokeReason: since(revokeReason) });
  }
}

/** They are a mailbox's, for all companies: gone once nobody has the address any more. */
async function forgetPreferences(manager: EntityManager, email: string): Promise<void> {
  for (const entity of [MemberEntity, StakeholderEntity, VendorStaffEntity])
    if (await manager.existsBy<MemberEntity | StakeholderEntity | VendorStaffEntity>(entity, { email })) return;
  await manager.delete(MailReaderEntity, { email });
  await manager.delete(MailOptOutEntity, { email });
}

/** Their keys name people as well. */
async function emptyLetters(manager: EntityManager, where: { companyId: string; toEmail: string }): Promise<void> {
  await manager.update(MailMessageEntity, { ...where, state: "queued" }, { state: "declined" });
  for (const { id, key } of await manager.find(MailMessageEntity, { where, select: { id: true, key: true } }))
    await manager.update(MailMessageEntity, { id }, { ...BLANK_LETTER, key: keyDigest(key) });
}

async function requireErasable(manager: EntityManager, actor: Actor, member: MemberEntity): Promise<void> {
  if (member.erasedAt !== null) throw texts.erasedAlready(actor);
  if (member.active) throw texts.stillActive(actor);
  const { companyId, email } = member;
  if (await manager.existsBy(StakeholderEntity, { companyId, email })) throw texts.stillStakeholder(actor);
}

/** In parts, in the trail's order; answers the entries that were changed, as they stand since. */
async function pseudonymiseTrail({ manager, company }: ChangeScope, person: ErasedPerson): Promise<AuditEntryEntity[]> {
  const changed: AuditEntryEntity[] = [];
  const end = company.policyRevision + 1;
  for (let after = 0; ;) {
    const entries = await manager.find(AuditEntryEntity, {
      where: [{ companyId: company.id, sequence: MoreThan(after) }],
      order: { sequence: "ASC" },
      take: ENTRIES_BATCH_SIZE,
    });
    const last = entries.at(-1);
    if (!last || last.sequence >= end) return changed;
    for (const entry of entries) {
      const since = withPseudonym(entry, person);
      if (since === entry) continue;
      changed.push(since);
      const { actorName, before, after: state, why } = since;
      const columns = { actorName, before, after: state, why } as QueryDeepPartialEntity<AuditEntryEntity>;
      await manager.update(AuditEntryEntity, { id: entry.id }, columns);
    }
    after = last.sequence;
  }
}
