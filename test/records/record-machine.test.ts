import fc from "fast-check";
import { BilingualRefusal } from "../../src/kernel/errors";
import { DIRECTIONS, RECORD_STATES, type Direction, type RecordState } from "../../src/policy/model/vocabulary";
import { RECORD_EVENTS, type RecordEvent } from "../../src/records/record/record-event";
import { nextState as move, RECORD_MACHINES } from "../../src/records/record/record-machine";
import { runs } from "../policy/runs";

/** Every move that there is, as an accountant would read it; all others are refused. */
const TABLE = `
export archived restore draft
export archived rebind archived
export awaiting rebind awaiting
export draft rebind draft
export failed rebind failed
export rejected rebind rejected
export unlinked rebind unlinked
export awaiting approval_lapsed awaiting
export awaiting approve_first awaiting
export awaiting link synced
export awaiting reject rejected
export awaiting retrieve draft
export awaiting send exporting
export draft archive archived
export draft link synced
export draft send exporting
export draft submit awaiting
export exporting accepted synced
export exporting refused failed
export exporting unanswered stale
export failed accepted synced
export failed link synced
export failed reject rejected
export failed retry exporting
export rejected accepted synced
export rejected archive archived
export rejected link synced
export rejected resubmit awaiting
export stale accepted synced
export stale refused failed
export stale retry exporting
export synced close synced
export synced paid synced
export synced reopen synced
export synced resubmit awaiting
export synced unlink unlinked
export unlinked archive archived
export unlinked link synced
export unlinked send exporting
export unlinked submit awaiting
import archived restore staged
import failed archive archived
import failed invalidate failed
import failed stage staged
import staged archive archived
import staged import synced
import staged invalidate failed
import staged stage staged
import synced invalidate failed
import synced stage synced
import synced unlink staged`;

const EVERY = DIRECTIONS.flatMap((direction) =>
  RECORD_STATES.flatMap((from) => RECORD_EVENTS.map((event) => [direction, from, event] as const)),
);

function nextState(direction: Direction, state: RecordState, event: RecordEvent): RecordState | null {
  const to = RECORD_MACHINES[direction].move({ state }, event);
  return typeof to === "string" ? to : null;
}

test("the machine has exactly the moves of the table", () => {
  const moves = EVERY.flatMap(([direction, from, event]) => {
    const to = nextState(direction, from, event);
    return to === null ? [] : [`${direction} ${from} ${event} ${to}`];
  });
  expect(moves.sort()).toEqual(TABLE.trim().split("\n").sort());
});

const BY_PEOPLE: Partial<Record<RecordEvent, string>> = {
  submit: "submitted",
  resubmit: "submitted again",
  retrieve: "retrieved",
  send: "sent",
  reject: "rejected",
  link: "linked",
  unlink: "unlinked",
  archive: "archived",
  restore: "restored",
  retry: "retried",
  import: "imported",
};

test.each(EVERY.filter(([direction, from, event]) => nextState(direction, from, event) === null).slice(0, 400))(
  "%s, %s: %s is refused, with what is allowed instead",
  (direction, from, event) => {
    const refused = () => move({ direction, state: from }, event);
    expect(refused).toThrow(BilingualRefusal);
    for (const allowed of RECORD_MACHINES[direction].allowed({ state: from })) {
      const word = BY_PEOPLE[allowed];
      if (word) expect(refused).toThrow(new RegExp(`It can be .*\\b${word}\\b`));
    }
  },
);

/** Where any course of events leads from the first state, and through which events it went. */
function walk(direction: Direction, start: RecordState, events: readonly RecordEvent[]) {
  const path: { event: RecordEvent; from: RecordState; to: RecordState }[] = [];
  let state = start;
  for (const event of events) {
    const to = nextState(direction, state, event);
    if (to === null) continue;
    path.push({ event, from: state, to });
    state = to;
  }
  return path;
}

const course = fc.array(fc.constantFrom(...RECORD_EVENTS), { maxLength: 40 });

describe("no course of events", () => {
  it("syncs a record that the ERP has not taken, or that was not linked with what it holds", () => {
    fc.assert(
      fc.property(course, (events) => {
        for (const { event, from, to } of walk("export", "draft", events))
          if (["paid", "close", "reopen"].includes(event)) expect(from).toBe("synced");
          else if (to === "synced") expect(["accepted", "link"]).toContain(event);
      }),
      runs(2000),
    );
  });

  it("sends again what may have arrived, unless it was looked up", () => {
    fc.assert(
      fc.property(course, (events) => {
        for (const { event, from } of walk("export", "draft", events))
          if (from === "stale") expect(["accepted", "refused", "retry"]).toContain(event);
      }),
      runs(2000),
    );
  });

  it("leaves the states of its direction", () => {
    fc.assert(
      fc.property(course, fc.constantFrom(...DIRECTIONS), (events, direction) => {
        for (const { to } of walk(direction, direction === "export" ? "draft" : "staged", events))
          expect(RECORD_MACHINES[direction].states()).toContain(to);
      }),
      runs(1000),
    );
  });
});
