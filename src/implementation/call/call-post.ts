import type { ChangeScope } from "../../company/company-change";
import type { VendorStaffEntity } from "../../company/vendor-staff.entity";
import { AttendeeEntity } from "./attendee.entity";
import { callTitle, letterWords } from "./call-letters";
import type { CallAttachment, CallLetterKind, CallMail } from "./call-mail";
import type { Person } from "./call-people";
import type { CallEntity } from "./call.entity";
import { invitationFile } from "./invitation";

export interface Posting {
  readonly kind: CallLetterKind;
  readonly call: CallEntity;
  readonly host: VendorStaffEntity;
  readonly attendees: readonly AttendeeEntity[];
  readonly starts: readonly string[];
  readonly why?: string | null;
  /** The time that the invitation is about; null or left out: no invitation. */
  readonly invite?: { readonly startsAt: string; readonly endsAt: string } | null;
}

/** Writes the letters of a change, and hands them to the mail within it. */
export class CallPost {
  constructor(private readonly mail: CallMail) {}

  async send({ manager, company, by, at }: ChangeScope, posting: Posting): Promise<void> {
    const { kind, call, starts, why = null } = posting;
    const facts = { kind, call: call.kind, company, by: by.name, minutes: call.minutes, starts, why };
    const { subject, text } = letterWords(facts);
    const to = receivers(posting);
    const key = `call ${call.id} ${call.version} ${kind}`;
    const about = { key, companyId: company.id, callId: call.id, locale: company.locale };
    const attachment = attachmentOf(posting, company, at, text);
    await this.mail.enqueue(manager, { kind, ...about, to, subject, text, attachment }, at);
  }
}

/** A suggestion goes to the specialist; everything else to all who are asked, once each. */
function receivers({ kind, host, attendees }: Posting): readonly Person[] {
  const people = kind === "slots_suggested" ? [host] : attendees;
  return [...new Map(people.map(({ name, email }) => [email, { name, email }])).values()];
}

function attachmentOf(
  { call, host, attendees, invite }: Posting,
  company: ChangeScope["company"],
  at: string,
  text: string,
): CallAttachment | null {
  if (!invite || call.invitation === null) return null;
  const cancelled = call.state === "cancelled";
  const required = new Set(attendees.filter((one) => one.required).map(({ email }) => email));
  const guests = new Map(attendees.map(({ name, email }) => [email, { name, email, required: required.has(email) }]));
  const content = invitationFile({
    uid: `${call.id}@ledgergate`,
    sequence: call.invitation,
    cancelled,
    ...invite,
    stampedAt: at,
    summary: callTitle(call.kind, company),
    description: text,
    organiser: { name: host.name, email: host.email },
    attendees: [...guests.values()],
  });
  const contentType = `text/calendar; charset=utf-8; method=${cancelled ? "CANCEL" : "REQUEST"}`;
  return { filename: "invitation.ics", contentType, content };
}
