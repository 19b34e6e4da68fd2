import type { Database } from "../infra/db/database";
import { TurnLoop } from "../infra/jobs/turn-loop";
import { countedHandler, type DeliveryTries } from "../infra/outbox/delivery-tries";
import type { Outbox } from "../infra/outbox/outbox";
import { Relay } from "../infra/outbox/relay";
import { RELAY_DEFAULTS } from "../infra/outbox/relay-settings";
import { newId } from "../kernel/ids";
import type { Clock } from "../kernel/clock";
import type { PlatformServices } from "./platform.module";

export interface PlatformLoopParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly platform: PlatformServices["platform"];
  readonly tries?: DeliveryTries;
  readonly warn: (error: unknown) => void;
  /** The longest that it sleeps, in milliseconds. */
  readonly idleMs?: number | undefined;
  /** How long after a lost try it is made again, in milliseconds. */
  readonly lookUpAfterMs?: number;
}

/** What works together with the platform. */
export interface RunningPlatform {
  /** Where the sandbox platform's page is; null: there is none. */
  readonly address: string | null;
  stop(): Promise<void>;
}

const IDLE_MS = 5_000;
/** The pace of the platform's calls is kept where they leave; one call of the relay's may carry many answers. */
const UNBOUNDED = { concurrent: 2, perMinute: 100_000, perDay: 100_000_000 } as const;
/** What is told the platform can be told again: nothing has to have landed before. */
const LOOK_UP_AFTER_MS = 1_000;

/** The relay of answers to the platform. */
export function createPlatformRelay(parts: PlatformLoopParts): Relay {
  const { database, clock, platform, tries, lookUpAfterMs = LOOK_UP_AFTER_MS } = parts;
  const handler = tries ? countedHandler(platform.handler, tries) : platform.handler;
  return new Relay(database, handler, {
    ...RELAY_DEFAULTS,
    queue: "platform",
    lookUpAfterMs,
    name: newId(),
    clock,
    limits: UNBOUNDED,
    random: Math.random,
  });
}

/** Carries out what the platform asks, and tells it what came of it. */
export class PlatformLoop {
  private readonly requests: TurnLoop;
  private readonly answers: TurnLoop;
  private readonly relay: Relay;

  constructor(private readonly parts: PlatformLoopParts) {
    const { clock, warn, platform, outbox, idleMs = IDLE_MS } = parts;
    const relay = createPlatformRelay(parts);
    this.relay = relay;
    this.requests = new TurnLoop({ clock, warn, idleMs, turn: () => platform.worker.turn() });
    this.answers = new TurnLoop({ clock, warn, idleMs, turn: () => relay.turn() });
    platform.onWork(() => this.requests.wake());
    outbox.onWork(() => this.answers.wake());
  }

  start(): void {
    this.requests.wake();
    this.answers.wake();
  }

  async stop(): Promise<void> {
    this.parts.platform.worker.stop();
    this.relay.stop();
    await Promise.all([this.requests.stop(), this.answers.stop()]);
  }
}
