import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { AttendeeEntity } from "./call/attendee.entity";
import { CallCase, updateCall } from "./call-book";
import type { CallKind } from "./call/call-kind";
import { askPeople, hostOf, isOwnPart, requireHostFree, specialistsOf, stakeholdersOf } from "./letters/call-people";
import type { CallPost } from "./letters/call-post";
import type { CallSides } from "./call/call-sides";
import type { CallEntity } from "./call/call.entity";
import { markGoLiveGoal } from "./goals";
import type { CallChange } from "./scheduling.service";
import { answerFor } from "./slot-answers";
import { addSlots, moveSlots, openSlots, slotOf } from "./slot-book";
import { slotTimes, type SlotRequest } from "./call/slot-time";
import { SlotEntity } from "./call/slot.entity";
import { reasonFrom } from "../../kernel/labels";
import { CALL_REFUSALS } from "../texts/call-refusals";

export interface Rescheduling {
  readonly kind: CallKind;
  readonly slots: readonly SlotRequest[];
  readonly reason: string;
}

/** Gives agreed times up. Nothing is deleted: slots keep how the call came to its times. */
export class ReschedulingService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly sides: CallSides,
    private readonly post: CallPost,
  ) {}

  /**
   * The agreed time is released and others are up: offered, where the specialist moves the call, suggested, where the
   * contact does. Throws PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT (reason, times), ILLEGAL_MOVE, NO_SUCH_LOCAL_TIME,
   * OUTSIDE_WORKING_HOURS or SLOT_CLASH.
   */
  async reschedule(actor: Actor, company: string, { kind, slots, reason }: Rescheduling): Promise<CallChange> {
    const action = await this.sides.actionOf(actor, company);
    return this.changes.run({ actor, company, action }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      const state = found.require("reschedule");
      const call = found.existing();
      const why = reasonFrom(reason);
      const { times, remarks } = slotTimes(slots, { minutes: call.minutes, company: scope.company, at: scope.at });
      const host = await hostOf(scope, call);
      await requireHostFree(scope, host.id, times, call);
      const before = { state: call.state, startsAt: call.startsAt };
      await releaseAgreed(scope, call, why);
      await updateCall(scope, call, { state, startsAt: null, endsAt: null, agreedBy: null });
      await markGoLiveGoal(scope, found, false);
      const added = await addSlots(scope, call, action === "propose_slots" ? "offered" : "suggested", times);
      const stakeholders = await stakeholdersOf(scope);
      const own = stakeholders.find((one) => isOwnPart(scope, one));
      for (const slot of own ? added : []) await answerFor(scope, slot, own?.email ?? "", "can");
      const after = { state: call.state, slots: added.map(({ startsAt, zone }) => ({ startsAt, zone })) };
      await scope.record({ action: "call.rescheduled", ...targetOf(call), before, after, why });
      const attendees = await askPeople(scope, call, host, stakeholders);
      const starts = added.map(({ startsAt }) => startsAt);
      await this.post.send(scope, { kind: "rescheduled", call, host, attendees, starts, why });
      return { call, remarks };
    });
  }

  /**
   * The specialist cancels the call; who was invited gets the cancellation. Throws PolicyRefusal, Refusal NOT_FOUND,
   * BAD_INPUT (reason), ILLEGAL_MOVE or CALL_ORDER.
   */
  async cancel(
    actor: Actor,
    company: string,
    { kind, reason }: { readonly kind: CallKind; readonly reason: string },
  ): Promise<CallEntity> {
    return this.changes.run({ actor, company, action: "propose_slots" }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      const state = found.require("cancel");
      const call = found.existing();
      const why = reasonFrom(reason);
      const before = { state: call.state, startsAt: call.startsAt };
      const invite = await lastInvited(scope, call);
      await releaseAgreed(scope, call, why);
      await moveSlots(scope, await openSlots(scope, call), "withdraw", why);
      const invitation = call.invitation === null ? null : call.invitation + 1;
      const none = { startsAt: null, endsAt: null, agreedBy: null };
      await updateCall(scope, call, { state, ...none, invitation, endedAt: scope.at });
      await markGoLiveGoal(scope, found, false);
      const states = { before, after: { state } };
      await scope.record({ action: "call.cancelled", ...targetOf(call), ...states, why });
      const host = await hostOf(scope, call);
      // Whoever was asked is told, also where they have no part any more.
      const attendees = await scope.manager.findBy(AttendeeEntity, { companyId: call.companyId, callId: call.id });
      const starts = invite ? [invite.startsAt] : [];
      await this.post.send(scope, { kind: "cancelled", call, host, attendees, starts, why, invite });
      return call;
    });
  }

  /**
   * Takes a time back that is not agreed: each side its own. Throws PolicyRefusal, Refusal NOT_FOUND, FORBIDDEN or
   * ILLEGAL_MOVE.
   */
  async withdraw(
    actor: Actor,
    company: string,
    { kind, slot: reference }: { readonly kind: CallKind; readonly slot: string },
  ): Promise<CallEntity> {
    const action = await this.sides.actionOf(actor, company);
    return this.changes.run({ actor, company, action }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      found.require("withdraw");
      const call = found.existing();
      const slot = await slotOf(scope, call, reference);
      if (slot.state === (action === "propose_slots" ? "suggested" : "offered"))
        throw new BilingualRefusal("FORBIDDEN", CALL_REFUSALS.namedByOtherSide, ["input", "slot"]);
      const before = { slot: slot.startsAt, state: slot.state };
      await moveSlots(scope, [slot], "withdraw");
      await updateCall(scope, call, {});
      const after = { slot: slot.startsAt, state: slot.state };
      await scope.record({ action: "call.slot_withdrawn", ...targetOf(call), before, after });
      await this.recall(scope, call, slot, action === "propose_slots" ? "guests" : "host");
      return call;
    });
  }

  /** Who was told of a time is told that it holds no more. */
  private async recall(scope: ChangeScope, call: CallEntity, { startsAt }: SlotEntity, to: "host" | "guests") {
    const host = await scope.manager.findOneByOrFail(VendorStaffEntity, { id: call.hostId });
    const attendees = await scope.manager.findBy(AttendeeEntity, { companyId: call.companyId, callId: call.id });
    // A host who is assigned no more hears nothing of the company.
    if (to === "host" && !(await specialistsOf(scope)).some(({ id }) => id === host.id)) return;
    await this.post.send(scope, { kind: "withdrawn", call, host, attendees, starts: [startsAt], to });
  }
}

function targetOf(call: CallEntity) {
  return { targetKind: "implementation_call", targetId: call.id };
}

async function releaseAgreed(scope: ChangeScope, { companyId, id: callId }: CallEntity, why: string): Promise<void> {
  const agreed = await scope.manager.findBy(SlotEntity, { companyId, callId, state: "agreed" });
  await moveSlots(scope, agreed, "release", why);
}

/** The time of the invitation that lies in calendars: the agreed one, or while the call moves the one before. */
async function lastInvited({ manager }: ChangeScope, call: CallEntity): Promise<SlotEntity | null> {
  if (call.invitation === null) return null;
  const of = { companyId: call.companyId, callId: call.id };
  const where = [
    { ...of, state: "agreed" as const },
    { ...of, state: "released" as const },
  ];
  return manager.findOne(SlotEntity, { where, order: { decidedAt: "DESC", id: "DESC" } });
}
