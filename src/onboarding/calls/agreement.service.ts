import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { CallCase, updateCall } from "./call-book";
import type { CallKind } from "./call/call-kind";
import { askPeople, hostOf, isOwnPart, requiredPeople, requireHostFree, stakeholdersOf } from "./letters/call-people";
import type { CallPost } from "./letters/call-post";
import type { CallSides } from "./call/call-sides";
import type { CallEntity } from "./call/call.entity";
import { markGoLiveGoal } from "./goals";
import { answerFor, hindranceOf, hindranceTexts } from "./slot-answers";
import { moveSlots, openSlots, slotOf } from "./slot-book";
import { SLOT_MACHINE } from "./call/slot-machine";
import type { SlotEntity } from "./call/slot.entity";
import { timeTexts } from "../days/wall-time";
import { CALL_REFUSALS } from "../texts/call-refusals";

export interface SlotChoice {
  readonly kind: CallKind;
  /** Id. */
  readonly slot: string;
}

/** Agrees on a time: the contact on one that the specialist offered, the specialist on one that was suggested. */
export class AgreementService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly sides: CallSides,
    private readonly post: CallPost,
  ) {}

  /**
   * One slot is agreed, all others are passed over, and the invitation goes out. Of two who confirm different slots at
   * once the second is told by whom, and for when, the call was agreed. Throws PolicyRefusal, Refusal NOT_FOUND (company,
   * call, slot), FORBIDDEN (one's own side made the slot), SLOT_TAKEN, ATTENDEES_NOT_FREE, SLOT_CLASH, CALL_ORDER,
   * ILLEGAL_MOVE or CONFLICT (past).
   */
  async confirm(actor: Actor, company: string, { kind, slot: reference }: SlotChoice): Promise<CallEntity> {
    const action = await this.sides.actionOf(actor, company);
    return this.changes.run({ actor, company, action }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      const call = found.existing();
      const slot = await slotOf(scope, call, reference);
      requireNotTaken(scope, call, slot);
      requireOtherSide(scope, slot);
      const state = found.require("confirm", slot.startsAt);
      SLOT_MACHINE.require(slot, "confirm", ["input", "slot"]);
      const stakeholders = await stakeholdersOf(scope);
      // Whoever confirms says with it that they themselves can.
      const own = stakeholders.find((one) => isOwnPart(scope, one));
      if (own) await answerFor(scope, slot, own.email, "can");
      const hindrance = await hindranceOf(scope, slot, requiredPeople(stakeholders));
      if (hindrance) throw new BilingualRefusal("ATTENDEES_NOT_FREE", hindranceTexts(hindrance), ["input", "slot"]);
      const host = await hostOf(scope, call);
      await requireHostFree(scope, host.id, [slot], call);
      await this.agree(scope, call, slot, { state, hostId: host.id });
      await markGoLiveGoal(scope, found, true);
      const attendees = await askPeople(scope, call, host, stakeholders);
      const letter = { kind: "confirmed", call, host, attendees, starts: [slot.startsAt], invite: slot } as const;
      await this.post.send(scope, letter);
      return call;
    });
  }

  private async agree(
    scope: ChangeScope,
    call: CallEntity,
    slot: SlotEntity,
    to: Pick<CallEntity, "state" | "hostId">,
  ): Promise<void> {
    const others = (await openSlots(scope, call)).filter(({ id }) => id !== slot.id);
    await moveSlots(scope, [slot], "confirm");
    await moveSlots(scope, others, "pass_over");
    const { startsAt, endsAt } = slot;
    const before = { state: call.state };
    await updateCall(scope, call, {
      ...to,
      startsAt,
      endsAt,
      agreedBy: scope.by.name,
      invitation: (call.invitation ?? -1) + 1,
    });
    const target = { targetKind: "implementation_call", targetId: call.id };
    const after = { kind: call.kind, state: call.state, startsAt, zone: slot.zone, agreedBy: scope.by.name };
    await scope.record({ action: "call.slot_confirmed", ...target, before, after });
  }
}

function requireNotTaken({ company }: ChangeScope, call: CallEntity, slot: SlotEntity): void {
  if (call.state !== "scheduled" || call.startsAt === null) return;
  const when = timeTexts(call.startsAt, zoneOf(company));
  const who = call.agreedBy ?? CALL_REFUSALS.somebody;
  if (slot.state === "agreed")
    throw new BilingualRefusal("SLOT_TAKEN", fill(CALL_REFUSALS.slotConfirmed, { who, when }), ["input", "slot"]);
  throw new BilingualRefusal("SLOT_TAKEN", fill(CALL_REFUSALS.otherSlotConfirmed, { who, when }), ["input", "slot"]);
}

/** What one side names, the other agrees to. */
function requireOtherSide({ by }: ChangeScope, slot: SlotEntity): void {
  if (slot.state === "suggested" && (by.kind === "member" || by.kind === "letter"))
    throw new BilingualRefusal("FORBIDDEN", CALL_REFUSALS.suggestedByCompany, ["input", "slot"]);
  if (slot.state === "offered" && by.kind === "staff")
    throw new BilingualRefusal("FORBIDDEN", CALL_REFUSALS.offeredBySpecialist, ["input", "slot"]);
}
