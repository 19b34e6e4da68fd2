import { Entity, ForeignKey, Unique } from "typeorm";
import { IdColumn, InstantColumn, TextColumn, WholeColumn } from "../db/schema/columns";
import { OutboxMessageEntity } from "./outbox-message.entity";

/** One try at a message, written before its call and completed after it. */
@Entity({ name: "outbox_attempt" })
@Unique(["messageId", "number"])
export class OutboxAttemptEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => OutboxMessageEntity, { onDelete: "RESTRICT" })
  messageId!: string;

  /** 1, 2, 3, ... */
  @WholeColumn()
  number!: number;

  /** The idempotency key that the call carried; null: a look-up. */
  @TextColumn({ nullable: true })
  callKey!: string | null;

  /** The grant that the last look before the call rested on; null: none, or a look-up. */
  @TextColumn({ nullable: true })
  grantId!: string | null;

  /** The company's policy revision in force at that look; null: a look-up. */
  @WholeColumn({ nullable: true })
  policyRevision!: number | null;

  @InstantColumn()
  startedAt!: string;

  /** Null: not ended, or lost with the process. */
  @InstantColumn({ nullable: true })
  endedAt!: string | null;

  @TextColumn({ nullable: true })
  outcome!: string | null;

  @TextColumn({ nullable: true })
  detail!: string | null;

  @InstantColumn()
  createdAt!: string;
}
