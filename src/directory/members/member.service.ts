import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { requireNoStaff } from "../../tenant/companies/both-sides";
import { insertRows, updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { differences } from "../../kernel/differences";
import { emailFrom } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { readFields } from "../../kernel/refusals";
import { nameFrom, optionalReason, reasonFrom } from "../../kernel/labels";
import type { Authorizer } from "../../policy/ports";
import type { Level } from "../../policy/model/vocabulary";
import { deactivated, erased, findMember, isAbsent, NO_RIGHTS, requireMember } from "./grantee";
import { isAdministrator, requireAnotherAdministrator } from "./last-administrator";
import { refuseMirroredPerson } from "../ownership/mirrored";
import { MemberEntity } from "./member.entity";
import { requireVersion } from "../../kernel/stale-edit";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

/** What is rights in a directory record; left out or null: none at first, as it is later. */
export interface MemberRights {
  readonly toolLevel?: Level | null;
  readonly directoryLevel?: Level | null;
  readonly canPushToAccounting?: boolean | null;
}

export interface NewMember extends MemberRights {
  readonly email: string;
  readonly name: string;
  readonly digest?: boolean | null;
}

/** What to set anew; left out or null stays. */
export interface MemberEdit extends MemberRights {
  /** Id or e-mail. */
  readonly member: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly digest?: boolean | null;
  readonly active?: boolean | null;
  /** Kept with the change in the audit trail. */
  readonly reason?: string | null;
  /** Version that the editor saw; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

export interface Deactivation {
  /** Id or e-mail. */
  readonly member: string;
  readonly reason: string;
  readonly expectedVersion?: number | null;
}

export interface MemberChange {
  readonly member: MemberEntity;
  readonly policyRevision: number;
}

/** Of these, whoever changes one gives or takes rights. A new e-mail hands all rights to whoever reads that mailbox. */
const RIGHTS = ["toolLevel", "directoryLevel", "canPushToAccounting", "email"] as const;

/** What the construction platform keeps of those who are mirrored from there. */
const MIRRORED = ["name", "email", "toolLevel", "directoryLevel", "active"] as const;

/** Keeps a company's directory. */
export class MemberService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly authorizer: Authorizer,
  ) {}

  /**
   * Adds a person. With any level or privilege it gives rights, and the actor must be one who may.
   * Throws PolicyRefusal, Refusal NOT_FOUND (company), BAD_INPUT, ALREADY_EXISTS (e-mail) or
   * ON_BOTH_SIDES (of vendor staff).
   */
  async add(actor: Actor, company: string, asked: NewMember): Promise<MemberChange> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const member = newMember(scope, asked);
      const { toolLevel, directoryLevel, canPushToAccounting } = member;
      if (toolLevel !== "none" || directoryLevel !== "none" || canPushToAccounting)
        await this.requireGranting(actor, scope, member.id);
      await requireFree(scope, member.email);
      await insertRows(scope.manager, MemberEntity, [member]);
      const target = { targetKind: "member", targetId: member.id };
      const policyRevision = await scope.record({
        action: "member.added",
        ...target,
        before: null,
        after: stateOf(member),
      });
      return { member, policyRevision };
    });
  }

  /**
   * Changes a record. Levels, the privilege and the e-mail need somebody who may give rights, and are never one's own.
   * Throws PolicyRefusal, Refusal NOT_FOUND (company, member), BAD_INPUT, STALE_EDIT, ALREADY_EXISTS (e-mail),
   * OWNED_BY_PLATFORM for what the construction platform keeps, or CONFLICT for the last who can give rights, and for
   * somebody who was erased.
   */
  async update(actor: Actor, company: string, edit: MemberEdit): Promise<MemberChange> {
    return this.changes.run({ actor, company, action: "administer" }, (scope) =>
      this.change(actor, scope, edit, { action: "member.updated", why: optionalReason(edit.reason) }),
    );
  }

  /**
   * Takes away everything from a person: levels and privilege, and with them grants, levels in projects and the keys that
   * they made. The record stays, and coming back gives back nothing by itself. Throws as `update` does.
   */
  async deactivate(actor: Actor, company: string, asked: Deactivation): Promise<MemberChange> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const edit = { member: asked.member, active: false, expectedVersion: asked.expectedVersion };
      return this.change(actor, scope, edit, { action: "member.deactivated", why: reasonFrom(asked.reason) });
    });
  }

  private async change(
    actor: Actor,
    scope: ChangeScope,
    edit: MemberEdit,
    entry: { readonly action: string; readonly why: string | null },
  ): Promise<MemberChange> {
    const current = requireMember(await findMember(scope.manager, scope.company.id, edit.member), edit.member);
    if (current.erasedAt !== null) throw erased();
    const asked = wantedOf(edit);
    const leaves = current.active && asked.active === false;
    // Whoever leaves loses all rights, whatever else is asked for: that needs nobody who may give any.
    const wanted = leaves ? { ...asked, ...NO_RIGHTS } : asked;
    if (isAbsent(current, asked)) throw deactivated(current);
    if (rightsIn(leaves).some((right) => wanted[right] !== undefined && wanted[right] !== current[right]))
      await this.requireGranting(actor, scope, current.id);
    requireVersion(current, edit.expectedVersion);
    const { version } = current;
    const changed = differences<MemberEntity>(current, wanted);
    if (current.mirrored && changed && MIRRORED.some((field) => field in changed.after)) refuseMirroredPerson();
    if (!changed) return { member: current, policyRevision: scope.company.policyRevision };
    const member = Object.assign(new MemberEntity(), current, changed.after, { version: version + 1 });
    if (changed.after.email !== undefined) await requireFree(scope, member.email);
    if (changed.after.active === true) await requireNoStaff(scope.manager, member.email, ["input", "member"]);
    if (isAdministrator(current) && !isAdministrator(member)) await requireAnotherAdministrator(scope, current);
    await updateAtVersion(scope.manager, MemberEntity, { id: current.id, version }, changed.after);
    const target = { targetKind: "member", targetId: member.id };
    return { member, policyRevision: await scope.record({ ...entry, ...target, ...changed }) };
  }

  private async requireGranting(actor: Actor, { company }: ChangeScope, grantee: string): Promise<void> {
    const need = { companyId: company.id, action: "grant_access", resource: "company", record: { grantee } } as const;
    await this.authorizer.require(actor, need);
  }
}

