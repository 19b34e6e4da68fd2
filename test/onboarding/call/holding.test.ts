import { CallEntity } from "../../../src/onboarding/calls/call/call.entity";
import { AttendeeEntity } from "../../../src/onboarding/calls/call/attendee.entity";
import { FollowUpEntity } from "../../../src/onboarding/calls/call/follow-up.entity";
import { AGENDA } from "../../../src/onboarding/calls/call/agenda";
import type { CallKind } from "../../../src/onboarding/calls/call/call-kind";
import { refusal } from "../../support/house";
import { BOOKS, CallHouse, contact, itAdmin, specialist } from "./call-house";

let h: CallHouse;
beforeEach(async () => {
  h = await CallHouse.open();
  await h.propose("kick_off", ["2026-12-01T10:00"]);
  await h.agree("kick_off", "2026-12-01T10:00");
});

const running = () => h.calls.running;
const start = (kind: CallKind) => running().start(specialist, "acme", kind);
const close = (kind: CallKind, present: string[] = []) => running().close(specialist, "acme", { kind, present });
async function tickAll(kind: CallKind) {
  for (const goal of AGENDA[kind])
    if (goal !== "schedule_go_live") await running().tick(specialist, "acme", { kind, goal, ticked: true });
}
const share = (title: string, owner = "clerk@acme.test", dueOn = "2026-12-08", kind: CallKind = "kick_off") =>
  h.calls.followUp.add(specialist, "acme", { kind, title, owner, dueOn });
async function startKickOff() {
  h.clock.set("2026-12-01T09:00:00.000Z");
  await start("kick_off");
}
async function scheduleGoLive() {
  await h.propose("go_live", ["2026-12-15T10:00"]);
  await h.agree("go_live", "2026-12-15T10:00");
}

test("the way through: kick-off, tasks, go-live", async () => {
  await startKickOff();
  await running().note(specialist, "acme", { kind: "kick_off", text: " They build in two countries. " });
  await tickAll("kick_off");
  const task = await share("List the approvers");
  expect(await refusal(close("kick_off"))).toMatchObject({ code: "GO_LIVE_NOT_SCHEDULED" });
  await scheduleGoLive();
  const closed = await close("kick_off", ["ADMIN@acme.test", "specialist@vendor.test"]);
  expect(closed.state).toBe("closed");
  const there = await h.database.read().findBy(AttendeeEntity, { callId: closed.id, present: true });
  expect(there.map(({ email }) => email).sort()).toEqual(["admin@acme.test", "specialist@vendor.test"]);

  h.clock.set("2026-12-15T09:00:00.000Z");
  await expect(start("go_live")).rejects.toMatchObject({ code: "FOLLOW_UPS_OPEN" });
  await h.calls.followUp.complete(itAdmin, "acme", { followUp: task.id, reason: "Sent as a list" });
  await start("go_live");
  expect(await refusal(close("go_live"))).toMatchObject({ code: "AGENDA_OPEN" });
  await tickAll("go_live");
  expect((await close("go_live")).state).toBe("closed");
});

test("the go-live call gets no time before the kick-off call begins, nor one before it ends", async () => {
  await h.propose("go_live", ["2026-12-15T10:00"]);
  expect(await refusal(h.agree("go_live", "2026-12-15T10:00"))).toMatchObject({ code: "CALL_ORDER" });
  await startKickOff();
  await h.agree("go_live", "2026-12-15T10:00");
});

test("the goal to schedule it is reached and lost by itself, never ticked by hand", async () => {
  await startKickOff();
  const byHand = running().tick(specialist, "acme", { kind: "kick_off", goal: "schedule_go_live", ticked: true });
  expect(await refusal(byHand)).toMatchObject({ code: "BAD_INPUT", field: ["input", "goal"] });
  await tickAll("kick_off");
  await scheduleGoLive();
  const slots = [{ localStart: "2026-12-16T10:00", zone: "Europe/Paris" }];
  await h.calls.rescheduling.reschedule(contact, "acme", { kind: "go_live", slots, reason: "Busy" });
  expect(await refusal(close("kick_off"))).toMatchObject({ code: "GO_LIVE_NOT_SCHEDULED" });
});

test("goals are ticked while the call runs, and each call has its own", async () => {
  const tick = (goal: (typeof AGENDA)[CallKind][number], ticked = true) =>
    running().tick(specialist, "acme", { kind: "kick_off", goal, ticked });
  expect(await refusal(tick("discuss_plan"))).toMatchObject({ code: "ILLEGAL_MOVE" });
  await startKickOff();
  expect(await refusal(tick("tour_jobs"))).toMatchObject({ code: "BAD_INPUT" });
  const trail = async () => (await h.trail("acme")).filter(({ action }) => action === "call.goal_ticked").length;
  await tick("discuss_plan");
  await tick("discuss_plan");
  expect(await trail()).toBe(1);
  await tick("discuss_plan", false);
  expect(await trail()).toBe(2);
  await scheduleGoLive();
  expect(await refusal(close("kick_off"))).toMatchObject({ code: "AGENDA_OPEN" });
});

