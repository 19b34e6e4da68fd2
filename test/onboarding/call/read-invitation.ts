/** An invitation as another program reads it, not the library that wrote it. */
export async function readInvitation(text: string) {
  // Its types are those of its ES module; loaded this way both kinds of module will do.
  const { default: ICAL } = await import("ical.js");
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) throw new Error("An invitation without an event");
  const event = new ICAL.Event(component);
  const guests = event.attendees.map((one) => [
    String(one.getFirstValue()).toLowerCase(),
    one.getFirstParameter("role"),
    one.getFirstParameter("rsvp"),
  ]);
  const answers = event.attendees.map((one) => {
    return [String(one.getFirstValue()).toLowerCase(), String(one.getFirstParameter("partstat"))] as const;
  });
  return {
    answers,
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    summary: event.summary,
    description: event.description,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    organiser: event.organizer.toLowerCase(),
    guests,
  };
}
