import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import {
  DIRECTIONS,
  FEATURES,
  RECORD_STATES,
  type Direction,
  type Feature,
  type RecordState,
} from "../../policy/model/vocabulary";
import { ProjectEntity } from "../../directory/projects/project.entity";

/** Whose misfits nobody has found yet: what was stored before they were kept. */
export const MISFITS_UNKNOWN = `"misfits" IS NULL AND "direction" = 'export' AND "feature" IN ('commitment_change_order', 'subcontractor_invoice')`;

/** An item offered to the ERP, or read from it, with its state. */
@Entity({ name: "erp_record" })
@Unique(["companyId", "id"])
// One item of the platform is one record, however often it is offered.
@Unique(["companyId", "feature", "sourceKey"])
@Index(["companyId", "feature", "state", "updatedAt"])
@Index(["companyId", "state", "updatedAt"])
@Index(["companyId", "feature", "id"])
@Index(["companyId", "projectId", "feature"])
@Index(["companyId", "submittedById"])
// Searches go through what somebody may act on in the order of ids.
@Index("ix_erp_record_search_state", ["companyId", "feature", "state", "id"])
@Index("ix_erp_record_search_project", ["companyId", "feature", "state", "projectId", "id"])
@Index("ix_erp_record_search_submitter", ["companyId", "feature", "submittedById", "id"])
@Index("ix_erp_record_number", ["companyId", "feature", "numberKey"])
@Index("ix_erp_record_plain_number", ["companyId", "vendorNumber", "plainNumber"])
@Index("ix_erp_record_misfits_unknown", ["companyId", "id"], { where: MISFITS_UNKNOWN })
@Index("ix_erp_record_external", ["companyId", "externalId"])
@Index("ix_erp_record_ledger", ["companyId", "connectionId", "updatedAt", "id"])
@ForeignKey(() => ProjectEntity, ["companyId", "projectId"], ["companyId", "id"], { onDelete: "RESTRICT" })
export class RecordEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** The connection it travels by; null: the company had none when it came. */
  @TextColumn({ nullable: true })
  @ForeignKey(() => ConnectionEntity, { onDelete: "RESTRICT" })
  connectionId!: string | null;

  @OneOfColumn(FEATURES)
  feature!: Feature;

  @OneOfColumn(DIRECTIONS)
  direction!: Direction;

  /** What kind of the feature, e.g. "subcontract" or "purchase_order" of a commitment; null: there are no kinds. */
  @TextColumn({ nullable: true })
  kind!: string | null;

  @TextColumn({ nullable: true })
  projectId!: string | null;

  /** What names the item on the platform among those of its feature; what other records refer to. */
  @TextColumn()
  sourceKey!: string;

  @TextColumn()
  number!: string;

  /** The number as it looks at a glance (kernel/text.ts), by which one that is almost it is found. */
  @TextColumn({ nullable: true })
  numberKey!: string | null;

  /** Of an invoice its number whatever the spelling (kernel/text.ts), by which the same bill again is found. */
  @TextColumn({ nullable: true })
  plainNumber!: string | null;

  @TextColumn()
  title!: string;

  /** Null together with the currency: the item has no amount. */
  @MinorColumn({ nullable: true })
  amountMinor!: number | null;

  @TextColumn({ nullable: true })
  amountCurrency!: string | null;

  /** Start of the item's day, in UTC. */
  @InstantColumn({ nullable: true })
  documentDate!: string | null;

  /** Number of the vendor, where there is one. */
  @TextColumn({ nullable: true })
  vendorNumber!: string | null;

  /** Number of the commitment that a change order or an invoice belongs to. */
  @TextColumn({ nullable: true })
  parentNumber!: string | null;

  @OneOfColumn(RECORD_STATES)
  state!: RecordState;

  /** Id of who made the item on the platform, as far as they are known here. */
  @TextColumn({ nullable: true })
  createdById!: string | null;

  /** Id of who offered it last; null: nobody did (it was read from the ERP). */
  @TextColumn({ nullable: true })
  submittedById!: string | null;

  @InstantColumn({ nullable: true })
  submittedAt!: string | null;

  @TextColumn({ nullable: true })
  firstApproverId!: string | null;

  /** Whether there is a first approver: a flag of its own, because conditions ask for it. */
  @FlagColumn({ default: false })
  hasFirstApproval!: boolean;

  /** Whether the item itself has all that it must have before it is sent: its status, a coded line, its settings. */
  @FlagColumn({ default: false })
  itemComplete!: boolean;

  /** Whether it is incomplete or something that it builds on is not in the ERP; kept by blocking.ts at each change. */
  @FlagColumn({ default: true })
  prerequisitesBlocked!: boolean;

  /** How it does not fit its contract (misfits.ts); null: it has none. Kept by contract-fit.ts at each change. */
  @TextColumn({ nullable: true })
  misfits!: string | null;

  /** Whether the platform's own workflow has approved it. */
  @FlagColumn({ default: false })
  workflowCompleted!: boolean;

  @TextColumn({ nullable: true })
  sentById!: string | null;

  @InstantColumn({ nullable: true })
  sentAt!: string | null;

  /** Id in the ERP. */
  @TextColumn({ nullable: true })
  externalId!: string | null;

  /** Id in the ERP of what it is part of: of an option its tracking category; null: of nothing, or not known yet. */
  @TextColumn({ nullable: true })
  externalGroupId!: string | null;

  /** Id of what stands in the ERP under its number or code, and is not it: why it was refused; null: nothing known. */
  @TextColumn({ nullable: true })
  clashExternalId!: string | null;

  /** Of a commitment: since when nothing more is expected of it; null: it is open. */
  @InstantColumn({ nullable: true })
  closedAt!: string | null;

  /** What the ERP says is paid of it, and what has to be, tax included, in its currency; null: the ERP has not said. */
  @MinorColumn({ nullable: true })
  paidMinor!: number | null;

  @MinorColumn({ nullable: true })
  payableMinor!: number | null;

  /** What the ERP says is still due of it, credits counted; null: it has not said. */
  @MinorColumn({ nullable: true })
  dueMinor!: number | null;

  @TextColumn({ nullable: true })
  failureCode!: string | null;

  /** The ERP's own words. */
  @TextColumn({ nullable: true })
  failureText!: string | null;

  /** Why it was rejected last. */
  @TextColumn({ nullable: true })
  rejectReason!: string | null;

  /** The item itself, as its feature's form has it. */
  @JsonColumn()
  payload!: Record<string, unknown>;

  /** Raised when it is offered again; what was sent is named by id and revision. */
  @WholeColumn({ default: 1 })
  revision!: number;

  /** Raised by every change. */
  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;

  @InstantColumn()
  updatedAt!: string;
}
