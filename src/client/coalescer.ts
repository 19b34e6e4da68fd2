import { reasonOf, whenAborted } from "./retry";

interface Waiter<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Entry<Asked, Answer> {
  readonly asked: Asked;
  readonly waiters: Set<Waiter<Answer>>;
}

/** What became of one entry. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/** Asks for many at once; gives an outcome for each, in the order asked. */
export type AskMany<Asked, Answer> = (
  asked: readonly Asked[],
  signal: AbortSignal,
) => Promise<readonly Outcome<Answer>[]>;

/**
 * Gathers what is asked within one tick of the event loop into as few calls as its size allows; the same question asked
 * twice goes once. What is sent is what was said when it was asked: its object may be another's by then. A caller who
 * aborts leaves alone: the call is aborted once nobody waits for it.
 */
export class Coalescer<Asked, Answer> {
  private pending = new Map<string, Entry<Asked, Answer>>();

  constructor(
    private readonly askMany: AskMany<Asked, Answer>,
    private readonly most: number,
  ) {}

  ask(asked: Asked, signal?: AbortSignal): Promise<Answer> {
    if (signal?.aborted) return Promise.reject(reasonOf(signal));
    const key = JSON.stringify(asked);
    if (this.pending.size === 0) soon(() => this.flush());
    const entry = this.pending.get(key) ?? { asked: JSON.parse(key) as Asked, waiters: new Set() };
    this.pending.set(key, entry);
    return new Promise((resolve, reject) => waitIn(entry, { resolve, reject }, signal));
  }

  private flush(): void {
    const entries = [...this.pending.values()].filter(({ waiters }) => waiters.size > 0);
    this.pending = new Map();
    for (let from = 0; from < entries.length; from += this.most) void this.send(entries.slice(from, from + this.most));
  }

  private async send(entries: readonly Entry<Asked, Answer>[]): Promise<void> {
    const call = new AbortController();
    const outcomes = await this.outcomes(entries, call);
    entries.forEach(({ waiters }, index) => {
      const outcome = outcomes[index] ?? { error: new Error("No outcome") };
      for (const waiter of waiters) {
        if ("answer" in outcome) waiter.resolve(outcome.answer);
        else waiter.reject(outcome.error);
      }
    });
  }

  private async outcomes(
    entries: readonly Entry<Asked, Answer>[],
    call: AbortController,
  ): Promise<readonly Outcome<Answer>[]> {
    const left = () => {
      if (entries.every(({ waiters }) => waiters.size === 0)) call.abort();
    };
    for (const { waiters } of entries) LEFT.set(waiters, left);
    try {
      return await this.askMany(
        entries.map(({ asked }) => asked),
        call.signal,
      );
    } catch (error) {
      return entries.map(() => ({ error }));
    }
  }
}

/** At the end of this tick of the event loop: browsers and edge runtimes have no `setImmediate`. */
function soon(work: () => void): void {
  if (typeof setImmediate === "function") setImmediate(work);
  else setTimeout(work, 0);
}

/** Who wants to hear of a waiter that left. */
const LEFT = new WeakMap<object, () => void>();

function waitIn<Asked, Answer>(entry: Entry<Asked, Answer>, waiter: Waiter<Answer>, signal?: AbortSignal): void {
  const done = whenAborted(signal, (reason) => {
    entry.waiters.delete(listening);
    waiter.reject(reason);
    LEFT.get(entry.waiters)?.();
  });
  const listening: Waiter<Answer> = {
    resolve: (answer) => {
      done();
      waiter.resolve(answer);
    },
    reject: (error) => {
      done();
      waiter.reject(error);
    },
  };
  entry.waiters.add(listening);
}
