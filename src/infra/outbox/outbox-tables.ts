import { OutboxAppPaceEntity } from "./outbox-app-pace.entity";
import { OutboxAttemptEntity } from "./outbox-attempt.entity";
import { OutboxLaneEntity } from "./outbox-lane.entity";
import { OutboxMessageEntity } from "./outbox-message.entity";

/** The outbox's tables. */
export const OUTBOX_TABLES = [OutboxLaneEntity, OutboxMessageEntity, OutboxAttemptEntity, OutboxAppPaceEntity] as const;
