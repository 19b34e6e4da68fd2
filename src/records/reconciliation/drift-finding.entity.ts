import { Entity, ForeignKey, Index } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { LedgerDifference } from "../../erp/connector/ledger-differences";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";

/** What has become of a record in the ledger since it was delivered. Missing: it is not in a list that is read whole. */
export const DRIFTS = ["edited", "deleted", "voided", "archived", "missing"] as const;
export type Drift = (typeof DRIFTS)[number];

/** A record whose counterpart is no longer what was delivered, as far as the ledger has been read. */
@Entity({ name: "drift_finding" })
@Index(["connectionId"])
export class DriftFindingEntity {
  /** The record's id. */
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ConnectionEntity, { onDelete: "RESTRICT" })
  connectionId!: string;

  /** The record's revision that was compared. */
  @WholeColumn()
  revision!: number;

  @TextColumn()
  externalId!: string;

  @OneOfColumn(DRIFTS)
  drift!: Drift;

  /** By the ledger's clock. */
  @InstantColumn()
  changedAt!: string;

  @JsonColumn()
  differences!: readonly LedgerDifference[];

  /** Somebody has decided to leave it as it is, until it changes again. */
  @FlagColumn({ default: false })
  kept!: boolean;

  @InstantColumn()
  createdAt!: string;
}
