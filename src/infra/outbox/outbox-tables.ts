import { In } from "typeorm";
import { MAX_RETRY_AFTER_MS } from "../http/retry-after";
import type { Waits } from "../jobs/instants-ahead";
import { OutboxAppPaceEntity } from "./outbox-app-pace.entity";
import { OutboxAttemptEntity } from "./outbox-attempt.entity";
import { OutboxLaneEntity } from "./outbox-lane.entity";
import { OutboxMessageEntity } from "./outbox-message.entity";
import { RELAY_DEFAULTS } from "./relay-settings";

/** The outbox's tables. */
export const OUTBOX_TABLES = [OutboxLaneEntity, OutboxMessageEntity, OutboxAttemptEntity, OutboxAppPaceEntity] as const;

/** A recipient may ask for a day; the minute is what a daily allowance is counted in. */
const MAX_PAUSE_MS = MAX_RETRY_AFTER_MS + 60_000;
const OPEN = { state: In(["waiting", "unknown", "in_flight"]) };

/** How long what waits in the outbox waits at most. */
export const OUTBOX_WAITS: readonly Waits[] = [
  { entity: OutboxLaneEntity, column: "leasedUntil", longestMs: RELAY_DEFAULTS.leaseMs },
  { entity: OutboxLaneEntity, column: "pausedUntil", longestMs: MAX_PAUSE_MS },
  { entity: OutboxMessageEntity, column: "leasedUntil", longestMs: RELAY_DEFAULTS.leaseMs, where: OPEN },
  { entity: OutboxMessageEntity, column: "nextAt", longestMs: MAX_PAUSE_MS, where: OPEN },
];
