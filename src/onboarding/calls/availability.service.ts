import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import type { Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import type { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import { CallCase, updateCall } from "./call-book";
import type { CallKind } from "./call/call-kind";
import { isOwnPart, stakeholdersOf } from "./letters/call-people";
import type { CallEntity } from "./call/call.entity";
import { answerFor } from "./slot-answers";
import type { Availability } from "./call/slot-answer.entity";
import { slotOf } from "./slot-book";
import { SLOT_MACHINE } from "./call/slot-machine";
import { CALL_REFUSALS } from "../texts/call-refusals";

export interface AvailabilityAnswer {
  readonly slot: string;
  readonly availability: Availability;
}

export interface AvailabilityAnswers {
  readonly kind: CallKind;
  readonly answers: readonly AvailabilityAnswer[];
  /** E-mail of whom the contact answers for; left out: the actor answers for themselves. */
  readonly attendee?: string | null;
}

/** Takes down who can attend when. */
export class AvailabilityService {
  constructor(private readonly changes: CompanyChangePort) {}

  /**
   * A stakeholder says for themselves when they can; the contact also for others, who may not be in the directory. Throws
   * PolicyRefusal, Refusal NOT_FOUND (company, call, slot, attendee) or ILLEGAL_MOVE.
   */
  async answer(actor: Actor, company: string, { kind, answers, attendee }: AvailabilityAnswers): Promise<CallEntity> {
    const action = attendee == null ? "answer_availability" : "confirm_slot";
    return this.changes.run({ actor, company, action }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      found.require("answer");
      const call = found.existing();
      const email = await this.emailOf(scope, attendee ?? null);
      const before: Record<string, Availability | null> = {};
      for (const [index, { slot: reference, availability }] of answers.entries()) {
        const field = ["input", "answers", String(index), "slot"];
        const slot = await slotOf(scope, call, reference, field);
        SLOT_MACHINE.require(slot, "answer", field);
        before[slot.startsAt] = await answerFor(scope, slot, email, availability);
      }
      await updateCall(scope, call, {});
      const after = Object.fromEntries(
        Object.keys(before).map((start, index) => [start, answers[index]?.availability]),
      );
      const target = { targetKind: "implementation_call", targetId: call.id };
      const states = { before: { attendee: email, ...before }, after: { attendee: email, ...after } };
      await scope.record({ action: "call.availability_answered", ...target, ...states });
      return call;
    });
  }

  private async emailOf(scope: ChangeScope, attendee: string | null): Promise<string> {
    const stakeholders = await stakeholdersOf(scope);
    const wanted = attendee == null ? undefined : personKey(attendee);
    const isHe = (one: StakeholderEntity) => (wanted === undefined ? isOwnPart(scope, one) : one.email === wanted);
    const found = stakeholders.find(isHe);
    if (found) return found.email;
    throw new BilingualRefusal("NOT_FOUND", CALL_REFUSALS.noSuchAttendee, ["input", "attendee"]);
  }
}
