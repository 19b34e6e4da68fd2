import { fill } from "../../kernel/catalogue";
import { In, Not, type EntityManager } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { BilingualRefusal } from "../../kernel/errors";
import { callName, type CallKind } from "./call/call-kind";
import { CALL_MACHINE, type CallSituation } from "./call/call-machine";
import type { CallMove, StoredCallState } from "./call/call-move";
import { CallEntity } from "./call/call.entity";
import { FollowUpEntity } from "./call/follow-up.entity";
import { GoalEntity } from "./call/goal.entity";
import { CALL_REFUSALS } from "../texts/call-refusals";

/** The company's calls that live or were held; null: none of that kind, or all of them cancelled. */
export type CallsByKind = Readonly<Record<CallKind, CallEntity | null>>;

/** One SELECT. */
export async function callsOf(manager: EntityManager, companyId: string): Promise<CallsByKind> {
  const found = await manager.findBy(CallEntity, { companyId, state: Not("cancelled") });
  const of = (kind: CallKind) => found.find((call) => call.kind === kind) ?? null;
  return { kick_off: of("kick_off"), go_live: of("go_live") };
}

/** The call a move is about, with all that the machine looks at. */
export class CallCase {
  private constructor(
    readonly kind: CallKind,
    readonly calls: CallsByKind,
    private readonly situation: CallSituation,
  ) {}

  /** Inside a change, whose lock holds the company's calls still. */
  static async of({ manager, company, at }: ChangeScope, kind: CallKind): Promise<CallCase> {
    const calls = await callsOf(manager, company.id);
    const call = calls[kind];
    const other = calls[kind === "kick_off" ? "go_live" : "kick_off"];
    const callIds = [calls.kick_off, calls.go_live].flatMap((one) => (one ? [one.id] : []));
    return new CallCase(kind, calls, {
      kind,
      state: call?.state ?? "none",
      other: { state: other?.state ?? "none", endsAt: other?.endsAt ?? null },
      now: at,
      startsAt: call?.startsAt ?? null,
      openGoals: call ? await openGoals(manager, call) : 0,
      openFollowUps: await openFollowUps(manager, company.id, callIds),
    });
  }

  get call(): CallEntity | null {
    return this.calls[this.kind];
  }

  get other(): CallEntity | null {
    return this.calls[this.kind === "kick_off" ? "go_live" : "kick_off"];
  }

  /** The state after the move. Throws a Refusal that says what is allowed instead. */
  require(move: CallMove, startsAt?: string): StoredCallState {
    const situation = startsAt === undefined ? this.situation : { ...this.situation, startsAt };
    return CALL_MACHINE.require(situation, move, ["input", "kind"]);
  }

  /** The call, after the move was found allowed. Throws Refusal NOT_FOUND where there is none. */
  existing(): CallEntity {
    if (this.call) return this.call;
    throw new BilingualRefusal("NOT_FOUND", fill(CALL_REFUSALS.noSuchCallYet, { call: callName(this.kind) }), [
      "input",
      "kind",
    ]);
  }
}

/** Stores what changed of the call, on it and in its row. */
export async function updateCall(
  { manager }: ChangeScope,
  call: CallEntity,
  changes: Partial<Omit<CallEntity, "id" | "version">>,
): Promise<CallEntity> {
  const next = { ...changes, version: call.version + 1 };
  await manager.update(CallEntity, { id: call.id }, next);
  return Object.assign(call, next);
}

function openGoals(manager: EntityManager, { companyId, id }: CallEntity): Promise<number> {
  const query = manager.createQueryBuilder(GoalEntity, "goal").where("goal.companyId = :companyId", { companyId });
  return query.andWhere("goal.callId = :id AND goal.tickedAt IS NULL", { id }).getCount();
}

async function openFollowUps(manager: EntityManager, companyId: string, callIds: readonly string[]): Promise<number> {
  if (callIds.length === 0) return 0;
  return manager.countBy(FollowUpEntity, { companyId, callId: In([...callIds]), state: "open" });
}
