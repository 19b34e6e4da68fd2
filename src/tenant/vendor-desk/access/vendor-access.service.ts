import { fill } from "../../../kernel/catalogue";
import { insertRows, updateAtVersion } from "../../../infra/db/query/rows";
import type { Actor } from "../../../kernel/actor";
import { DAY_MS, HOUR_MS, instantAfter, toInstant } from "../../../kernel/clock";
import { BilingualRefusal } from "../../../kernel/errors";
import { newId } from "../../../kernel/ids";
import { optionalReason, reasonFrom } from "../../../kernel/labels";
import { requireVersion } from "../../../kernel/stale-edit";
import type { ChangeMode, ChangeScope } from "../../companies/company-change";
import { storeAssignment } from "../../companies/staff-assignment";
import { StaffAssignmentEntity } from "../../companies/staff-assignment.entity";
import { isRunning } from "../../companies/vendor-desk";
import { VendorStaffEntity } from "../../companies/vendor-staff.entity";
import { type StaffService, type StaffServiceParts } from "../staff.service";
import { grantingMembers } from "./granting-members";
import { tellThoseWhoGrant } from "./vendor-access-letters";
import { VendorAccessEntity, type AccessVerdict } from "./vendor-access.entity";
import { TENANT_TEXTS } from "../../texts/tenant-texts";

/** An access that a customer gives lasts so long at most: as an extension of the help. */
export const MAX_ACCESS_DAYS = 90;
/** As long as an emergency lasts at most. */
export const MAX_EMERGENCY_HOURS = 24;

export interface AccessRequest {
  readonly email: string;
  readonly reason: string;
  readonly days: number;
}

export interface Emergency {
  readonly reason: string;
  readonly hours: number;
}

export interface AccessDecision {
  readonly access: string;
  readonly verdict: AccessVerdict;
  readonly comment?: string | null;
  readonly expectedVersion?: number | null;
}

/** An access and whose it is. */
export interface KnownAccess {
  readonly access: VendorAccessEntity;
  readonly staff: VendorStaffEntity;
}

/**
 * The vendor's access once its help is over: the customer gives it, or an emergency door opens for some hours, which all who
 * may give rights are told of and judge afterwards.
 */
export class VendorAccessService {
  constructor(
    private readonly parts: StaffServiceParts,
    private readonly staff: StaffService,
  ) {}

  /** Asks the customer for a specialist. Throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT or CONFLICT (nobody could agree). */
  async request(actor: Actor, company: string, { email, reason, days }: AccessRequest): Promise<KnownAccess> {
    const lasting = within(days, MAX_ACCESS_DAYS, "days");
    const why = reasonFrom(reason);
    return this.staff.asVendor(actor, company, async (scope) => {
      const staff = await this.staff.staffOf(email);
      if ((await grantingMembers(scope.manager, scope.company.id)).length === 0) throw nobodyAgrees();
      const until = instantAfter(scope.at, lasting * DAY_MS);
      const access = await this.store(scope, staff, { kind: "request", reason: why, until, assignmentId: null });
      return { access, staff };
    });
  }

  /**
   * Makes the author specialist for some hours, at once. Until the customer has judged the last time, not again, unless
   * nobody of the customer could. Throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT or CONFLICT.
   */
  async open(actor: Actor, company: string, { reason, hours }: Emergency): Promise<KnownAccess> {
    const lasting = within(hours, MAX_EMERGENCY_HOURS, "hours");
    const why = reasonFrom(reason);
    const at = toInstant(this.parts.clock.now());
    const until = instantAfter(at, lasting * HOUR_MS);
    const mode: ChangeMode = { entitled: { role: "specialist", until } };
    const open = async (scope: ChangeScope) => {
      const { manager, by } = scope;
      const staff = by.kind === "staff" ? await manager.findOneBy(VendorStaffEntity, { id: by.id }) : null;
      if (!staff) throw new BilingualRefusal("FORBIDDEN", TENANT_TEXTS.vendorOnly);
      await this.requireJudged(scope);
      const { id } = await storeAssignment(scope, { staffId: staff.id, role: "specialist", until });
      const access = await this.store(scope, staff, { kind: "emergency", reason: why, until, assignmentId: id });
      for (const use of this.parts.uses) await use.changed(scope);
      return { access, staff };
    };
    return this.staff.asVendor(actor, company, open, mode);
  }

