import { PlatformConnectionEntity } from "./connect/platform-connection.entity";
import { PlatformUserEntity } from "./directory/platform-user.entity";
import { PlatformEventEntity } from "./inbox/platform-event.entity";
import { PlatformDetailEntity } from "./link/platform-detail.entity";
import { PlatformObjectEntity } from "./link/platform-object.entity";
import { PlatformRequestEntity } from "./link/platform-request.entity";

/** The tables of the construction platform's side. */
export const PLATFORM_TABLES = [
  PlatformConnectionEntity,
  PlatformEventEntity,
  PlatformRequestEntity,
  PlatformDetailEntity,
  PlatformObjectEntity,
  PlatformUserEntity,
] as const;
