import type { ChangeScope } from "../../../tenant/companies/company-change";
import type { CompanyEntity } from "../../../tenant/companies/company.entity";
import type { VendorStaffEntity } from "../../../tenant/companies/vendor-staff.entity";
import { personKey } from "../../../kernel/email";
import type { CalendarPart } from "../../../infra/mail/mail";
import { readersOf, type Reader } from "../../../infra/mail/reader";
import type { AttendeeEntity } from "../call/attendee.entity";
import { callTitle, letterWords } from "./call-letters";
import type { CallLetterKind, CallMail } from "./call-mail";
import type { Person } from "./call-people";
import type { CallEntity } from "../call/call.entity";
import { SlotAnswerEntity, type Availability } from "../call/slot-answer.entity";
import type { SlotEntity } from "../call/slot.entity";
import { invitationFile } from "./invitation";

type Guest = Person & Partial<Pick<AttendeeEntity, "required">>;

export interface Posting {
  readonly kind: CallLetterKind;
  readonly call: CallEntity;
  readonly host: VendorStaffEntity;
  readonly attendees: readonly Guest[];
  readonly starts: readonly string[];
  readonly why?: string | null;
  /** Addresses, in lower case, that are told by another letter. */
  readonly without?: ReadonlySet<string>;
  /** Who did it; left out: who makes the change. */
  readonly by?: string;
  /** Who is written to; left out: all who are asked. */
  readonly to?: "host" | "guests";
  /** The agreed time that the invitation is about; null or left out: no invitation. */
  readonly invite?: SlotEntity | null;
  /** Takes the invitation back from those who are written to, while the call goes on without them. */
  readonly recall?: boolean;
}

/** Writes the letters of a change, and hands them to the mail within it. */
export class CallPost {
  constructor(private readonly mail: CallMail) {}

  /** One letter for each language and zone that its readers have. */
  async send({ manager, company, by, at }: ChangeScope, posting: Posting): Promise<void> {
    const { kind, call, starts, why = null, invite } = posting;
    const answers = invite ? await manager.findBy(SlotAnswerEntity, { slotId: invite.id }) : [];
    const answerOf = new Map(answers.map(({ email, availability }) => [email, availability]));
    const people = receivers(posting);
    const readerOf = await readersOf(
      manager,
      company,
      people.map(({ email }) => email),
    );
    const key = `call ${call.id} ${call.version} ${kind}`;
    const about = { kind, key, companyId: company.id, callId: call.id };
    for (const { reader, to } of byReader(people, readerOf)) {
      const facts = {
        kind,
        call: call.kind,
        company,
        reader,
        by: posting.by ?? by.name,
        minutes: call.minutes,
        starts,
        why,
      };
      const { subject, text } = letterWords(facts);
      const { locale } = reader;
      const told = { company: { name: company.name, locale }, at, text, answerOf };
      const invitation = invitationOf(posting, told);
      const replyTo = { name: posting.host.name, email: posting.host.email };
      await this.mail.enqueue(manager, { ...about, locale, to, subject, text, invitation, replyTo }, { at, by });
    }
  }
}

function byReader(people: readonly Person[], readerOf: (email: string) => Reader) {
  const groups = new Map<string, { readonly reader: Reader; readonly to: Person[] }>();
  for (const person of people) {
    const reader = readerOf(person.email);
    const name = `${reader.locale} ${reader.zone}`;
    const group = groups.get(name) ?? { reader, to: [] };
    group.to.push(person);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** Each once. */
function receivers({ to, host, attendees, without }: Posting): readonly Person[] {
  const people = to === "host" ? [host] : attendees;
  const once = new Map(people.map(({ name, email }) => [email, { name, email }]));
  if (to === "guests") once.delete(host.email);
  return [...once.values()].filter(({ email }) => !without?.has(personKey(email)));
}

interface Told {
  readonly company: Pick<CompanyEntity, "locale" | "name">;
  readonly at: string;
  readonly text: string;
  /** What people said of the time, by address. */
  readonly answerOf: ReadonlyMap<string, Availability>;
}

function invitationOf(
  { call, host, attendees, invite, recall = false }: Posting,
  { company, at, text, answerOf }: Told,
): CalendarPart | null {
  if (!invite || call.invitation === null) return null;
  const cancelled = recall || call.state === "cancelled";
  const required = new Set(attendees.filter((one) => one.required).map(({ email }) => email));
  const guests = new Map(
    attendees.map(({ name, email }) => {
      return [email, { name, email, required: required.has(email), answer: answerOf.get(email) ?? null }];
    }),
  );
  const content = invitationFile({
    uid: `${call.id}@ledgergate`,
    sequence: call.invitation,
    cancelled,
    startsAt: invite.startsAt,
    endsAt: invite.endsAt,
    stampedAt: at,
    summary: callTitle(call.kind, company),
    description: text,
    organiser: { name: host.name, email: host.email },
    attendees: [...guests.values()],
  });
  return { filename: "invitation.ics", method: cancelled ? "CANCEL" : "REQUEST", content };
}
