import type { Clock } from "../../../kernel/clock";
import { objectOf, textOf, type PlatformStore } from "../platform-store";
import { EVENT_FORMS, eventBody, ulidOf, type EventForm, type Happened } from "./event-forms";

/** What goes wrong with deliveries on demand; shares from 0 to 1. */
export interface Mischief {
  readonly seed: number;
  /** Told twice. */
  readonly twice: number;
  /** Told after those that came later. */
  readonly late: number;
  /** Never told. */
  readonly lost: number;
}
const NO_MISCHIEF: Mischief = { seed: 1, twice: 0, late: 0, lost: 0 };

/** So long the platform waits for an answer, begins to wait, waits at most, and then gives the queue up. */
const ANSWER_MS = 5_000;
const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 3_600_000;
const GIVEN_UP_MS = 12 * 3_600_000;
const BATCH_SIZE = 8;

interface Delivery {
  readonly id: number;
  readonly hook: number;
  readonly event: string;
  readonly attempts: number;
  readonly at: number;
}

/** Tells hooks what happened: at best once, again with growing pauses, and after half a day not at all. */
export class EventSender {
  private mischief = NO_MISCHIEF;
  private failures = 0;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;
  private random = generator(1);

  constructor(
    private readonly store: PlatformStore,
    private readonly clock: Clock,
    private readonly firstWaitMs = FIRST_WAIT_MS,
  ) {}

  misbehave(mischief: Partial<Mischief> | null): void {
    this.mischief = { ...NO_MISCHIEF, ...mischief };
    this.random = generator(this.mischief.seed);
  }

  /** Events that no hook has taken yet. */
  get waiting(): number {
    return (this.store.sql("SELECT COUNT(*) AS n FROM delivery WHERE state = 'waiting'").get({}) as { n: number }).n;
  }

  /** Puts the event down for every hook that has a trigger for it. */
  tell(happened: Omit<Happened, "id" | "at">): void {
    const whole: Happened = { ...happened, id: this.store.newId(), at: this.clock.now().getTime() };
    const ulid = ulidOf(whole.at);
    for (const hook of this.store.list("hook", whole.company)) {
      const wanted = this.store
        .under("trigger", hook.id)
        .some(({ body }) => body["resource_name"] === whole.resource && body["event_type"] === whole.reason);
      if (!wanted || this.random() < this.mischief.lost) continue;
      const event = JSON.stringify(eventBody(formOf(hook.body["api_version"]), whole, ulid));
      const times = this.random() < this.mischief.twice ? 2 : 1;
      for (let time = 0; time < times; time += 1)
        this.store
          .sql("INSERT INTO delivery (hook, event, state, attempts, at) VALUES (@hook, @event, 'waiting', 0, @at)")
          .run({ hook: hook.id, event, at: whole.at });
    }
  }

  look(): void {
    if (this.stopped || this.timer) return;
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
  }

  /** Waits until every event was told or given up; for tests. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async work(): Promise<void> {
    // What was just put down in a transaction is there when it has ended.
    await Promise.resolve();
    for (;;) {
      const waiting = this.next();
      if (waiting.length === 0 || this.stopped) return;
      const outcomes = await Promise.all(waiting.map((delivery) => this.deliver(delivery)));
      if (outcomes.every((delivered) => !delivered)) return this.later();
      this.failures = 0;
    }
  }

  private next(): Delivery[] {
    const rows = this.store
      .sql("SELECT id, hook, event, attempts, at FROM delivery WHERE state = 'waiting' ORDER BY id LIMIT @most")
      .all({ most: BATCH_SIZE }) as Delivery[];
    if (this.mischief.late === 0) return rows;
    return rows
      .map((row) => ({ row, late: this.random() < this.mischief.late }))
      .sort((a, b) => Number(a.late) - Number(b.late))
      .map(({ row }) => row);
  }

  private later(): void {
    const wait = Math.min(MAX_WAIT_MS, this.firstWaitMs * 2 ** this.failures);
    this.failures += 1;
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.look();
    }, wait).unref();
  }

  private async deliver(delivery: Delivery): Promise<boolean> {
    const hook = this.store.get("hook", delivery.hook);
    if (!hook || this.clock.now().getTime() - delivery.at > GIVEN_UP_MS) return this.end(delivery, "discarded", null);
    const { Authorization } = objectOf(hook.body["destination_headers"]);
    const headers = { "content-type": "application/json", authorization: textOf(Authorization) };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const init = { method: "POST", headers, body: delivery.event, signal, redirect: "error" } as const;
    const status = await fetch(textOf(hook.body["destination_url"]), init).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
    if (status >= 200 && status < 300) return this.end(delivery, "delivered", status);
    this.store
      .sql("UPDATE delivery SET attempts = attempts + 1, status = @status WHERE id = @id")
      .run({ id: delivery.id, status });
    return false;
  }

  private end({ id }: Delivery, state: "delivered" | "discarded", status: number | null): boolean {
    this.store
      .sql("UPDATE delivery SET state = @state, attempts = attempts + 1, status = @status WHERE id = @id")
      .run({ id, state, status });
    return true;
  }
}

function formOf(value: unknown): EventForm {
  const text = textOf(value).slice(0, 2);
  return EVENT_FORMS.find((form) => form === text) ?? "v2";
}

/** mulberry32: small, seeded, good enough for mischief. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
