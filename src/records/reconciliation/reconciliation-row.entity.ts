import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { LedgerDifference } from "../../erp/connector/ledger-differences";
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import { RecordEntity } from "../record/record.entity";
import { DRIFTS, type Drift } from "./drift-finding.entity";
import { ReconciliationEntity } from "./reconciliation.entity";

/** What can be done about a difference. */
export const RECONCILE_ACTIONS = ["unlink", "resubmit", "keep"] as const;
export type ReconcileAction = (typeof RECONCILE_ACTIONS)[number];

/** One record in a plan: what was found, what is proposed, and what was done. */
@Entity({ name: "reconciliation_row" })
@Unique(["reconciliationId", "recordId"])
@ForeignKey(() => ReconciliationEntity, ["companyId", "reconciliationId"], ["companyId", "id"], {
  onDelete: "RESTRICT",
})
@ForeignKey(() => RecordEntity, ["companyId", "recordId"], ["companyId", "id"], { onDelete: "RESTRICT" })
export class ReconciliationRowEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  reconciliationId!: string;

  @TextColumn()
  recordId!: string;

  /** The record's version that the plan is about. */
  @WholeColumn()
  recordVersion!: number;

  @OneOfColumn(DRIFTS)
  drift!: Drift;

  @InstantColumn()
  changedAt!: string;

  @JsonColumn()
  differences!: readonly LedgerDifference[];

  @OneOfColumn(RECONCILE_ACTIONS)
  proposed!: ReconcileAction;

  /** Null: nothing was done. */
  @OneOfColumn(RECONCILE_ACTIONS, { nullable: true })
  done!: ReconcileAction | null;

  @InstantColumn({ nullable: true })
  doneAt!: string | null;

  @TextColumn({ nullable: true })
  doneByName!: string | null;

  @InstantColumn()
  createdAt!: string;
}
