import { invitationFile, type Invitation } from "../../../src/onboarding/calls/letters/invitation";
import { readInvitation } from "./read-invitation";

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

const read = (invitation: Invitation) => readInvitation(invitationFile(invitation));

test("another program reads what was meant", async () => {
  expect(await read(INVITATION)).toEqual({
    method: "REQUEST",
    uid: INVITATION.uid,
    sequence: 0,
    status: "CONFIRMED",
    summary: INVITATION.summary,
    description: INVITATION.description,
    start: INVITATION.startsAt,
    end: INVITATION.endsAt,
    organiser: "mailto:specialist@vendor.test",
    guests: [
      ["mailto:admin@demo.test", "REQ-PARTICIPANT", "TRUE"],
      ["mailto:books@demo.test", "OPT-PARTICIPANT", "TRUE"],
    ],
    answers: [
      ["mailto:admin@demo.test", "NEEDS-ACTION"],
      ["mailto:books@demo.test", "NEEDS-ACTION"],
    ],
  });
});

test("who invites is not asked whether they come", async () => {
  const organiser = { ...INVITATION.organiser, required: true };
  const { guests } = await read({ ...INVITATION, attendees: [organiser, ...INVITATION.attendees] });
  expect(guests[0]).toEqual(["mailto:specialist@vendor.test", "REQ-PARTICIPANT", "FALSE"]);
  expect(guests.slice(1).map(([, , rsvp]) => rsvp)).toEqual(["TRUE", "TRUE"]);
});

test("a cancellation is of the same event, with the sequence it is given", async () => {
  const cancellation = await read({ ...INVITATION, cancelled: true, sequence: 3 });
  expect(cancellation).toMatchObject({ method: "CANCEL", uid: INVITATION.uid, sequence: 3, status: "CANCELLED" });
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
