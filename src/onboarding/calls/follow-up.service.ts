import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { zoneOf } from "../../tenant/companies/time-zone";
import { insertRows, updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { isId, newId } from "../../kernel/ids";
import { nameFrom, proseFrom, reasonFrom } from "../../kernel/labels";
import type { Authorizer } from "../../policy/ports";
import { dayIn, isDay } from "../../kernel/days";
import { AttendeeEntity } from "./call/attendee.entity";
import { CallCase } from "./call-book";
import type { CallKind } from "./call/call-kind";
import { isOwnPart, stakeholdersOf } from "./letters/call-people";
import { FOLLOW_UP_MACHINE, type FollowUpMove } from "./call/follow-up-machine";
import { FollowUpEntity } from "./call/follow-up.entity";
import { requireVersion } from "../../kernel/stale-edit";
import { CALL_REFUSALS } from "../texts/call-refusals";

export interface NewFollowUp {
  readonly kind: CallKind;
  readonly title: string;
  /** E-mail of somebody who was asked to the call. */
  readonly owner: string;
  /** Day in the company's zone, "2026-12-31". */
  readonly dueOn: string;
}

export interface FollowUpStep {
  /** Id. */
  readonly followUp: string;
  /** What came of it, or why. */
  readonly reason: string;
  /** As it was read; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

export interface FollowUpEdit {
  readonly followUp: string;
  readonly owner?: string | null;
  readonly dueOn?: string | null;
  /** As it was read; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

/** Most tasks of one call: they are read together. */
const MAX_TASKS = 100;

/** Keeps the tasks that come out of calls. All throw PolicyRefusal, Refusal NOT_FOUND, BAD_INPUT or ILLEGAL_MOVE. */
export class FollowUpService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
  ) {}

  /** The specialist shares a task out, in the call or after it. */
  async add(actor: Actor, company: string, wanted: NewFollowUp): Promise<FollowUpEntity> {
    return this.changes.run({ actor, company, action: "run_call" }, async (scope) => {
      const found = await CallCase.of(scope, wanted.kind);
      found.require("add_follow_up");
      const call = found.existing();
      const { companyId, id: callId } = call;
      if ((await scope.manager.countBy(FollowUpEntity, { companyId, callId })) >= MAX_TASKS)
        throw new BilingualRefusal("CONFLICT", fill(CALL_REFUSALS.tasksAtMost, { max: MAX_TASKS }), ["input", "title"]);
      const title = nameFrom(wanted.title, ["input", "title"]);
      const owner = await ownerFrom(scope, callId, wanted.owner);
      const ended = { outcome: null, endedAt: null, endedBy: null };
      const own = { id: newId(), companyId, callId, title, ...owner };
      const rest = { dueOn: dueFrom(scope, wanted.dueOn), state: "open" as const, ...ended };
      const row = Object.assign(new FollowUpEntity(), { ...own, ...rest, version: 1, createdAt: scope.at });
      await insertRows(scope.manager, FollowUpEntity, [row]);
      await record(scope, "follow_up.added", row, null);
      return row;
    });
  }

  /** For its owner, and for the specialist; they say what came of it. */
  async complete(actor: Actor, company: string, step: FollowUpStep): Promise<FollowUpEntity> {
    const action = (await this.leads(actor, company)) ? "run_call" : "answer_availability";
    return this.changes.run({ actor, company, action }, async (scope) => {
      const row = await seenFollowUp(scope, step);
      if (action === "answer_availability") await requireOwner(scope, row);
      return this.end(scope, row, "complete", proseFrom(step.reason, ["input", "reason"]));
    });
  }

  /** The specialist lets a task go, and says why. */
  async drop(actor: Actor, company: string, step: FollowUpStep): Promise<FollowUpEntity> {
    return this.changes.run({ actor, company, action: "run_call" }, async (scope) =>
      this.end(scope, await seenFollowUp(scope, step), "drop", reasonFrom(step.reason)),
    );
  }

  /** The specialist opens a task again, and says why. */
  async reopen(actor: Actor, company: string, step: FollowUpStep): Promise<FollowUpEntity> {
    return this.changes.run({ actor, company, action: "run_call" }, async (scope) =>
      this.end(scope, await seenFollowUp(scope, step), "reopen", reasonFrom(step.reason)),
    );
  }

  /** The specialist gives it to somebody else, or more time. Throws also STALE_EDIT. */
  async reassign(actor: Actor, company: string, edit: FollowUpEdit): Promise<FollowUpEntity> {
    return this.changes.run({ actor, company, action: "run_call" }, async (scope) => {
      const row = await seenFollowUp(scope, edit);
      FOLLOW_UP_MACHINE.require(row, "reassign", ["input", "followUp"]);
      const before = stateOf(row);
      const changes = {
        ...(edit.owner == null ? {} : await ownerFrom(scope, row.callId, edit.owner)),
        ...(edit.dueOn == null ? {} : { dueOn: dueFrom(scope, edit.dueOn) }),
      };
      if (Object.keys(changes).length === 0)
        throw new BilingualRefusal("BAD_INPUT", CALL_REFUSALS.sayWhatChanges, ["input"]);
      return this.store(scope, row, changes, { action: "follow_up.reassigned", before });
    });
  }

  private async leads(actor: Actor, reference: string): Promise<boolean> {
    const company = await this.companies.find(reference);
    if (!company) return false;
    return this.authorizer.permits(actor, { companyId: company.id, action: "run_call", resource: "company" });
  }

  private async end(scope: ChangeScope, row: FollowUpEntity, move: FollowUpMove, why: string): Promise<FollowUpEntity> {
    const state = FOLLOW_UP_MACHINE.require(row, move, ["input", "followUp"]);
    const before = stateOf(row);
    const ended =
      state === "open"
        ? { outcome: null, endedAt: null, endedBy: null }
        : { outcome: why, endedAt: scope.at, endedBy: scope.by.name };
    const action = { complete: "completed", drop: "dropped", reopen: "reopened", reassign: "reassigned" }[move];
    return this.store(scope, row, { state, ...ended }, { action: `follow_up.${action}`, before, why });
  }

  private async store(
    scope: ChangeScope,
    row: FollowUpEntity,
    changes: Partial<FollowUpEntity>,
    { action, before, why }: { action: string; before: object; why?: string },
  ): Promise<FollowUpEntity> {
    await updateAtVersion(scope.manager, FollowUpEntity, { id: row.id, version: row.version }, changes);
    Object.assign(row, changes, { version: row.version + 1 });
    await record(scope, action, row, before, why);
    return row;
  }
}

