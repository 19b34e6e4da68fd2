import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import type { Availability } from "../call/slot-answer.entity";

const STATUS_OF = {
  can: ICalAttendeeStatus.ACCEPTED,
  cannot: ICalAttendeeStatus.DECLINED,
  none: ICalAttendeeStatus.NEEDSACTION,
} as const;

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly required: boolean;
  /** What they said of the time; null or left out: nothing yet. */
  readonly answer?: Availability | null;
}

export interface Invitation {
  /** Stays the same however often the call moves. */
  readonly uid: string;
  /** Raised with every invitation and its cancellation (RFC 5546). */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  /** When it was written. */
  readonly stampedAt: string;
  readonly summary: string;
  readonly description: string;
  readonly organiser: { readonly name: string; readonly email: string };
  readonly attendees: readonly Invited[];
}

/** The invitation as calendars read it (RFC 5545, 5546): times in UTC, lines folded, REQUEST or CANCEL. */
export function invitationFile(invitation: Invitation): string {
  const { uid, sequence, cancelled, summary, description, organiser } = invitation;
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = new ICalCalendar({ prodId: { company: "Ledgergate", product: "Calls", language: "EN" }, method });
  calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(invitation.stampedAt),
    start: new Date(invitation.startsAt),
    end: new Date(invitation.endsAt),
    summary,
    description,
    organizer: organiser,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: invitation.attendees.map(({ name, email, required, answer = null }) => {
      const role = required ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT;
      // Who invites is not asked whether they come (RFC 5546, 3.2.2).
      if (email === organiser.email) return { name, email, role, rsvp: false, status: ICalAttendeeStatus.ACCEPTED };
      // Who has answered here is not asked again.
      return { name, email, role, rsvp: !cancelled && answer === null, status: STATUS_OF[answer ?? "none"] };
    }),
  });
  // Each line ends by CRLF, also the last (RFC 5545, 3.1), which the library leaves open.
  return `${calendar.toString()}\r\n`;
}
