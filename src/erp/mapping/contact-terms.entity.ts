import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn, WholeColumn } from "../../infra/db/schema/columns";
import { ConnectionEntity } from "../connections/connection.entity";
import { TERM_KINDS, type TermKind } from "../connector/payment-terms";

/** When bills of a contact are due, as its organisation has it; contacts without terms of their own have no row. */
@Entity({ name: "contact_terms" })
@Unique(["connectionId", "contactId"])
export class ContactTermsEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ConnectionEntity, { onDelete: "RESTRICT" })
  connectionId!: string;

  /** The ledger's own id of the contact. */
  @TextColumn()
  contactId!: string;

  @OneOfColumn(TERM_KINDS)
  kind!: TermKind;

  @WholeColumn()
  day!: number;

  @InstantColumn()
  createdAt!: string;
}
