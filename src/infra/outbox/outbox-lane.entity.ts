import { Entity, ForeignKey, Index } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from "../db/schema/columns";
import type { PaceState } from "./pace";

/** Who is delivered to: each has its relay, its handler and its own limits. */
export const OUTBOX_QUEUES = ["ledger", "platform"] as const;
export type OutboxQueue = (typeof OUTBOX_QUEUES)[number];

/** Where messages to one organisation queue: one relay at a time, within one allowance. */
@Entity({ name: "outbox_lane" })
@Index(["servedAt"])
export class OutboxLaneEntity {
  /** The id of the connection, to the ledger or to the platform. */
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** One of OUTBOX_QUEUES. */
  @TextColumn()
  queue!: OutboxQueue;

  @TextColumn({ nullable: true })
  leasedBy!: string | null;

  @InstantColumn({ nullable: true })
  leasedUntil!: string | null;

  /** Nothing is tried before; null: free. */
  @InstantColumn({ nullable: true })
  pausedUntil!: string | null;

  /** Why it is paused: "pace", "rate_limited", "unauthorised", ... */
  @TextColumn({ nullable: true })
  pauseReason!: string | null;

  /** Lanes that waited longest go first. */
  @InstantColumn()
  servedAt!: string;

  /** The calls of the last minute and day: they survive a restart, for the ledger remembers them too. */
  @JsonColumn()
  pace!: PaceState;

  @InstantColumn()
  createdAt!: string;
}