/** The task as whoever changes it saw it. Throws Refusal NOT_FOUND, StaleEdit. */
async function seenFollowUp(scope: ChangeScope, seen: FollowUpStep | FollowUpEdit): Promise<FollowUpEntity> {
  const row = await followUpOf(scope, seen.followUp);
  requireVersion(row, seen.expectedVersion);
  return row;
}

async function followUpOf({ manager, company }: ChangeScope, reference: string): Promise<FollowUpEntity> {
  const id = reference.trim().toLowerCase();
  const row = isId(id) ? await manager.findOneBy(FollowUpEntity, { id, companyId: company.id }) : null;
  if (row) return row;
  throw new BilingualRefusal("NOT_FOUND", CALL_REFUSALS.noSuchTask, ["input", "followUp"]);
}

async function requireOwner(scope: ChangeScope, row: FollowUpEntity): Promise<void> {
  const own = (await stakeholdersOf(scope)).filter((one) => isOwnPart(scope, one));
  if (own.some(({ email }) => email === row.ownerEmail)) return;
  throw new BilingualRefusal("FORBIDDEN", fill(CALL_REFUSALS.taskOfAnother, { owner: row.ownerName }), [
    "input",
    "followUp",
  ]);
}

async function ownerFrom({ manager, company }: ChangeScope, callId: string, reference: string) {
  const email = personKey(reference);
  const asked = await manager.findOneBy(AttendeeEntity, { companyId: company.id, callId, email });
  if (asked) return { ownerName: asked.name, ownerEmail: asked.email };
  throw new BilingualRefusal("NOT_FOUND", fill(CALL_REFUSALS.ownerNotAsked, { email }), ["input", "owner"]);
}

function dueFrom({ company, at }: ChangeScope, dueOn: string): string {
  const field = ["input", "dueOn"];
  if (!isDay(dueOn)) throw new BilingualRefusal("BAD_INPUT", CALL_REFUSALS.day, field);
  const today = dayIn(zoneOf(company), at);
  if (dueOn >= today) return dueOn;
  throw new BilingualRefusal("BAD_INPUT", fill(CALL_REFUSALS.dayIsPast, { day: dueOn, today }), field);
}

function stateOf({ title, ownerEmail, dueOn, state, outcome }: FollowUpEntity) {
  return { title, owner: ownerEmail, dueOn, state, outcome };
}

async function record(scope: ChangeScope, action: string, row: FollowUpEntity, before: object | null, why?: string) {
  const target = { targetKind: "follow_up", targetId: row.id };
  const states = { before: before && { ...before }, after: stateOf(row) };
  await scope.record({ action, ...target, ...states, why: why ?? null });
}
