import { Entity, ForeignKey, Index } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from "../../infra/db/schema/columns";
import type { CompanyFacts } from "../../policy/model/facts";
import type { AssignmentState } from "../facts/facts-loader";

/** What the policy knew of a company: its settings, and who of the vendor's staff was assigned to it. */
export interface CompanyState {
  readonly facts: CompanyFacts;
  readonly assignments: readonly AssignmentState[];
}

/** A company's settings from one change of them to the next. Only ever inserted, and closed once. */
@Entity({ name: "company_version" })
@Index(["companyId", "at"])
export class CompanyVersionEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  /** Inclusive. */
  @InstantColumn()
  at!: string;

  /** Exclusive; null: it is so still. */
  @InstantColumn({ nullable: true })
  until!: string | null;

  @JsonColumn()
  state!: CompanyState;

  @InstantColumn()
  createdAt!: string;
}
