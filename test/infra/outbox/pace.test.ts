import fc from "fast-check";
import { FRESH_PACE, landed, nextCallAt, spend, type PaceState } from "../../../src/infra/outbox/pace";
import { runs } from "../../policy/runs";

const LIMITS = { concurrent: 5, perMinute: 6, perDay: 40 };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Makes calls whose answers take as long as said, each as soon as the pace lets it; answers when they landed. */
function drive(durations: readonly number[], start: number): number[] {
  let state: PaceState = FRESH_PACE;
  let now = start;
  return durations.map((duration) => {
    now = nextCallAt(state, LIMITS, now);
    const planned = now;
    state = spend(state, planned);
    now += duration;
    state = landed(state, planned, now);
    return now;
  });
}

test("never more than the allowance in any minute or day, by when the ledger saw the calls", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 120 }), fc.nat(DAY), (durations, start) => {
      const at = drive(durations, start);
      for (const [index, instant] of at.entries()) {
        const minuteBack = at[index - LIMITS.perMinute];
        const dayBack = at[index - LIMITS.perDay];
        if (minuteBack !== undefined) expect(instant - minuteBack).toBeGreaterThanOrEqual(MINUTE);
        if (dayBack !== undefined) expect(instant - dayBack).toBeGreaterThanOrEqual(DAY);
      }
    }),
    runs(200),
  );
});

test("uses all of it: calls that take no time come as early as a rolling window allows", () => {
  const at = drive(Array<number>(24).fill(0), 5);
  const expected = Array.from({ length: 24 }, (_, index) => 5 + Math.floor(index / LIMITS.perMinute) * MINUTE);
  expect(at).toEqual(expected);
});

test("the day's allowance comes back once a day has passed, at most a minute late", () => {
  const at = drive(Array<number>(LIMITS.perDay + 1).fill(0), 0);
  const wait = (at[LIMITS.perDay] ?? 0) - (at[0] ?? 0);
  expect(wait).toBeGreaterThanOrEqual(DAY);
  expect(wait).toBeLessThanOrEqual(DAY + MINUTE);
});

test("what makes two calls is held to the same windows, and uses all of them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(1, 2)), { maxLength: 80 }),
      (works) => {
        let state: PaceState = FRESH_PACE;
        let now = 5;
        const at: number[] = [];
        for (const [duration, calls] of works) {
          const before = state;
          const next = nextCallAt(state, LIMITS, now, calls);
          if (next > now) expect(nextCallAt(before, LIMITS, next - 1, calls)).toBeGreaterThan(next - 1);
          state = spend(state, next, calls);
          now = next + duration;
          state = landed(state, next, now, calls);
          for (let call = 0; call < calls; call += 1) at.push(now);
        }
        for (const [index, instant] of at.entries()) {
          const minuteBack = at[index - LIMITS.perMinute];
          const dayBack = at[index - LIMITS.perDay];
          if (minuteBack !== undefined) expect(instant - minuteBack).toBeGreaterThanOrEqual(MINUTE);
          if (dayBack !== undefined) expect(instant - dayBack).toBeGreaterThanOrEqual(DAY);
        }
      },
    ),
    runs(200),
  );
});

test("calls that a clock counted which ran ahead hold nothing up once it is right again", () => {
  const right = 100 * DAY;
  let state: PaceState = FRESH_PACE;
  for (let call = 0; call < LIMITS.perDay; call += 1) state = spend(state, right + 5 * DAY + call);
  expect(nextCallAt(state, LIMITS, right)).toBe(right);
  state = spend(state, right);
  expect(state.minute).toEqual([right]);
  expect(state.day).toEqual([[right, 1]]);
});
