import { In, MoreThan } from "typeorm";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import type { Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { WHOLE_SET_UP } from "../../infra/mail/links/letter-link.entity";
import { enqueueMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import { callsOf } from "../calls/call-book";
import { hostOf } from "../calls/letters/call-people";
import type { CallEntity } from "../calls/call/call.entity";
import { SlotEntity } from "../calls/call/slot.entity";
import { ImplementationPlanEntity } from "../plan/implementation-plan.entity";
import { planOf, stateOf, storePlan, type PhaseChange } from "../progress/phase-entry";
import { welcomedAmong } from "./unwelcomed";
import { welcomeLetter } from "./welcome-letter";
import { SET_UP_REFUSALS } from "../texts/set-up-refusals";

/** What became of the wish to send the welcome e-mail. */
export interface Welcome extends PhaseChange {
  /** E-mail addresses that a letter was written to now; none: they have one. */
  readonly writtenTo: readonly string[];
  /** Starts of the times in the letter, ISO-8601. */
  readonly starts: readonly string[];
}

/** Writes the welcome e-mail of the set-up guide: a selection of times for the kick-off call, for the company's contact. */
export class WelcomeService {
  constructor(
    private readonly changes: CompanyChanges,
    /** Where the server is reached; the letter names the set-up under it. */
    private readonly publicUrl: string,
  ) {}

  /**
   * Puts the letter into the mail outbox, and notes it in the plan, in one transaction. Who was welcomed before gets no
   * second one: later times reach them with their offer. It goes with the slots, so it is for who proposes them. Throws
   * PolicyRefusal, Refusal NOT_FOUND (company), NO_CONTACT (nobody is the ERP implementation contact), NO_OPEN_SLOTS (no
   * coming time is offered for the kick-off call) or CONFLICT (no specialist is assigned).
   */
  async send(actor: Actor, company: string): Promise<Welcome> {
    return this.changes.run({ actor, company, action: "propose_slots" }, async (scope) => {
      const contacts = await contactsOf(scope);
      const { call, slots } = await offeredTimes(scope);
      const writtenTo = await this.write(scope, contacts, call, slots);
      const starts = slots.map(({ startsAt }) => startsAt);
      const before = await planOf(scope);
      if (writtenTo.length === 0)
        return { plan: before, policyRevision: scope.company.policyRevision, writtenTo, starts };
      const plan = Object.assign(new ImplementationPlanEntity(), before, {
        welcomedAt: before.welcomedAt ?? scope.at,
      });
      await storePlan(scope, before, plan);
      const policyRevision = await scope.record({
        action: "implementation.welcomed",
        targetKind: "implementation_plan",
        targetId: plan.id,
        before: before.version === 0 ? null : stateOf(before),
        after: { ...stateOf(plan), writtenTo, starts },
      });
      return { plan, policyRevision, writtenTo, starts };
    });
  }

  /** Answers the addresses of those who did not have this letter yet. */
  private async write(
    scope: ChangeScope,
    contacts: readonly StakeholderEntity[],
    call: CallEntity,
    slots: readonly SlotEntity[],
  ): Promise<string[]> {
    const { manager, company, by, at } = scope;
    const host = await hostOf(scope, call);
    const starts = slots.map(({ startsAt }) => startsAt);
    const link = `${this.publicUrl}/set-up/${company.slug}`;
    const readerOf = await readersOf(
      manager,
      company,
      contacts.map(({ email }) => email),
    );
    const welcomed = await welcomedAmong(
      scope,
      contacts.map(({ email }) => personKey(email)),
    );
    const written: string[] = [];
    for (const { name, email } of contacts.filter((one) => !welcomed.has(personKey(one.email)))) {
      const people = { company: company.name, reader: name, specialist: host.name };
      const reader = readerOf(email);
      const words = welcomeLetter({ ...reader, ...people, minutes: call.minutes, starts, link });
      const key = `welcome ${company.id} ${email}`;
      const about = { companyId: company.id, key, kind: "welcome", locale: reader.locale };
      const letter = {
        ...about,
        to: { email, name },
        replyTo: { email: host.email, name: host.name },
        act: WHOLE_SET_UP,
        ...words,
      };
      if ((await enqueueMail(manager, [letter], { at, by })) > 0) written.push(email);
    }
    return written;
  }
}

async function contactsOf({ manager, company }: ChangeScope): Promise<StakeholderEntity[]> {
  const where = { companyId: company.id, role: "erp_implementation_contact" as const };
  const found = await manager.find(StakeholderEntity, { where, order: { email: "ASC" } });
  if (found.length > 0) return found;
  throw new BilingualRefusal("NO_CONTACT", SET_UP_REFUSALS.noContact, ["input", "company"]);
}

/** The times of the kick-off call that the contact can still confirm. */
async function offeredTimes({ manager, company, at }: ChangeScope) {
  const call = (await callsOf(manager, company.id)).kick_off;
  const where = { companyId: company.id, callId: call?.id ?? "", state: In(["offered"]), startsAt: MoreThan(at) };
  const slots = await manager.find(SlotEntity, { where, order: { startsAt: "ASC", id: "ASC" } });
  if (call?.state === "arranging" && slots.length > 0) return { call, slots };
  const texts =
    call === null || call.state === "arranging" ? SET_UP_REFUSALS.noTimeOffered : SET_UP_REFUSALS.hasItsTime;
  throw new BilingualRefusal("NO_OPEN_SLOTS", texts, ["input", "company"]);
}
