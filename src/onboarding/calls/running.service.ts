import { fill } from "../../kernel/catalogue";
import { In } from "typeorm";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { insertRows } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { SEEN_BY_SYSTEM, type Goal } from "./call/agenda";
import { AttendeeEntity } from "./call/attendee.entity";
import { CallCase, updateCall } from "./call-book";
import type { CallKind } from "./call/call-kind";
import type { CallMove, StoredCallState } from "./call/call-move";
import type { CallEntity } from "./call/call.entity";
import { GoalEntity } from "./call/goal.entity";
import { NoteEntity } from "./call/note.entity";
import { proseFrom } from "../../kernel/labels";
import { CALL_REFUSALS } from "../texts/call-refusals";

export interface GoalTick {
  readonly kind: CallKind;
  readonly goal: Goal;
  /** False takes the tick back. */
  readonly ticked: boolean;
}

export interface CallClosing {
  readonly kind: CallKind;
  /** E-mails of who was there. */
  readonly present?: readonly string[] | null;
}

/** Most notes of one call: they are read together. */
const MAX_NOTES = 200;

/** Holds a call: for the specialist who leads it. All throw PolicyRefusal, Refusal NOT_FOUND or ILLEGAL_MOVE. */
export class RunningService {
  constructor(private readonly changes: CompanyChangePort) {}

  /** From a quarter of an hour before its time on. Throws also CONFLICT (too early), CALL_ORDER or FOLLOW_UPS_OPEN. */
  async start(actor: Actor, company: string, kind: CallKind): Promise<CallEntity> {
    return this.move(actor, company, { kind, move: "start" }, async (scope, call, state) => {
      const before = { state: call.state };
      await updateCall(scope, call, { state, startedAt: scope.at });
      await record(scope, "call.started", call, { before, after: { state: call.state } });
    });
  }

  /** Throws also BAD_INPUT for a goal that is not this call's, or that the system sees for itself. */
  async tick(actor: Actor, company: string, { kind, goal, ticked }: GoalTick): Promise<CallEntity> {
    return this.move(actor, company, { kind, move: "tick" }, async (scope, call) => {
      if (goal === SEEN_BY_SYSTEM)
        throw new BilingualRefusal("BAD_INPUT", CALL_REFUSALS.tickedByItself, ["input", "goal"]);
      const before = await tick(scope, call, goal, ticked);
      if (before === ticked) return;
      await updateCall(scope, call, {});
      await record(scope, "call.goal_ticked", call, { before: { goal, ticked: before }, after: { goal, ticked } });
    });
  }

  /** Throws also BAD_INPUT for an empty note. */
  async note(
    actor: Actor,
    company: string,
    { kind, text }: { readonly kind: CallKind; readonly text: string },
  ): Promise<CallEntity> {
    return this.move(actor, company, { kind, move: "note" }, async (scope, call) => {
      const { companyId, id: callId } = call;
      if ((await scope.manager.countBy(NoteEntity, { companyId, callId })) >= MAX_NOTES)
        throw new BilingualRefusal("CONFLICT", fill(CALL_REFUSALS.notesAtMost, { max: MAX_NOTES }), ["input", "text"]);
      const note = { id: newId(), companyId, callId, text: proseFrom(text, ["input", "text"]) };
      await insertRows(scope.manager, NoteEntity, [{ ...note, writtenBy: scope.by.name, createdAt: scope.at }]);
      await updateCall(scope, call, {});
      await record(scope, "call.note_added", call, { before: null, after: { note: note.text } });
    });
  }

  /** Throws also GO_LIVE_NOT_SCHEDULED, AGENDA_OPEN, or NOT_FOUND for somebody who was not asked to the call. */
  async close(actor: Actor, company: string, { kind, present }: CallClosing): Promise<CallEntity> {
    return this.move(actor, company, { kind, move: "close" }, async (scope, call, state) => {
      const there = await markPresent(scope, call, present ?? []);
      const before = { state: call.state };
      await updateCall(scope, call, { state, endedAt: scope.at });
      await record(scope, "call.closed", call, { before, after: { state: call.state, present: there } });
    });
  }

  private async move(
    actor: Actor,
    company: string,
    { kind, move }: { readonly kind: CallKind; readonly move: CallMove },
    work: (scope: ChangeScope, call: CallEntity, state: StoredCallState) => Promise<void>,
  ): Promise<CallEntity> {
    return this.changes.run({ actor, company, action: "run_call" }, async (scope) => {
      const found = await CallCase.of(scope, kind);
      const state = found.require(move);
      const call = found.existing();
      await work(scope, call, state);
      return call;
    });
  }
}

/** Whether it was ticked before. Throws Refusal BAD_INPUT where the goal is not on the call's agenda. */
async function tick({ manager, by, at }: ChangeScope, call: CallEntity, goal: Goal, ticked: boolean): Promise<boolean> {
  const row = await manager.findOneBy(GoalEntity, { companyId: call.companyId, callId: call.id, goal });
  if (!row) throw new BilingualRefusal("BAD_INPUT", CALL_REFUSALS.goalNotOnAgenda, ["input", "goal"]);
  const was = row.tickedAt !== null;
  const marks = ticked ? { tickedAt: at, tickedBy: by.name } : { tickedAt: null, tickedBy: null };
  if (was !== ticked) await manager.update(GoalEntity, { id: row.id }, marks);
  return was;
}

async function markPresent({ manager }: ChangeScope, call: CallEntity, present: readonly string[]): Promise<string[]> {
  const asked = await manager.findBy(AttendeeEntity, { companyId: call.companyId, callId: call.id });
  const emails = [...new Set(present.map(personKey))];
  emails.forEach((email, index) => {
    if (asked.some((one) => one.email === email)) return;
    throw new BilingualRefusal("NOT_FOUND", fill(CALL_REFUSALS.notAsked, { email }), [
      "input",
      "present",
      String(index),
    ]);
  });
  const ids = asked.filter(({ email }) => emails.includes(email)).map(({ id }) => id);
  if (ids.length > 0) await manager.update(AttendeeEntity, { id: In(ids) }, { present: true });
  return emails;
}

async function record(
  scope: ChangeScope,
  action: string,
  call: CallEntity,
  { before, after }: { readonly before: Record<string, unknown> | null; readonly after: Record<string, unknown> },
): Promise<void> {
  const states = { before: before && { kind: call.kind, ...before }, after: { kind: call.kind, ...after } };
  await scope.record({ action, targetKind: "implementation_call", targetId: call.id, ...states });
}
