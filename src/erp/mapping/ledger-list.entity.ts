import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { IdColumn, InstantColumn, JsonColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import { ConnectionEntity } from "../connections/connection.entity";
import { LIST_KINDS, type ListKind } from "../connector/ledger-lists";

/** One list of an organisation's books, as it was read last. */
@Entity({ name: "ledger_list" })
@Unique(["connectionId", "kind"])
export class LedgerListEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @TextColumn()
  @ForeignKey(() => ConnectionEntity, { onDelete: "RESTRICT" })
  connectionId!: string;

  @OneOfColumn(LIST_KINDS)
  kind!: ListKind;

  @JsonColumn()
  entries!: readonly object[];

  @InstantColumn()
  readAt!: string;

  @InstantColumn()
  createdAt!: string;
}