test("a call begins a quarter of an hour early at most, and is held by the specialist", async () => {
  h.clock.set("2026-12-01T08:44:59.999Z");
  await expect(start("kick_off")).rejects.toThrow("from 2026-12-01T08:45:00.000Z on");
  h.clock.set("2026-12-01T08:45:00.000Z");
  for (const actor of [contact, itAdmin])
    expect((await refusal(running().start(actor, "acme", "kick_off"))).code).toBeDefined();
  await start("kick_off");
  expect(await refusal(close("kick_off", ["nobody@acme.test"]))).toMatchObject({ code: "GO_LIVE_NOT_SCHEDULED" });
  await tickAll("kick_off");
  await scheduleGoLive();
  expect(await refusal(close("kick_off", ["nobody@acme.test"]))).toMatchObject({ code: "NOT_FOUND" });
  const cancel = h.calls.rescheduling.cancel(specialist, "acme", { kind: "kick_off", reason: "No" });
  expect(await refusal(cancel)).toMatchObject({ code: "ILLEGAL_MOVE" });
  expect(await h.database.read().countBy(CallEntity, { state: "running" })).toBe(1);
});

describe("tasks", () => {
  beforeEach(startKickOff);
  const step = (followUp: FollowUpEntity, reason = "Done so") => ({ followUp: followUp.id, reason });

  test("go to somebody who was asked to the call, with a day that is to come", async () => {
    expect(await share("Clean the vendors up", BOOKS)).toMatchObject({ ownerName: "Ivo", state: "open" });
    expect(await refusal(share("x", "buyer@acme.test"))).toMatchObject({
      code: "NOT_FOUND",
      field: ["input", "owner"],
    });
    for (const day of ["2026-11-30", "2026-02-30", "soon"])
      expect(await refusal(share("x", BOOKS, day))).toMatchObject({ code: "BAD_INPUT", field: ["input", "dueOn"] });
    await share("Today", BOOKS, "2026-12-01");
    expect(await refusal(share(" "))).toMatchObject({ code: "BAD_INPUT" });
    expect(await refusal(share("x", BOOKS, "2026-12-08", "go_live"))).toMatchObject({ code: "ILLEGAL_MOVE" });
  });

  test("are completed by their owner or the specialist, not by others", async () => {
    const own = await share("Mine");
    const other = await share("Ivo's", BOOKS);
    const complete = (actor: typeof contact, task: FollowUpEntity) =>
      h.calls.followUp.complete(actor, "acme", step(task));
    expect(await refusal(complete(itAdmin, other))).toMatchObject({ code: "FORBIDDEN" });
    expect(await complete(itAdmin, own)).toMatchObject({ state: "done", outcome: "Done so", endedBy: "Clerk" });
    expect(await complete(specialist, other)).toMatchObject({ state: "done", endedBy: "Farid" });
    await expect(complete(itAdmin, own)).rejects.toThrow(
      "The task is done, so it is not possible to complete it. Possible instead: reopen it.",
    );
  });

  test("are dropped, opened again and given to others by the specialist, and all of it is on record", async () => {
    const task = await share("Count the projects");
    const { followUp } = h.calls;
    await followUp.drop(specialist, "acme", step(task, "Nobody needs it"));
    await followUp.reopen(specialist, "acme", step(task, "Somebody does"));
    const moved = await followUp.reassign(specialist, "acme", { followUp: task.id, owner: BOOKS, dueOn: "2026-12-20" });
    expect(moved).toMatchObject({ ownerEmail: BOOKS, dueOn: "2026-12-20", state: "open", outcome: null, version: 4 });
    const stale = followUp.reassign(specialist, "acme", { followUp: task.id, owner: BOOKS, expectedVersion: 3 });
    expect(await refusal(stale)).toMatchObject({ code: "STALE_EDIT" });
    expect(await refusal(followUp.reassign(specialist, "acme", { followUp: task.id }))).toMatchObject({
      code: "BAD_INPUT",
    });
    expect((await refusal(followUp.drop(itAdmin, "acme", step(task)))).code).toBeDefined();
    const trail = (await h.trail("acme")).filter(({ targetId }) => targetId === task.id);
    expect(trail.map(({ action, why }) => [action, why])).toEqual([
      ["follow_up.added", null],
      ["follow_up.dropped", "Nobody needs it"],
      ["follow_up.reopened", "Somebody does"],
      ["follow_up.reassigned", null],
    ]);
  });

  test("of another company are not there", async () => {
    const task = await share("Ours");
    const theirs = h.calls.followUp.complete(specialist, "globex", step(task));
    expect(await refusal(theirs)).toMatchObject({ code: "NOT_FOUND", field: ["input", "followUp"] });
  });
});
