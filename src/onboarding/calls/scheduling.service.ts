import type { Bilingual } from "../../kernel/locale";
import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { insertRows } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { AGENDA } from "./call/agenda";
import { CallCase, updateCall } from "./call-book";
import { CALL_MINUTES, callName, type CallKind } from "./call/call-kind";
import { askPeople, hostOf, isOwnPart, requireHostFree, stakeholdersOf } from "./letters/call-people";
import type { CallPost } from "./letters/call-post";
import { CallEntity } from "./call/call.entity";
import { GoalEntity } from "./call/goal.entity";
import { answerFor } from "./slot-answers";
import { addSlots, requireFresh } from "./slot-book";
import { slotTimes, type SlotRequest } from "./call/slot-time";
import type { SlotEntity } from "./call/slot.entity";
import { CALL_REFUSALS } from "../texts/call-refusals";

export interface SlotProposal {
  readonly kind: CallKind;
  readonly slots: readonly SlotRequest[];
  /** Length of the call; the guide's if left out. */
  readonly minutes?: number | null;
}

export interface CallChange {
  readonly call: CallEntity;
  /** What was decided for the person, in words. */
  readonly remarks: readonly Bilingual[];
}

/** Addresses that learn of times for a call by another letter than the offer. */
export type ToldOtherwise = (scope: ChangeScope, kind: CallKind) => Promise<ReadonlySet<string>>;

/** Brings times for a call up: the specialist offers, the company's contact suggests. */
export class SchedulingService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly post: CallPost,
    private readonly toldOtherwise: ToldOtherwise,
  ) {}

  /**
   * The specialist offers times; the first offer opens the call with its agenda. Throws PolicyRefusal, Refusal NOT_FOUND
   * (company), BAD_INPUT, ILLEGAL_MOVE, CALL_ORDER, NO_SUCH_LOCAL_TIME, OUTSIDE_WORKING_HOURS or SLOT_CLASH.
   */
  async propose(actor: Actor, company: string, { kind, slots, minutes }: SlotProposal): Promise<CallChange> {
    return this.changes.run({ actor, company, action: "propose_slots" }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      found.require("propose");
      const before = found.call;
      const length = minutesFrom(minutes, kind, before);
      const { times, remarks } = slotTimes(slots, { minutes: length, company: scope.company, at: scope.at });
      const host = await hostOf(scope, before);
      await requireHostFree(scope, host.id, times, before);
      const call = before
        ? await updateCall(scope, before, { minutes: length, hostId: host.id })
        : await openCall(scope, kind, { minutes: length, hostId: host.id });
      await requireFresh(scope, call, times);
      const added = await addSlots(scope, call, "offered", times);
      const attendees = await askPeople(scope, call, host, await stakeholdersOf(scope));
      await recordSlots(scope, "call.slots_proposed", call, added);
      const starts = added.map(({ startsAt }) => startsAt);
      const without = await this.toldOtherwise(scope, kind);
      await this.post.send(scope, { kind: "slots_proposed", call, host, attendees, starts, without, to: "guests" });
      return { call, remarks };
    });
  }

  /**
   * The company's contact suggests other times, which suit their people; they count as free at them. Throws what `propose`
   * throws.
   */
  async suggest(actor: Actor, company: string, { kind, slots }: SlotProposal): Promise<CallChange> {
    return this.changes.run({ actor, company, action: "confirm_slot" }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      found.require("suggest");
      const call = found.existing();
      const { times, remarks } = slotTimes(slots, { minutes: call.minutes, company: scope.company, at: scope.at });
      await requireFresh(scope, call, times);
      const host = await hostOf(scope, call);
      const added = await addSlots(scope, call, "suggested", times);
      const stakeholders = await stakeholdersOf(scope);
      const attendees = await askPeople(scope, call, host, stakeholders);
      const own = stakeholders.find((one) => isOwnPart(scope, one));
      for (const slot of own ? added : []) await answerFor(scope, slot, own?.email ?? "", "can");
      await updateCall(scope, call, {});
      await recordSlots(scope, "call.slots_suggested", call, added);
      const starts = added.map(({ startsAt }) => startsAt);
      await this.post.send(scope, { kind: "slots_suggested", call, host, attendees, starts, to: "host" });
      return { call, remarks };
    });
  }
}

/** The call's length. Throws Refusal BAD_INPUT outside of the guide's bounds. */
function minutesFrom(minutes: number | null | undefined, kind: CallKind, call: CallEntity | null): number {
  const { least, usual, most } = CALL_MINUTES[kind];
  const wanted = minutes ?? call?.minutes ?? usual;
  if (wanted >= least && wanted <= most) return wanted;
  throw new BilingualRefusal("BAD_INPUT", fill(CALL_REFUSALS.minutes, { call: callName(kind), least, most }), [
    "input",
    "minutes",
  ]);
}

async function openCall(
  { manager, company, at }: ChangeScope,
  kind: CallKind,
  { minutes, hostId }: { readonly minutes: number; readonly hostId: string },
): Promise<CallEntity> {
  const empty = { startsAt: null, endsAt: null, agreedBy: null, invitation: null, startedAt: null, endedAt: null };
  const own = { id: newId(), companyId: company.id, kind, state: "arranging" as const, minutes, hostId };
  const call = Object.assign(new CallEntity(), { ...own, ...empty, version: 1, createdAt: at });
  await insertRows(manager, CallEntity, [call]);
  const goals = AGENDA[kind].map((goal, index) => {
    const open = { tickedAt: null, tickedBy: null, createdAt: at };
    return { id: newId(), companyId: company.id, callId: call.id, goal, position: index + 1, ...open };
  });
  await insertRows(manager, GoalEntity, goals);
  return call;
}

async function recordSlots(scope: ChangeScope, action: string, call: CallEntity, slots: readonly SlotEntity[]) {
  const after = { kind: call.kind, slots: slots.map(({ startsAt, zone }) => ({ startsAt, zone })) };
  await scope.record({ action, targetKind: "implementation_call", targetId: call.id, before: null, after });
}
