import { In } from "typeorm";
import type { Waits } from "../infra/jobs/instants-ahead";
import { DAY_MS } from "../kernel/clock";
import { PlatformConnectionEntity } from "./connect/platform-connection.entity";
import { PlatformUserEntity } from "./directory/platform-user.entity";
import { PlatformEventEntity } from "./inbox/platform-event.entity";
import { PlatformDetailEntity } from "./link/platform-detail.entity";
import { PlatformObjectEntity } from "./link/platform-object.entity";
import { PlatformRequestEntity } from "./link/platform-request.entity";
import { LEASE_MS } from "./request/request-worker";

/** The tables of the construction platform's side. */
export const PLATFORM_TABLES = [
  PlatformConnectionEntity,
  PlatformEventEntity,
  PlatformRequestEntity,
  PlatformDetailEntity,
  PlatformObjectEntity,
  PlatformUserEntity,
] as const;

/** How long what waits for the platform waits at most; its limits ask for an hour, and are believed for a day. */
export const PLATFORM_WAITS: readonly Waits[] = [
  { entity: PlatformConnectionEntity, column: "leasedUntil", longestMs: LEASE_MS },
  { entity: PlatformConnectionEntity, column: "pausedUntil", longestMs: DAY_MS },
  {
    ...{ entity: PlatformRequestEntity, column: "nextAt", longestMs: DAY_MS },
    where: { state: In(["announced", "ready"]) },
  },
];
