import { In, Not, type EntityManager } from "typeorm";
import type { CallKind } from "./call-kind";
import type { CallState } from "./call-machine";
import { CallEntity } from "./call.entity";
import { FollowUpEntity } from "./follow-up.entity";
import { SlotEntity } from "./slot.entity";

/** How far one of a company's calls is. */
export interface CallStanding {
  /** `none`: there is none, or it was cancelled. */
  readonly state: CallState;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** Since when it is in its state, as far as it is written down. */
  readonly since: string | null;
  /** Whether the company has suggested times that the specialist has not answered. */
  readonly suggestionOpen: boolean;
}

export interface OpenTask {
  readonly id: string;
  readonly title: string;
  readonly ownerName: string;
  readonly ownerEmail: string;
  /** Day in the company's zone. */
  readonly dueOn: string;
}

/** How far a company's calls are, for the plan, its action items and its readiness. */
export interface CallsStanding extends Readonly<Record<CallKind, CallStanding>> {
  readonly openTasks: readonly OpenTask[];
}

const NONE: CallStanding = { state: "none", startsAt: null, endsAt: null, since: null, suggestionOpen: false };

/** Whether the call has a time, or had one. */
export function isScheduled({ state }: CallStanding): boolean {
  return state === "scheduled" || state === "running" || state === "closed";
}

/** Whether the call was held to its end. */
export function isHeld({ state }: CallStanding): boolean {
  return state === "closed";
}

/** The standing of each company, in three SELECTs for any number of them. */
export async function callsStanding(
  manager: EntityManager,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, CallsStanding>> {
  const companyId = In([...companyIds]);
  const calls = await manager.findBy(CallEntity, { companyId, state: Not("cancelled") });
  const tasks = await manager.find(FollowUpEntity, {
    where: { companyId, state: "open" },
    order: { dueOn: "ASC", id: "ASC" },
  });
  const suggested = await manager.findBy(SlotEntity, { companyId, state: "suggested" });
  const suggestedFor = new Set(suggested.map(({ callId }) => callId));
  return new Map(
    companyIds.map((id) => {
      const of = (kind: CallKind) => {
        const call = calls.find((one) => one.companyId === id && one.kind === kind);
        return call ? standingOf(call, suggestedFor.has(call.id)) : NONE;
      };
      const openTasks = tasks.filter((one) => one.companyId === id).map(taskOf);
      return [id, { kick_off: of("kick_off"), go_live: of("go_live"), openTasks }];
    }),
  );
}

function standingOf(call: CallEntity, suggestionOpen: boolean): CallStanding {
  const { state, startsAt, endsAt, endedAt, startedAt, createdAt } = call;
  return { state, startsAt, endsAt, since: endedAt ?? startedAt ?? createdAt, suggestionOpen };
}

function taskOf({ id, title, ownerName, ownerEmail, dueOn }: FollowUpEntity): OpenTask {
  return { id, title, ownerName, ownerEmail, dueOn };
}
