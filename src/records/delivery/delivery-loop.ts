import type { StandIn } from "../../erp/oauth/routed-connector";
import { ledgerConnector } from "../../erp/oauth/ledger-connector";
import type { TenancyServices } from "../../erp/oauth/tenancy";
import { countedHandler, type DeliveryTries } from "../../infra/outbox/delivery-tries";
import type { Database } from "../../infra/db/database";
import type { Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { Outbox } from "../../infra/outbox/outbox";
import { AppPace } from "../../infra/outbox/app-pace";
import { XERO_LIMITS } from "../../infra/outbox/pace";
import { Relay } from "../../infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../infra/outbox/relay-settings";
import { RecordHandler } from "./record-handler";
import type { LedgerRoutes } from "./ledger-routes";
import type { RecordOutcomes } from "./record-outcomes";

export interface DeliveryParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly recordOutcomes: RecordOutcomes;
  /** Told where the ledger is, for whoever reads it. */
  readonly ledgerRoutes?: LedgerRoutes;
  readonly publicUrl: string;
  /** Counts what is tried; nothing is counted if left out. */
  readonly tries?: DeliveryTries;
  readonly tenancy: Pick<TenancyServices, "tokenKeeper" | "ledgerPlaces">;
  /** The ledger of connections that rest on no consent, with its patience in milliseconds; null: there is none. */
  readonly standIn: ((timeoutMs: number) => StandIn) | null;
  readonly warn: (error: unknown) => void;
  readonly timings?: Partial<DeliveryTimings>;
}

/** What carries records on: the loop that delivers, and in development the sandbox ledger. */
export interface RunningDelivery {
  /** Where the sandbox ledger's page is; null: there is none. */
  readonly ledger: string | null;
  stop(): Promise<void>;
}

/** How patient the delivery is, in milliseconds; a rehearsal is less so than production. */
export interface DeliveryTimings {
  /** Of one call to the ledger. */
  readonly timeoutMs: number;
  /** The longest that the loop sleeps. */
  readonly idleMs: number;
  readonly leaseMs: number;
  readonly lookUpAfterMs: number;
  readonly writeWithinMs: number;
}

export const TIMINGS: DeliveryTimings = {
  timeoutMs: 30_000,
  idleMs: 5_000,
  leaseMs: RELAY_DEFAULTS.leaseMs,
  lookUpAfterMs: RELAY_DEFAULTS.lookUpAfterMs,
  writeWithinMs: RELAY_DEFAULTS.writeWithinMs,
};

/** The relay to the ledgers that connections lead to. */
export function createRelay(parts: DeliveryParts): Relay {
  const { database, clock, recordOutcomes, publicUrl, standIn, timings } = parts;
  const { timeoutMs, leaseMs, lookUpAfterMs, writeWithinMs } = { ...TIMINGS, ...timings };
  const connector = ledgerConnector({
    database,
    tenancy: parts.tenancy,
    standIn: standIn?.(timeoutMs) ?? null,
    timeoutMs,
  });
  // Which organisation it is, the connection's consent says.
  const route = (lane: string) => ({ connector, tenancy: { connectionId: lane, tenantId: "" } });
  parts.ledgerRoutes?.attach(route);
  const handler = new RecordHandler({ database, outcomes: recordOutcomes, route, publicUrl });
  return new Relay(database, parts.tries ? countedHandler(handler, parts.tries) : handler, {
    ...RELAY_DEFAULTS,
    leaseMs,
    lookUpAfterMs,
    writeWithinMs,
    name: newId(),
    clock,
    limits: XERO_LIMITS,
    appPace: new AppPace(database, clock),
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
