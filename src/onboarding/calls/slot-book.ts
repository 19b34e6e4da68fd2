import { fill } from "../../kernel/catalogue";
import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { insertRows } from "../../infra/db/query/rows";
import { BilingualRefusal } from "../../kernel/errors";
import { isId, newId } from "../../kernel/ids";
import type { CallEntity } from "./call/call.entity";
import { OPEN_SLOTS, SLOT_MACHINE, type SlotMove, type SlotState } from "./call/slot-machine";
import { MAX_SLOTS, type SlotTime } from "./call/slot-time";
import { SlotEntity } from "./call/slot.entity";
import { CALL_REFUSALS } from "../texts/call-refusals";

/** The call's slots that can still be agreed on. */
export function openSlots({ manager }: ChangeScope, { companyId, id }: CallEntity): Promise<SlotEntity[]> {
  return manager.findBy(SlotEntity, { companyId, callId: id, state: In([...OPEN_SLOTS]) });
}

/** Throws Refusal ALREADY_EXISTS for a time that is up already, BAD_INPUT where too many would be. */
export async function requireFresh(scope: ChangeScope, call: CallEntity, times: readonly SlotTime[]): Promise<void> {
  const open = await openSlots(scope, call);
  const known = new Set(open.map(({ startsAt }) => startsAt));
  times.forEach(({ startsAt, localStart }, index) => {
    if (known.has(startsAt))
      throw new BilingualRefusal("ALREADY_EXISTS", fill(CALL_REFUSALS.timeIsUpAlready, { time: localStart }), [
        "input",
        "slots",
        String(index),
      ]);
  });
  if (open.length + times.length <= MAX_SLOTS) return;
  throw new BilingualRefusal("BAD_INPUT", fill(CALL_REFUSALS.timesAtMost, { max: MAX_SLOTS }), ["input", "slots"]);
}

export async function addSlots(
  { manager, company, by, at }: ChangeScope,
  call: CallEntity,
  state: SlotState,
  times: readonly SlotTime[],
): Promise<SlotEntity[]> {
  const rows = times.map((time) => {
    const own = { id: newId(), companyId: company.id, callId: call.id, state, ...time };
    return Object.assign(new SlotEntity(), { ...own, madeBy: by.name, decidedAt: null, why: null, createdAt: at });
  });
  await insertRows(manager, SlotEntity, rows);
  return rows;
}

/** A slot of the call. Throws Refusal NOT_FOUND at the field. */
export async function slotOf(
  { manager }: ChangeScope,
  { companyId, id: callId }: CallEntity,
  reference: string,
  field: readonly string[] = ["input", "slot"],
): Promise<SlotEntity> {
  const id = reference.trim().toLowerCase();
  const slot = isId(id) ? await manager.findOneBy(SlotEntity, { id, companyId, callId }) : null;
  if (slot) return slot;
  throw new BilingualRefusal("NOT_FOUND", CALL_REFUSALS.noSuchSlot, field);
}

/** Leads slots to another state; they stay on record. Throws Refusal ILLEGAL_MOVE. */
export async function moveSlots(
  { manager, at }: ChangeScope,
  slots: readonly SlotEntity[],
  move: SlotMove,
  why: string | null = null,
): Promise<void> {
  for (const slot of slots) {
    const state = SLOT_MACHINE.require(slot, move, ["input", "slot"]);
    Object.assign(slot, { state, decidedAt: at, why });
  }
  const [first] = slots;
  if (!first) return;
  for (const state of new Set(slots.map((slot) => slot.state))) {
    const ids = slots.filter((slot) => slot.state === state).map(({ id }) => id);
    await manager.update(SlotEntity, { id: In(ids) }, { state, decidedAt: at, why });
  }
}
