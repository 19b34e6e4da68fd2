import { Entity, ForeignKey } from "typeorm";
import { CompanyEntity } from "../companies/company.entity";
import { IdColumn, InstantColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";

/** The end of a company's audit trail, so that what is cut off there is missed. */
@Entity({ name: "audit_head" })
@ForeignKey(() => CompanyEntity, ["id"], ["id"], { onDelete: "RESTRICT" })
export class AuditHeadEntity {
  /** The company's own id. */
  @IdColumn()
  id!: string;

  /** Of the last entry. */
  @WholeColumn()
  sequence!: number;

  /** Of the last entry. */
  @TextColumn()
  hash!: string;

  /** By which key the end is signed, and the signature (head-keys.ts); null: it is not. */
  @TextColumn({ nullable: true })
  keyId!: string | null;

  @TextColumn({ nullable: true })
  signature!: string | null;

  /** Up to which entry it has been anchored outside (anchors/); 0: not yet. */
  @WholeColumn({ default: 0 })
  anchoredSequence!: number;

  @InstantColumn()
  createdAt!: string;
}
