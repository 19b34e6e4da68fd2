import { Entity, ForeignKey, Index } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from "../db/schema/columns";
import type { PaceState } from "./pace";

/** Where messages to one organisation queue: one relay at a time, within one allowance. */
@Entity({ name: "outbox_lane" })
@Index(["servedAt"])
export class OutboxLaneEntity {
  /** The connection's id. */
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

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
