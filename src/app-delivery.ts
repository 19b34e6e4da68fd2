import { AccountingConnector } from "./connector/accounting-connector";
import { SandboxApi } from "./connector/sandbox/sandbox-api";
import { SANDBOX_TENANT } from "./connector/sandbox/sandbox-parts";
import { SandboxTokens } from "./connector/sandbox/sandbox-tokens";
import type { Database } from "./db/database";
import type { Clock } from "./kernel/clock";
import { newId } from "./kernel/ids";
import type { Outbox } from "./outbox/outbox";
import { Relay } from "./outbox/relay";
import { RELAY_DEFAULTS } from "./outbox/relay-settings";
import { RecordHandler } from "./record/delivery/record-handler";
import type { RecordOutcomes } from "./record/record-outcomes";

export interface DeliveryParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly recordOutcomes: RecordOutcomes;
  readonly publicUrl: string;
  /** Where the sandbox ledger is. */
  readonly ledger: () => string;
  readonly warn: (error: unknown) => void;
  readonly timings?: Partial<DeliveryTimings>;
}

/** How patient the delivery is, in milliseconds; a rehearsal is less so than production. */
export interface DeliveryTimings {
  /** Of one call to the ledger. */
  readonly timeoutMs: number;
  /** The longest that the loop sleeps. */
  readonly idleMs: number;
  readonly leaseMs: number;
  readonly lookUpAfterMs: number;
}

/** Xero's allowance for one organisation; the sandbox keeps to the same. */
const LIMITS = { concurrent: 5, perMinute: 60, perDay: 5000 };
const TIMINGS: DeliveryTimings = {
  timeoutMs: 30_000,
  idleMs: 5_000,
  leaseMs: RELAY_DEFAULTS.leaseMs,
  lookUpAfterMs: RELAY_DEFAULTS.lookUpAfterMs,
};

/** The relay over the sandbox ledger. */
export function createRelay({ database, clock, recordOutcomes, publicUrl, ledger, timings }: DeliveryParts): Relay {
  const { timeoutMs, leaseMs, lookUpAfterMs } = { ...TIMINGS, ...timings };
  const api = new SandboxApi({ address: ledger, tokens: new SandboxTokens(ledger), timeoutMs });
  const connector = new AccountingConnector("sandbox", api);
  const route = (lane: string) => ({ connector, tenancy: { connectionId: lane, tenantId: SANDBOX_TENANT.id } });
  const handler = new RecordHandler({ database, outcomes: recordOutcomes, route, publicUrl });
  return new Relay(database, handler, {
    ...RELAY_DEFAULTS,
    leaseMs,
    lookUpAfterMs,
    name: newId(),
    clock,
    limits: LIMITS,
    random: Math.random,
  });
}

/** Runs a relay whenever there is something to deliver, or may be. */
export class DeliveryLoop {
  private readonly relay: Relay;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;
  private wanted = false;

  constructor(private readonly parts: DeliveryParts) {
    this.relay = createRelay(parts);
    parts.outbox.onWork(() => this.look());
  }

  start(): void {
    this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.relay.stop();
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private look(): void {
    if (this.stopped) return;
    this.wanted = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  private async run(): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      const next = await this.relay.turn().catch((error: unknown) => {
        this.parts.warn(error);
        return null;
      });
      const { clock, timings } = this.parts;
      const idle = { ...TIMINGS, ...timings }.idleMs;
      const wait = next === null ? idle : Math.max(50, Math.min(idle, next.getTime() - clock.now().getTime()));
      if (this.timer) clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), wait).unref();
    }
  }
}
