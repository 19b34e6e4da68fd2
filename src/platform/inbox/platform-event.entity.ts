import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, TextColumn } from "../../infra/db/schema/columns";

/** What the platform told by a webhook, kept before it is answered. */
@Entity({ name: "platform_event" })
// The same event told again.
@Unique(["connectionId", "eventKey"])
@Index(["createdAt"])
// What changed since.
@Index("ix_platform_event_changes", ["connectionId", "resource", "createdAt"])
export class PlatformEventEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  connectionId!: string;

  /** The event's ulid, or its id where the form has none. */
  @TextColumn()
  eventKey!: string;

  @TextColumn()
  resource!: string;

  /** create, update, delete, or what newer forms say. */
  @TextColumn()
  reason!: string;

  @TextColumn()
  resourceId!: string;

  /** The project that it lies in, in the platform's ids; null: none. */
  @TextColumn({ nullable: true })
  projectId!: string | null;

  /** Who did it, in the platform's ids; null: not said. */
  @TextColumn({ nullable: true })
  userId!: string | null;

  /** By the platform's clock. */
  @InstantColumn()
  happenedAt!: string;

  /** When it arrived. */
  @InstantColumn()
  createdAt!: string;
}
