import { Entity } from "typeorm";
import { IdColumn, InstantColumn, JsonColumn } from "../db/schema/columns";

/** Calls by the instant until which they may be made, in milliseconds since 1970. */
export type AppSlots = readonly (readonly [until: number, calls: number])[];

/** The calls of all organisations together: one row for the application, whatever processes there are. */
@Entity({ name: "outbox_app_pace" })
export class OutboxAppPaceEntity {
  @IdColumn()
  id!: string;

  /** Calls that were handed out, by the second until which they may be made. */
  @JsonColumn()
  slots!: AppSlots;

  @InstantColumn()
  createdAt!: string;
}