  /**
   * For members who may give rights: agrees to what was asked, or not; says of an emergency whether it was right, and ends
   * it at once where not. Throws PolicyRefusal, StaleEdit, Refusal NOT_FOUND, FORBIDDEN (staff) or CONFLICT (decided, over).
   */
  async decide(actor: Actor, company: string, asked: AccessDecision): Promise<KnownAccess> {
    return this.parts.changes.run({ actor, company, action: "grant_access" }, async (scope) => {
      const { manager, at, by } = scope;
      if (by.kind === "staff") throw customersOnly();
      const field = ["input", "access"];
      const where = { id: asked.access.trim().toLowerCase(), companyId: scope.company.id };
      const before = await manager.findOneBy(VendorAccessEntity, where);
      if (!before) throw new BilingualRefusal("NOT_FOUND", TENANT_TEXTS.noAccessAskedFor, field);
      requireVersion(before, asked.expectedVersion);
      if (before.verdict !== null) throw decided(before, field);
      const staff = await manager.findOneByOrFail(VendorStaffEntity, { id: before.staffId });
      const comment = optionalReason(asked.comment, ["input", "comment"]);
      const assignmentId = await this.follow(scope, before, asked.verdict);
      const said = { verdict: asked.verdict, decidedAt: at, decidedByName: by.name, comment, assignmentId };
      const { id, version } = before;
      await updateAtVersion(manager, VendorAccessEntity, { id, version }, said);
      const access = Object.assign(new VendorAccessEntity(), before, said, { version: version + 1 });
      const target = { targetKind: "vendor_access", targetId: access.id };
      const states = { before: stateOf(before, staff), after: stateOf(access, staff) };
      await scope.record({ action: "staff.access_decided", ...target, ...states, why: comment });
      for (const use of this.parts.uses) await use.changed(scope);
      return { access, staff };
    });
  }

  /** The assignment that comes of the verdict, or that it was about. */
  private async follow(scope: ChangeScope, access: VendorAccessEntity, verdict: AccessVerdict): Promise<string | null> {
    const { manager, at } = scope;
    const { kind, staffId, until, assignmentId } = access;
    if (kind === "request" && verdict === "accepted") {
      if (until <= at) throw new BilingualRefusal("CONFLICT", TENANT_TEXTS.accessIsOver, ["input", "access"]);
      return (await storeAssignment(scope, { staffId, role: "specialist", until })).id;
    }
    if (kind === "emergency" && verdict === "declined" && assignmentId !== null) {
      const assignment = await manager.findOneByOrFail(StaffAssignmentEntity, { id: assignmentId });
      if (isRunning(assignment, at))
        await manager.update(StaffAssignmentEntity, { id: assignmentId }, { assignedUntil: at });
    }
    return assignmentId;
  }

  private async requireJudged({ manager, company }: ChangeScope): Promise<void> {
    const where = { companyId: company.id, kind: "emergency" } as const;
    const open = (await manager.findBy(VendorAccessEntity, where)).some(({ verdict }) => verdict === null);
    const judges = open ? await grantingMembers(manager, company.id) : [];
    if (judges.length > 0) throw notJudged(judges.map(({ name }) => name));
  }

  private async store(
    scope: ChangeScope,
    staff: VendorStaffEntity,
    asked: Pick<VendorAccessEntity, "kind" | "reason" | "until" | "assignmentId">,
  ): Promise<VendorAccessEntity> {
    const { manager, company, by, at } = scope;
    const open = { verdict: null, decidedByName: null, decidedAt: null, comment: null };
    const known = { id: newId(), companyId: company.id, staffId: staff.id, askedByName: by.name, createdAt: at };
    const access = Object.assign(new VendorAccessEntity(), { ...known, ...asked, ...open, version: 1 });
    await insertRows(manager, VendorAccessEntity, [access]);
    const target = { targetKind: "vendor_access", targetId: access.id };
    const action = asked.kind === "request" ? "staff.access_requested" : "staff.emergency_opened";
    await scope.record({ action, ...target, before: null, after: stateOf(access, staff), why: access.reason });
    await tellThoseWhoGrant(scope, access, staff);
    return access;
  }
}

function within(value: number, most: number, name: string): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new BilingualRefusal("BAD_INPUT", fill(TENANT_TEXTS.fromOneTo, { name, max: most }), ["input", name]);
}

function stateOf({ kind, until, verdict }: VendorAccessEntity, { email }: VendorStaffEntity) {
  return { staff: email, kind, until, verdict };
}

function customersOnly(): BilingualRefusal {
  const texts = {
    en: "Whether the vendor has access is the customer's to say, not the vendor's staff's.",
    fr: "C’est au client de dire si l’éditeur a accès, pas au personnel de l’éditeur.",
  };
  return new BilingualRefusal("FORBIDDEN", texts);
}

function decided({ verdict, decidedByName }: VendorAccessEntity, field: readonly string[]): BilingualRefusal {
  const texts = {
    en: `${decidedByName} has decided on it already: ${verdict}. To end access, use endVendorAssignment.`,
    fr: `${decidedByName} s’est déjà prononcé : ${verdict === "accepted" ? "accepté" : "refusé"}. Pour mettre fin à l’accès : endVendorAssignment.`,
  };
  return new BilingualRefusal("CONFLICT", texts, field);
}

function nobodyAgrees(): BilingualRefusal {
  const texts = {
    en: "Nobody of the company may give rights, so nobody could agree: use the emergency door (openEmergencyAccess), and have an administrator named.",
    fr: "Personne dans l’entreprise ne peut accorder de droits, donc personne ne peut accepter : utilisez la porte d’urgence (openEmergencyAccess) et faites nommer un administrateur.",
  };
  return new BilingualRefusal("CONFLICT", texts);
}

function notJudged(names: readonly string[]): BilingualRefusal {
  const who = names.slice(0, 5).join(", ");
  const texts = {
    en: `The last emergency has not been judged yet (decideVendorAccess): ask ${who}.`,
    fr: `La dernière urgence n’a pas encore été examinée (decideVendorAccess) : demandez à ${who}.`,
  };
  return new BilingualRefusal("CONFLICT", texts);
}
