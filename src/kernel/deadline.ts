import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as atOnce } from "node:timers";
import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * How long work that never waits may keep everybody else waiting, in milliseconds. An embedded database answers at once, so
 * that a loop of a thousand statements is one turn of the event loop unless it gives way by itself.
 */
const MAX_TURN_MS = 20;

/** The operation has used up its time, or whoever asked has gone: what it would still do is for nobody. */
export class OperationTimedOut extends Error {
  constructor() {
    super("The operation was given up.");
    this.name = "OperationTimedOut";
  }
}

const askers = new AsyncLocalStorage<AbortSignal>();

/** Runs the work, and all that it calls, as something that is wanted until the signal is aborted. */
export function wantedUntil<T>(signal: AbortSignal, work: () => T): T {
  return askers.run(signal, work);
}

/** Runs what goes on by itself, or for others too: it does not end with the work that happened to start it. */
export function wantedByAll<T>(work: () => T): T {
  return askers.exit(work);
}

/** The signal of the work that the caller is part of; undefined: it runs until it is done. */
export function currentSignal(): AbortSignal | undefined {
  return askers.getStore();
}

/** Throws `OperationTimedOut` where nobody waits for the caller's work any more. */
export function requireWanted(): void {
  if (askers.getStore()?.aborted) throw new OperationTimedOut();
}

/** When the present turn was first asked about; null: it was not yet. */
let turnBegan: number | null = null;

/**
 * For every loop that can be long: lets others have their turn where this one has been long enough, and throws
 * `OperationTimedOut` where nobody waits for the work any more. Cheap enough to be called for each item.
 */
export async function giveWay(): Promise<void> {
  requireWanted();
  const now = performance.now();
  if (turnBegan === null) {
    turnBegan = now;
    atOnce(() => (turnBegan = null));
  } else if (now - turnBegan >= MAX_TURN_MS) {
    await nextTurn();
    requireWanted();
  }
}

/** `items.map(make)` for items of which each takes a while, or of which there may be many: gives way between them. */
export async function mapInTurns<T, R>(items: readonly T[], make: (item: T) => R): Promise<R[]> {
  const made: R[] = [];
  for (const item of items) {
    made.push(make(item));
    await giveWay();
  }
  return made;
}
