import ICAL from "ical.js";
import { invitationFile, type Invitation } from "../../../src/implementation/call/invitation";

const INVITATION: Invitation = {
  uid: "019abc@ledgergate",
  sequence: 0,
  cancelled: false,
  startsAt: "2026-12-01T09:00:00.000Z",
  endsAt: "2026-12-01T10:00:00.000Z",
  stampedAt: "2026-11-24T09:00:00.000Z",
  summary:
    "Intégration Xero de « Chantiers Élan & Cie », à Saint-Étienne-du-Rouvray : appel de lancement — première séance",
  description: "Première ligne; avec un point-virgule, une virgule\nDeuxième ligne avec \\ une barre",
  organiser: { name: "Farid Haddad", email: "specialist@vendor.test" },
  attendees: [
    { name: "Alma Reyes", email: "admin@demo.test", required: true },
    { name: 'Ivo "Books" Marin', email: "books@demo.test", required: false },
  ],
};

/** As another program reads it. */
function read(invitation: Invitation) {
  const calendar = new ICAL.Component(ICAL.parse(invitationFile(invitation)) as unknown[]);
  const event = calendar.getFirstSubcomponent("vevent")!;
  return { method: calendar.getFirstPropertyValue("method"), component: event, event: new ICAL.Event(event) };
}

test("another program reads what was meant", () => {
  const { method, event, component } = read(INVITATION);
  expect(method).toBe("REQUEST");
  expect(event.uid).toBe(INVITATION.uid);
  expect(event.sequence).toBe(0);
  expect(event.summary).toBe(INVITATION.summary);
  expect(event.description).toBe(INVITATION.description);
  expect(event.startDate.toJSDate().toISOString()).toBe(INVITATION.startsAt);
  expect(event.endDate.toJSDate().toISOString()).toBe(INVITATION.endsAt);
  expect(event.organizer.toLowerCase()).toBe("mailto:specialist@vendor.test");
  expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  const guests = event.attendees.map((one) => [
    String(one.getFirstValue()).toLowerCase(),
    one.getParameter("role"),
    one.getParameter("rsvp"),
  ]);
  expect(guests).toEqual([
    ["mailto:admin@demo.test", "REQ-PARTICIPANT", "TRUE"],
    ["mailto:books@demo.test", "OPT-PARTICIPANT", "TRUE"],
  ]);
});

test("a cancellation is of the same event, with the sequence it is given", () => {
  const { method, event, component } = read({ ...INVITATION, cancelled: true, sequence: 3 });
  expect([method, event.uid, event.sequence]).toEqual(["CANCEL", INVITATION.uid, 3]);
  expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

test("the text keeps the rules of RFC 5545: lines end by CRLF, have 75 octets at most, times are in UTC", () => {
  const text = invitationFile(INVITATION);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = text.slice(0, -2).split("\r\n");
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  // Folded between characters, not through one.
  expect(lines.join("")).not.toContain("\ufffd");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines).toEqual(
    expect.arrayContaining([
      "VERSION:2.0",
      "DTSTART:20261201T090000Z",
      "DTEND:20261201T100000Z",
      "DTSTAMP:20261124T090000Z",
    ]),
  );
  expect(lines.filter((line) => line.startsWith("PRODID:"))).toHaveLength(1);
});
