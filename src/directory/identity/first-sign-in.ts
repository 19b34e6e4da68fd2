import type { EntityManager } from "typeorm";
import type { Account } from "../../tenant/identity/account";
import {
  linkedStaffAmong,
  linkedAmong,
  linksOf,
  unlinked,
  unlinkedAtIssuer,
  type HeldLink,
} from "../../tenant/identity/links";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { isUniqueViolation } from "../../infra/db/constraint";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { MemberEntity } from "../members/member.entity";
import { insertLink, recordAtCompanies, stateOf } from "./link-writer";

/** Somebody whom a trusted issuer has shown. */
export interface SignIn extends Account {
  /** Proven by the issuer, in its normal form; null: none is. */
  readonly email: string | null;
  /** Who is linked by the address: people whose account is not known, or whose account of this issuer is not. */
  readonly linking: "unlinked" | "each-issuer";
}

/** What the directories know of an account. */
export interface Recognition {
  readonly known: boolean;
  /** Whether the address belongs to somebody with another account. */
  readonly taken: boolean;
  /** The address under which a directory has its person: the one that was proven, where one has; null: known nowhere. */
  readonly address: string | null;
}

/** Members and staff of an address who have no account yet. */
interface Waiting {
  readonly members: readonly MemberEntity[];
  readonly staff: VendorStaffEntity | null;
}

/**
 * Ties accounts to people of the directories: whoever signs in for the first time with an address that is proven becomes the
 * person of that address, and is known by the account from then on. So an address that changes hands hands over nothing, and
 * one that changes at the issuer makes nobody a stranger.
 */
export class FirstSignIn {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChangePort,
    private readonly clock: Clock,
  ) {}

  /** Links where there is something to link; each link is in the company's audit trail. */
  async recognise(signIn: SignIn): Promise<Recognition> {
    const links = await linksOf(this.database.read(), signIn);
    if (signIn.email === null) return recognitionOf(signIn, links, false);
    const { members, staff } = await this.waiting(this.database.read(), signIn, links);
    for (const member of members) await this.linkMember(signIn, member);
    if (staff) await this.linkStaff(signIn, staff);
    if (members.length > 0 || staff) return recognitionOf(signIn, await linksOf(this.database.read(), signIn), false);
    return recognitionOf(signIn, links, links.length === 0 && (await this.isTaken(signIn.email)));
  }

  private async waiting(manager: EntityManager, signIn: SignIn, links: readonly HeldLink[]): Promise<Waiting> {
    const { email, issuer } = signIn;
    const asked = { email, issuer, active: true };
    const free = signIn.linking === "unlinked" ? unlinked : unlinkedAtIssuer;
    const query = manager.createQueryBuilder(MemberEntity, "member");
    query.where("member.email = :email AND member.active = :active", asked);
    const found = await query
      .andWhere(free(query, "member", "memberId"))
      .orderBy("member.companyId")
      .getMany();
    const own = new Set(links.map(({ companyId }) => companyId));
    // An account is on one side: that of the vendor's staff, or that of customers' directories.
    if (links.some(({ staffId }) => staffId !== null)) return { members: [], staff: null };
    const members = found.filter(({ companyId }) => !own.has(companyId));
    if (members.length > 0 || links.length > 0) return { members, staff: null };
    const people = manager.createQueryBuilder(VendorStaffEntity, "staff");
    people.where("staff.email = :email AND staff.active = :active", asked);
    return { members, staff: await people.andWhere(free(people, "staff", "staffId")).getOne() };
  }

  /** Looks again under the company's lock: somebody may have been faster. */
  private async linkMember(signIn: SignIn, { id: memberId, companyId, name }: MemberEntity): Promise<void> {
    const by = { kind: "member", id: memberId, name } as const;
    await this.changes.runAs(by, companyId, async (scope) => {
      const links = await linksOf(scope.manager, signIn);
      const again = await this.waiting(scope.manager, signIn, links);
      if (!again.members.some(({ id }) => id === memberId)) return;
      await insertLink(scope, signIn, { companyId, memberId, staffId: null }, { kind: "sign_in", id: memberId });
      const target = { targetKind: "member", targetId: memberId };
      await scope.record({ action: "identity.linked", ...target, before: null, after: stateOf([signIn]) });
    });
  }

  /** Each company that the person serves has it in its trail. */
  private async linkStaff(signIn: SignIn, { id: staffId, name }: VendorStaffEntity): Promise<void> {
    const writing = this.database.write(async (manager) => {
      const at = toInstant(this.clock.now());
      const links = await linksOf(manager, signIn);
      if ((await this.waiting(manager, signIn, links)).staff?.id !== staffId) return;
      await insertLink(
        { manager, at },
        signIn,
        { companyId: null, memberId: null, staffId },
        { kind: "sign_in", id: staffId },
      );
      const by = { kind: "staff", id: staffId, name } as const;
      const change = { action: "identity.linked", targetKind: "vendor_staff", targetId: staffId };
      await recordAtCompanies(this.changes, { manager, at }, by, { ...change, before: null, after: stateOf([signIn]) });
    });
    // Two requests at once: the other one has linked the account.
    await writing.catch((error: unknown) => {
      if (!isUniqueViolation(error, "identity_link")) throw error;
    });
  }

  private async isTaken(email: string): Promise<boolean> {
    const manager = this.database.read();
    const members = await manager.find(MemberEntity, { where: { email }, select: { id: true } });
    const staff = await manager.findBy(VendorStaffEntity, { email });
    const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
    const linked = [await linkedAmong(manager, idsOf(members)), await linkedStaffAmong(manager, idsOf(staff))];
    return linked.some(({ size }) => size > 0);
  }
}

function recognitionOf({ email }: SignIn, links: readonly HeldLink[], taken: boolean): Recognition {
  const proven = links.find((link) => link.email === email) ?? links[0];
  return { known: links.length > 0, taken, address: proven?.email ?? null };
}
