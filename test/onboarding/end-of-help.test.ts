import fc from "fast-check";
import { DateTime } from "luxon";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { StaffAssignmentEntity } from "../../src/tenant/companies/staff-assignment.entity";
import { dayIn, daysBetween } from "../../src/kernel/days";
import { endOfDayAfter } from "../../src/onboarding/days/plan-days";
import { toInstant } from "../../src/kernel/clock";
import { runs } from "../policy/runs";
import { admin, openAcme, specialist } from "../support/acme";
import { person, SEED } from "../support/house";

/** Where clocks change at midnight itself, so that a day may begin at one o'clock, or midnight come twice. */
const AT_MIDNIGHT = ["Africa/Cairo", "America/Santiago", "America/Havana", "Atlantic/Azores", "Asia/Beirut"];
const ZONES = [...AT_MIDNIGHT, "Europe/Paris", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe", "UTC"];
const instant = fc
  .date({ min: new Date("2026-01-01T00:00:00.000Z"), max: new Date("2031-01-01T00:00:00.000Z"), noInvalidDate: true })
  .map((date) => toInstant(date));

test("whatever the zone, the help ends with the first instant of the day after its last whole day", () => {
  const law = fc.property(fc.constantFrom(...ZONES), instant, fc.integer({ min: 0, max: 120 }), (zone, at, days) => {
    const end = endOfDayAfter(zone, at, days);
    const before = toInstant(new Date(Date.parse(end) - 1));
    expect(daysBetween(dayIn(zone, at), dayIn(zone, end))).toBe(days + 1);
    expect(daysBetween(dayIn(zone, before), dayIn(zone, end))).toBe(1);
    expect(dayIn(zone, at)).toBe(DateTime.fromISO(at, { zone }).toISODate());
  });
  // A day that begins at one o'clock, and one whose midnight comes twice.
  const examples: [string, string, number][] = [
    ["America/Havana", "2030-03-10T05:00:00.000Z", 0],
    ["America/Havana", "2026-02-01T12:00:00.000Z", 272],
  ];
  fc.assert(law, { ...runs(400), examples });
});

test("a day is not asked for with the zone and the instant swapped", () => {
  expect(() => dayIn("2026-11-24T09:00:00.000Z", "Europe/Paris")).toThrow(RangeError);
});

/** Zone, going live, end of the thirty days, end of an extension by ten: all known by hand. */
const CHANGES = [
  ["Europe/Paris, clocks forward on 28 March", "2027-03-05T10:00", "2027-04-04T22:00", "2027-04-14T22:00"],
  ["Europe/Paris, clocks forward in the extension", "2027-02-20T22:59", "2027-03-22T23:00", "2027-04-01T22:00"],
  ["Europe/Paris, clocks back on 31 October", "2027-10-01T10:00", "2027-10-31T23:00", "2027-11-10T23:00"],
  ["America/New_York, clocks forward on 14 March", "2027-03-01T15:00", "2027-04-01T04:00", "2027-04-11T04:00"],
  ["America/New_York, clocks back on 7 November", "2027-10-21T03:59", "2027-11-20T05:00", "2027-11-30T05:00"],
  ["Pacific/Auckland, clocks forward on 26 September", "2027-09-10T11:59", "2027-10-10T11:00", "2027-10-20T11:00"],
  ["Pacific/Auckland, clocks back on 4 April", "2027-03-19T11:00", "2027-04-19T12:00", "2027-04-29T12:00"],
  ["Africa/Cairo, the midnight of the end is skipped", "2027-03-30T10:00", "2027-04-29T22:00", "2027-05-09T21:00"],
] as const;

test.each(CHANGES)("%s: the specialist is out at the company's midnight, not before", async (title, ...times) => {
  const [liveAt, ends, extended] = times.map((time) => `${time}:00.000Z`) as [string, string, string];
  const house = await openAcme();
  const { staff, implementation, authorizer, question } = house.services;
  const { id } = await house.company("acme");
  const timezone = title.split(",")[0]!;
  await house.database.write((manager) => manager.update(CompanyEntity, { id }, { timezone }));
  await staff.assign(SEED, "acme", { email: "point@vendor.test", role: "point_of_contact" });
  const enter = (phase: "implementation" | "getting_started") =>
    implementation.enterPhase(SEED, "acme", { phase, reason: "Told by the test" });
  await enter("implementation");
  house.clock.set(liveAt);
  expect((await enter("getting_started")).plan.helpUntil).toBe(ends);

  const configure = { company: "acme", subject: null, action: "configure", resource: "company", locale: "en" } as const;
  const look = async (at: string) => {
    house.clock.set(at);
    const { code } = await authorizer.decide(specialist, configure);
    const asked = `{ company(slug: "acme") { questionsGoTo { email } } }`;
    const answer = await house.ask("clerk@acme.test", asked);
    const goesTo = answer.data?.["company"]?.["questionsGoTo"]?.["email"] as string | undefined;
    return [code, goesTo];
  };
  const justBefore = (end: string) => toInstant(new Date(Date.parse(end) - 1));
  const IN = ["ALLOWED", "specialist@vendor.test"];
  const OUT = ["ASSIGNMENT_ENDED", "point@vendor.test"];
  expect(await look(justBefore(ends))).toEqual(IN);
  // What will be is told beforehand, too.
  const then = await authorizer.decide(specialist, { ...configure, at: ends });
  expect(then.code).toBe("ASSIGNMENT_ENDED");
  const { plan } = await implementation.extendHelp(admin, "acme", { days: 10, reason: "Year end" });
  expect(plan.helpUntil).toBe(extended);
  expect(await look(justBefore(extended))).toEqual(IN);
  await question.ask(person("clerk@acme.test"), "acme", { text: "Still there?" });
  expect(await look(extended)).toEqual(OUT);
  expect(await implementation.endHelpThatIsOver()).toBe(1);
});

test("nobody's part outlasts the help: not one assigned for longer before, nor one who comes while it runs", async () => {
  const house = await openAcme();
  const { company, staff, implementation } = house.services;
  for (const name of ["ines", "jo", "kim"]) await company.addVendorStaff(SEED, { email: `${name}@vendor.test`, name });
  const assign = async (name: string, until: string | null = null) => {
    const request = { email: `${name}@vendor.test`, role: "specialist" as const, until };
    return (await staff.assign(SEED, "acme", request)).assignment.assignedUntil;
  };
  await assign("ines", "2028-01-01T00:00:00.000Z");
  for (const phase of ["implementation", "getting_started"] as const)
    await implementation.enterPhase(SEED, "acme", { phase, reason: "Told by the test" });
  const end = "2026-12-25T05:00:00.000Z";
  const ends = async () => {
    const { id: companyId } = await house.company("acme");
    const held = await house.database.read().findBy(StaffAssignmentEntity, { companyId, role: "specialist" });
    return [...new Set(held.map(({ assignedUntil }) => assignedUntil))];
  };
  expect(await assign("jo")).toBe(end);
  expect(await ends()).toEqual([end]);
  await expect(assign("kim", "2027-01-01T00:00:00.000Z")).rejects.toMatchObject({ code: "CONFLICT" });
  await implementation.extendHelp(admin, "acme", { days: 2, reason: "Holidays" });
  expect(await ends()).toEqual(["2026-12-27T05:00:00.000Z"]);
  house.clock.set("2026-12-27T05:00:00.000Z");
  expect(await assign("kim")).toBeNull();
});