/** What only somebody who may give rights may change. */
function rightsIn(leaves: boolean): readonly (typeof RIGHTS)[number][] {
  return leaves ? ["email"] : RIGHTS;
}

function newMember({ company, at }: ChangeScope, asked: NewMember): MemberEntity {
  return Object.assign(new MemberEntity(), {
    id: newId(),
    companyId: company.id,
    ...readFields({
      email: () => emailFrom(asked.email, ["input", "email"]),
      name: () => nameFrom(asked.name, ["input", "name"]),
    }),
    toolLevel: asked.toolLevel ?? "none",
    directoryLevel: asked.directoryLevel ?? "none",
    canPushToAccounting: asked.canPushToAccounting ?? false,
    // Only approvers get it, and they may decline it.
    digest: asked.digest ?? true,
    active: true,
    mirrored: false,
    erasedAt: null,
    version: 1,
    createdAt: at,
  });
}

function wantedOf(edit: MemberEdit): Partial<MemberEntity> {
  const { name, email, toolLevel, directoryLevel, canPushToAccounting, digest, active } = edit;
  const given = { name, email, toolLevel, directoryLevel, canPushToAccounting, digest, active };
  if (Object.values(given).every((value) => value == null))
    throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.sayWhatChanges, ["input"]);
  return {
    ...readFields({
      name: () => (name == null ? undefined : nameFrom(name, ["input", "name"])),
      email: () => (email == null ? undefined : emailFrom(email, ["input", "email"])),
    }),
    toolLevel: toolLevel ?? undefined,
    directoryLevel: directoryLevel ?? undefined,
    canPushToAccounting: canPushToAccounting ?? undefined,
    digest: digest ?? undefined,
    active: active ?? undefined,
  };
}

async function requireFree({ manager, company }: ChangeScope, email: string): Promise<void> {
  await requireNoStaff(manager, email, ["input", "email"]);
  if (!(await manager.existsBy(MemberEntity, { companyId: company.id, email }))) return;
  throw new BilingualRefusal("ALREADY_EXISTS", fill(DIRECTORY_TEXTS.inTheDirectoryAlready, { email }), [
    "input",
    "email",
  ]);
}

function stateOf({ email, name, toolLevel, directoryLevel, canPushToAccounting, digest }: MemberEntity) {
  return { email, name, toolLevel, directoryLevel, canPushToAccounting, digest, active: true };
}
