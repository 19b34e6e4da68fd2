import fc from "fast-check";
import { CALL_MACHINE } from "../../../src/onboarding/calls/call/call-machine";
import { CALL_MOVES, CALL_STATES } from "../../../src/onboarding/calls/call/call-move";
import { CALL_MOVE_WORDS } from "../../../src/onboarding/calls/call/call-texts";
import type { CallSituation } from "../../../src/onboarding/calls/call/call-machine";
import { ERROR_CODES } from "../../../src/kernel/errors";
import { runs } from "../../policy/runs";
import { naming } from "../possible-moves";
import { attempts, CallWorld } from "./call-world";

const BEGUN = ["running", "closed"];

describe("whatever people try, in whatever order", () => {
  test("no state is reached that the guide forbids", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(attempts, (sequence) => {
        const world = new CallWorld();
        for (const attempt of sequence) {
          const before = { kick_off: world.calls.kick_off.state, go_live: world.calls.go_live.state };
          const refusal = world.attempt(attempt);
          const { kick_off: kickOff, go_live: goLive } = world.calls;
          if (refusal) expect([kickOff.state, goLive.state]).toEqual([before.kick_off, before.go_live]);
          reached.add(`kick-off ${kickOff.state}`).add(`go-live ${goLive.state}`);
          // Scheduled in the kick-off call, never before it.
          if (goLive.state === "scheduled") expect(BEGUN).toContain(kickOff.state);
          if (goLive.state === "arranging") expect(["arranging", "scheduled", ...BEGUN]).toContain(kickOff.state);
          if (before.kick_off !== "closed" && kickOff.state === "closed") {
            expect(goLive.state).toBe("scheduled");
            expect(kickOff.openGoals).toBe(0);
          }
          if (before.go_live !== "running" && goLive.state === "running") expect(world.openFollowUps).toBe(0);
          if (BEGUN.includes(goLive.state)) expect(kickOff.state).toBe("closed");
          if (goLive.state === "closed") expect(goLive.openGoals).toBe(0);
          if (BEGUN.includes(goLive.state)) expect(goLive.startsAt! > kickOff.startsAt!).toBe(true);
          if (before.kick_off === "closed") expect(kickOff.state).toBe("closed");
          if (before.go_live === "closed") expect(goLive.state).toBe("closed");
        }
      }),
      runs(800),
    );
    // The law says little unless the sequences come all the way.
    expect([...reached]).toEqual(expect.arrayContaining(["kick-off closed", "go-live running", "go-live closed"]));
  });

  test("each refusal has a code and says what is allowed instead", () => {
    fc.assert(
      fc.property(attempts, (sequence) => {
        const world = new CallWorld();
        for (const attempt of sequence) {
          const refusal = world.attempt(attempt);
          if (!refusal) continue;
          expect(ERROR_CODES).toContain(refusal.code);
          if (refusal.code !== "ILLEGAL_MOVE") continue;
          const allowed = CALL_MACHINE.allowed(world.situation(attempt.kind, attempt.slotInHours));
          expect(refusal.message).toEqual(naming(allowed, CALL_MOVE_WORDS));
        }
      }),
      runs(300),
    );
  });
});

test("the table of all states and moves, with nothing in the way", () => {
  const situation = { other: { state: "closed", endsAt: "2026-11-30T10:00:00.000Z" }, openGoals: 0, openFollowUps: 0 };
  const times = { now: "2026-12-01T09:00:00.000Z", startsAt: "2026-12-01T09:05:00.000Z" };
  const lines = CALL_STATES.map((state) => {
    const whole = { ...situation, ...times, kind: "go_live", state } as CallSituation;
    const moves = CALL_MOVES.flatMap((move) => {
      const to = CALL_MACHINE.move(whole, move);
      return typeof to === "string" ? [`${move}>${to}`] : [];
    });
    return `${state}: ${moves.join(" ")}`;
  });
  expect(lines).toEqual([
    "none: propose>arranging",
    "arranging: propose>arranging suggest>arranging answer>arranging withdraw>arranging confirm>scheduled cancel>cancelled note>arranging",
    "scheduled: reschedule>arranging cancel>cancelled start>running note>scheduled",
    "running: tick>running note>running add_follow_up>running close>closed",
    "closed: add_follow_up>closed",
    "cancelled: ",
  ]);
});

describe("what the guide asks for", () => {
  const kickOff: CallSituation = {
    kind: "kick_off",
    state: "running",
    other: { state: "arranging", endsAt: null },
    now: "2026-12-01T10:00:00.000Z",
    startsAt: "2026-12-01T09:00:00.000Z",
    openGoals: 0,
    openFollowUps: 1,
  };
  const goLive: CallSituation = {
    ...kickOff,
    kind: "go_live",
    state: "scheduled",
    other: { state: "closed", endsAt: "2026-11-20T10:00:00.000Z" },
    openFollowUps: 0,
  };
  test.each([
    ["close the kick-off without a time for going live", kickOff, "close", "GO_LIVE_NOT_SCHEDULED"],
    [
      "close it with goals left",
      { ...kickOff, openGoals: 1, other: { state: "scheduled", endsAt: null } },
      "close",
      "AGENDA_OPEN",
    ],
    [
      "propose times for going live before the kick-off has one",
      { ...goLive, state: "none", other: { state: "arranging", endsAt: null } },
      "propose",
      "CALL_ORDER",
    ],
    [
      "agree on one before the kick-off call",
      {
        ...goLive,
        state: "arranging",
        startsAt: "2026-12-02T09:00:00.000Z",
        other: { state: "scheduled", endsAt: null },
      },
      "confirm",
      "CALL_ORDER",
    ],
    [
      "agree on one that is before the kick-off's end",
      {
        ...goLive,
        state: "arranging",
        startsAt: "2026-12-01T10:30:00.000Z",
        other: { state: "running", endsAt: "2026-12-01T11:00:00.000Z" },
      },
      "confirm",
      "CALL_ORDER",
    ],
    ["agree on one that is past", { ...kickOff, state: "arranging" }, "confirm", "CONFLICT"],
    ["start going live with tasks open", { ...goLive, openFollowUps: 2 }, "start", "FOLLOW_UPS_OPEN"],
    ["start it while the kick-off runs", { ...goLive, other: kickOffRuns() }, "start", "CALL_ORDER"],
    ["start it a day early", { ...goLive, startsAt: "2026-12-02T10:00:00.000Z" }, "start", "CONFLICT"],
    ["cancel the kick-off while going live is arranged", { ...kickOff, state: "scheduled" }, "cancel", "CALL_ORDER"],
  ] as const)("nobody can %s", (_, situation, move, code) => {
    expect(CALL_MACHINE.move(situation, move)).toMatchObject({ code });
  });

  function kickOffRuns() {
    return { state: "running", endsAt: "2026-12-01T10:00:00.000Z" } as const;
  }
});
