import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../../infra/db/schema/columns";

/** What the ledger tells of by itself. Of orders and payments it tells nothing: those are read by date of change. */
export const NOTICED_RESOURCES = ["contact", "invoice", "credit_note"] as const;
export type NoticedResource = (typeof NOTICED_RESOURCES)[number];

/** The ledger said that something changed; what, has to be read there. */
@Entity({ name: "ledger_notice" })
@Unique(["eventKey"])
@Index(["connectionId", "takenAt", "id"])
export class LedgerNoticeEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  connectionId!: string;

  @OneOfColumn(NOTICED_RESOURCES)
  resource!: NoticedResource;

  /** The ledger's id of what changed. */
  @TextColumn()
  externalId!: string;

  /** When it changed, as the ledger says. */
  @InstantColumn()
  happenedAt!: string;

  /** Names the event: the ledger may tell the same one again. */
  @TextColumn()
  eventKey!: string;

  /** Whoever compares the books has looked; null: not yet. */
  @InstantColumn({ nullable: true })
  takenAt!: string | null;

  @InstantColumn()
  createdAt!: string;
}
