import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";
import { PHASES, type Phase } from "../../policy/model/vocabulary";

/** How far a company's set-up is. */
@Entity({ name: "implementation_plan" })
@Unique(["companyId"])
export class ImplementationPlanEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @OneOfColumn(PHASES)
  phase!: Phase;

  /** Start of the phase. */
  @InstantColumn()
  enteredAt!: string;

  /** First day of going live; null: not yet. */
  @InstantColumn({ nullable: true })
  liveAt!: string | null;

  /** When the integration was bought; null: registered without. */
  @InstantColumn({ nullable: true })
  purchasedAt!: string | null;

  /** When the welcome e-mail went out; null: not yet. */
  @InstantColumn({ nullable: true })
  welcomedAt!: string | null;

  /** End of the specialist's help, exclusive; null: not live yet. */
  @InstantColumn({ nullable: true })
  helpUntil!: string | null;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
