import { StakeholderEntity } from "../../src/directory/stakeholders/stakeholder.entity";
import { AttendeeEntity } from "../../src/onboarding/calls/call/attendee.entity";
import { SlotAnswerEntity } from "../../src/onboarding/calls/call/slot-answer.entity";
import { ItemEntity } from "../../src/onboarding/items/item.entity";
import { person, refusal, SEED } from "../support/house";
import { BOOKS, CallHouse, specialist } from "./call/call-house";

/* A stakeholder is one person: added to the directory later, and under a new e-mail. */

let h: CallHouse;
beforeEach(async () => {
  h = await CallHouse.open();
  await h.propose("kick_off", ["2026-12-01T10:00"]);
});

const stakeholders = async () => {
  const { id: companyId } = await h.company("acme");
  return h.database.read().find(StakeholderEntity, { where: { companyId }, order: { email: "ASC" } });
};
const answer = async (email: string) => {
  const [slot] = await h.slots("kick_off");
  const answers = [{ slot: slot!.id, availability: "can" as const }];
  return h.calls.availability.answer(person(email), "acme", { kind: "kick_off", answers });
};

test("who is added to the directory later answers, and is the same stakeholder", async () => {
  const { member } = await h.services.member.add(SEED, "acme", { email: BOOKS, name: "Ivo" });
  expect((await stakeholders()).find(({ email }) => email === BOOKS)?.memberId).toBe(member.id);
  await answer(BOOKS);
});

test("a changed e-mail takes along the part, the calls and the items", async () => {
  const { member: service, item } = h.services;
  await item.agree(person("clerk@acme.test"), "acme", { item: "start_projects", ownerEmail: "clerk@acme.test" });
  await answer("clerk@acme.test");
  await service.update(SEED, "acme", { member: "clerk@acme.test", email: "clara@acme.test" });
  expect(await h.database.read().findBy(SlotAnswerEntity, {})).toMatchObject([{ email: "clara@acme.test" }]);
  expect((await stakeholders()).map(({ email }) => email)).toEqual(["admin@acme.test", BOOKS, "clara@acme.test"]);
  await answer("clara@acme.test");
  const manager = h.database.read();
  expect(await manager.countBy(AttendeeEntity, { email: "clerk@acme.test" })).toBe(0);
  expect(await manager.countBy(AttendeeEntity, { email: "clara@acme.test" })).toBe(1);
  expect((await manager.findOneByOrFail(ItemEntity, { code: "start_projects" })).ownerEmail).toBe("clara@acme.test");
});

test("named for one part under both addresses, somebody has it once afterwards", async () => {
  const { stakeholder, member } = h.services;
  await stakeholder.set(SEED, "acme", [
    { role: "erp_implementation_contact", email: "admin@acme.test", name: "Alma" },
    { role: "it_administrator", email: "clerk@acme.test", name: "Clerk" },
    { role: "it_administrator", email: "clara@acme.test", name: "Clara", required: true },
  ]);
  await member.update(SEED, "acme", { member: "clerk@acme.test", email: "clara@acme.test" });
  const parts = (await stakeholders()).map(({ email, required, memberId }) => [email, required, memberId !== null]);
  expect(parts).toEqual([
    ["admin@acme.test", false, true],
    ["clara@acme.test", true, true],
  ]);
});

test("an action item goes to who may do it, never to a stranger's address", async () => {
  const agree = (item: string, ownerEmail: string, by = person("admin@acme.test")) =>
    refusal(h.services.item.agree(by, "acme", { item, ownerEmail }));
  const bad = { code: "BAD_INPUT", field: ["input", "ownerEmail"] };
  expect(await agree("start_projects", "stranger@else.test")).toMatchObject(bad);
  expect(await agree("start_projects", BOOKS)).toMatchObject(bad);
  expect(await agree("start_projects", "buyer@acme.test")).toMatchObject(bad);
  expect(await agree("start_projects", "specialist@vendor.test")).toMatchObject(bad);
  await h.services.member.update(SEED, "acme", { member: "buyer@acme.test", toolLevel: "standard" });
  await h.services.item.agree(person("admin@acme.test"), "acme", {
    item: "start_projects",
    ownerEmail: "Buyer@acme.test",
  });
  expect(await h.database.read().countBy(ItemEntity, { ownerEmail: "buyer@acme.test" })).toBe(1);
  expect(specialist.email).toBe("specialist@vendor.test");
});
