import { accountOnBothSides } from "../../tenant/companies/both-sides";
import { linksOf } from "../../tenant/identity/links";
import { isUniqueViolation } from "../../infra/db/constraint";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { personKey } from "../../kernel/email";
import { hasInvisible } from "../../kernel/text";
import type { Authorizer, KnownActor } from "../../policy/ports";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import type { VendorDesk } from "../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { accountOf, type Account } from "../../tenant/identity/account";
import { erased, findMember, requireMember } from "../members/grantee";
import type { MemberEntity } from "../members/member.entity";
import { reasonFrom } from "../../kernel/labels";
import { endLinks, insertLink, recordAtCompanies, stateOf, type Linked } from "./link-writer";
import * as texts from "./relink-texts";

export interface Relinking {
  /** Null: none; whoever signs in next with the person's address is linked. */
  readonly account?: Account | null;
  readonly reason: string;
}

export interface RelinkServiceParts {
  readonly database: Database;
  readonly changes: CompanyChangePort;
  readonly authorizer: Authorizer;
  readonly desk: VendorDesk;
  readonly clock: Clock;
  /** Issuers whose accounts can sign in; none: any, as where only development tokens are good. */
  readonly issuers: readonly string[];
}

/** Says anew whose account is whose: rights go from one account to another, so nobody does it for themselves. */
export class RelinkService {
  constructor(private readonly parts: RelinkServiceParts) {}

  /**
   * For those who may give rights in the company, and never their own record or account. Throws PolicyRefusal, Refusal
   * NOT_FOUND (company, member), BAD_INPUT (account, reason), FORBIDDEN (their own account), CONFLICT (another's) or
   * ON_BOTH_SIDES (of vendor staff).
   */
  async relinkMember(
    actor: Actor,
    { company, member: reference, ...asked }: Relinking & { readonly company: string; readonly member: string },
  ): Promise<MemberEntity> {
    const account = this.accountFrom(actor, asked.account ?? null);
    const reason = reasonFrom(asked.reason);
    const work = async (scope: ChangeScope) => {
      const member = requireMember(await findMember(scope.manager, scope.company.id, reference), reference);
      if (member.erasedAt !== null) throw erased();
      const need = { companyId: scope.company.id, action: "grant_access", resource: "company" } as const;
      await this.parts.authorizer.require(actor, { ...need, record: { grantee: member.id } });
      if (account && (await linksOf(scope.manager, account)).some(({ staffId }) => staffId !== null))
        throw accountOnBothSides(["input", "account"]);
      const linked = { companyId: scope.company.id, memberId: member.id, staffId: null };
      const states = await exchange(scope, linked, account, scope.by, reason);
      const target = { targetKind: "member", targetId: member.id };
      await scope.record({ action: "identity.relinked", ...target, ...states, why: reason });
      return member;
    };
    return unlessAnothers(actor, this.parts.changes.run({ actor, company, action: "administer" }, work));
  }

  /**
   * For super-users of the vendor, and Ledgergate's command line; never their own record or account. Told in the trail of each
   * company that the person serves. Throws Refusal FORBIDDEN, NOT_FOUND, BAD_INPUT or CONFLICT.
   */
  async relinkStaff(actor: Actor, asked: Relinking & { readonly email: string }): Promise<VendorStaffEntity> {
    const { database, desk, clock, changes } = this.parts;
    const by = await desk.find(actor);
    if (!by?.everywhere) throw texts.superUsersOnly(actor);
    const account = this.accountFrom(actor, asked.account ?? null);
    const reason = reasonFrom(asked.reason);
    const writing = database.write(async (manager) => {
      const staff = await manager.findOneBy(VendorStaffEntity, { email: personKey(asked.email) });
      if (!staff) throw texts.noSuchStaff(actor, asked.email);
      if (staff.id === by.id) throw texts.notOneself(actor);
      const at = toInstant(clock.now());
      if (account && (await linksOf(manager, account)).some(({ memberId }) => memberId !== null))
        throw accountOnBothSides(["input", "account"]);
      const linked = { companyId: null, memberId: null, staffId: staff.id };
      const states = await exchange({ manager, at }, linked, account, by, reason);
      const change = { action: "identity.relinked", targetKind: "vendor_staff", targetId: staff.id };
      await recordAtCompanies(changes, { manager, at }, by, { ...change, ...states, why: reason });
      return staff;
    });
    return unlessAnothers(actor, writing);
  }

  private accountFrom(actor: Actor, account: Account | null): Account | null {
    if (account === null) return null;
    const issuer = account.issuer.trim();
    const subject = account.subject.trim();
    const { issuers } = this.parts;
    if (issuers.length > 0 && !issuers.includes(issuer)) throw texts.unknownIssuer(actor, issuers);
    if (issuer === "" || issuer.includes("|")) throw texts.unknownIssuer(actor, issuers);
    if (subject === "" || subject.length > MAX_SUBJECT || hasInvisible(subject)) throw texts.noSubject(actor);
    const own = actor.kind === "person" ? accountOf(actor.subject) : null;
    if (own?.issuer === issuer && own.subject === subject) throw texts.notOneself(actor);
    return { issuer, subject };
  }
}

const MAX_SUBJECT = 255;

type Writing = Pick<ChangeScope, "manager" | "at">;

async function exchange(writing: Writing, linked: Linked, account: Account | null, by: KnownActor, reason: string) {
  const before = stateOf(await endLinks(writing, linked, by, reason));
  if (account) await insertLink(writing, account, linked, { kind: linkerOf(by), id: by.id });
  return { before, after: stateOf(account ? [account] : []) };
}

/** A service has no right to it, and no letter is about it. */
function linkerOf({ kind }: KnownActor): "member" | "staff" | "system" {
  if (kind === "service" || kind === "letter") throw new Error(`A ${kind} links nobody`);
  return kind;
}

/** The account may be somebody else's of the company, or of the staff: the unique keys tell. */
async function unlessAnothers<T>(actor: Actor, writing: Promise<T>): Promise<T> {
  return writing.catch((error: unknown) => {
    throw isUniqueViolation(error, "identity_link") ? texts.anothersAccount(actor) : error;
  });
}
