import { setImmediate as nextTurn } from "node:timers/promises";
import {
  currentSignal,
  giveWay,
  mapInTurns,
  OperationTimedOut,
  requireWanted,
  wantedByAll,
  wantedUntil,
} from "../../src/kernel/deadline";

function spin(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe("work that may be given up", () => {
  it("ends at its next look once its signal is aborted", async () => {
    const abort = new AbortController();
    let done = 0;
    const work = wantedUntil(abort.signal, async () => {
      for (;;) {
        await giveWay();
        if ((done += 1) === 10) abort.abort();
      }
    });
    await expect(work).rejects.toBeInstanceOf(OperationTimedOut);
    expect(done).toBe(10);
    await expect(wantedUntil(abort.signal, () => mapInTurns([1], (one) => one))).rejects.toBeInstanceOf(
      OperationTimedOut,
    );
    expect(() => wantedUntil(abort.signal, requireWanted)).toThrow(OperationTimedOut);
  });

  it("goes on where it has no signal, or is for others too", async () => {
    await giveWay();
    requireWanted();
    const signal = AbortSignal.abort();
    await wantedUntil(signal, () => wantedByAll(() => giveWay()));
    wantedUntil(signal, () => wantedByAll(() => expect(currentSignal()).toBeUndefined()));
  });

  it("lets others have their turn when it has had a long one, each of many at once too", async () => {
    let turns = 0;
    let over = false;
    const others = (async () => {
      while (!over) {
        await nextTurn();
        turns += 1;
      }
    })();
    const long = async () => {
      for (let step = 0; step < 10; step += 1) {
        spin(5);
        await giveWay();
      }
    };
    await Promise.all([long(), long(), long()]);
    over = true;
    await others;
    // 150 ms of work, none of which waits for anything: without giving way it is all one turn.
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it("keeps the order of what it makes", async () => {
    expect(await mapInTurns([1, 2, 3], (one) => one * 2)).toEqual([2, 4, 6]);
  });
});
