import type { StandIn } from "../../erp/oauth/routed-connector";
import { ledgerConnector } from "../../erp/oauth/ledger-connector";
import type { TenancyServices } from "../../erp/oauth/tenancy";
import { countedHandler, type DeliveryTries } from "../../infra/outbox/delivery-tries";
import type { Database } from "../../infra/db/database";
import { TurnLoop } from "../../infra/jobs/turn-loop";
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
  private readonly loop: TurnLoop;

  constructor(parts: DeliveryParts) {
    const { clock, warn, outbox, timings } = parts;
    const relay = createRelay(parts);
    this.relay = relay;
    this.loop = new TurnLoop({ clock, warn, idleMs: { ...TIMINGS, ...timings }.idleMs, turn: () => relay.turn() });
    outbox.onWork(() => this.loop.wake());
  }

  start(): void {
    this.loop.wake();
  }

  async stop(): Promise<void> {
    this.relay.stop();
    await this.loop.stop();
  }
}
