import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import type { Authorizer } from "../../policy/ports";
import type { AgreementService } from "../calls/agreement.service";
import type { AvailabilityService } from "../calls/availability.service";
import { callsOf } from "../calls/call-book";
import { CALL_KINDS, type CallKind } from "../calls/call/call-kind";
import type { CallEntity } from "../calls/call/call.entity";
import { SlotAnswerEntity, type Availability } from "../calls/call/slot-answer.entity";
import { SlotEntity } from "../calls/call/slot.entity";
import type { CallChange, SchedulingService } from "../calls/scheduling.service";
import { CALL_REFUSALS } from "../texts/call-refusals";
import type { LetterReader } from "./letter-reader";

/** A time for a call as its reader sees it. */
export interface LetterSlot {
  readonly id: string;
  readonly startsAt: string;
  readonly isOffered: boolean;
  /** What the reader said of it; null: nothing yet. */
  readonly own: Availability | null;
}

/** A call as its reader sees it. */
export interface LetterCall {
  readonly kind: CallKind;
  readonly state: CallEntity["state"];
  readonly minutes: number;
  /** Agreed start; null: none agreed on now. */
  readonly startsAt: string | null;
  /** Times that are up and still to come, first one first. */
  readonly slots: readonly LetterSlot[];
  /** Whether the reader agrees on times for the company, and suggests others. */
  readonly mayChoose: boolean;
}

export interface LetterCallServices {
  readonly scheduling: SchedulingService;
  readonly availability: AvailabilityService;
  readonly agreement: AgreementService;
}

/** The calls that a letter is about: shown to its reader, and answered by them, by the services that GraphQL asks. */
export class LetterCalls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly authorizer: Authorizer,
    private readonly services: LetterCallServices,
  ) {}

  async of(reader: LetterReader): Promise<LetterCall[]> {
    const { company, actor, email } = reader;
    const manager = this.database.read();
    const calls = await callsOf(manager, company.id);
    const shown = CALL_KINDS.flatMap((kind) =>
      reader.call === null || reader.call === kind ? (calls[kind] ?? []) : [],
    );
    const need = { companyId: company.id, action: "confirm_slot", resource: "company" } as const;
    const mayChoose = await this.authorizer.permits(actor, need);
    const where = { companyId: company.id, callId: In(shown.map(({ id }) => id)), state: In(["offered", "suggested"]) };
    const slots = await manager.find(SlotEntity, { where, order: { startsAt: "ASC", id: "ASC" } });
    const answers = await manager.findBy(SlotAnswerEntity, { companyId: company.id, email });
    const own = new Map(answers.map(({ slotId, availability }) => [slotId, availability]));
    const now = toInstant(this.clock.now());
    return shown.map(({ id, kind, state, minutes, startsAt }) => ({
      ...{ kind, state, minutes, startsAt, mayChoose },
      slots: slots
        .filter((slot) => slot.callId === id && slot.startsAt > now)
        .map((slot) => ({
          id: slot.id,
          startsAt: slot.startsAt,
          isOffered: slot.state === "offered",
          own: own.get(slot.id) ?? null,
        })),
    }));
  }

  /** Agrees on an offered time. Throws what `AgreementService.confirm` throws. */
  async choose({ actor, company, call }: LetterReader, kind: CallKind, slot: string): Promise<void> {
    await this.services.agreement.confirm(actor, company.id, { kind: within(call, kind), slot });
  }

  /** Says whether the reader can come. Throws what `AvailabilityService.answer` throws. */
  async answer(
    { actor, company, call }: LetterReader,
    kind: CallKind,
    answer: { readonly slot: string; readonly availability: Availability },
  ): Promise<void> {
    await this.services.availability.answer(actor, company.id, { kind: within(call, kind), answers: [answer] });
  }

  /** Suggests times on the reader's own clocks. Throws what `SchedulingService.suggest` throws. */
  suggest({ actor, company, call, zone }: LetterReader, kind: CallKind, times: readonly string[]): Promise<CallChange> {
    const slots = times.map((localStart) => ({ localStart, zone }));
    return this.services.scheduling.suggest(actor, company.id, { kind: within(call, kind), slots });
  }
}

/** A letter about one call is about no other. */
function within(about: CallKind | null, kind: CallKind): CallKind {
  if (about === null || about === kind) return kind;
  throw new BilingualRefusal("NOT_FOUND", CALL_REFUSALS.letterOfAnotherCall, ["input", "kind"]);
}
