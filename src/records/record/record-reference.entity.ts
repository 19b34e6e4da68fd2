import { Entity, ForeignKey, Index, Unique } from "typeorm";
import { IdColumn, InstantColumn, OneOfColumn, TextColumn } from "../../infra/db/schema/columns";
import { FEATURES, type Feature } from "../../policy/model/vocabulary";
import { RecordEntity } from "./record.entity";

/** What a record builds on: an item of that feature and key, which may not be here yet. */
@Entity({ name: "record_reference" })
@Unique(["recordId", "feature", "sourceKey"])
@Index(["companyId", "feature", "sourceKey"])
@ForeignKey(() => RecordEntity, ["companyId", "recordId"], ["companyId", "id"], { onDelete: "RESTRICT" })
export class RecordReferenceEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  companyId!: string;

  @TextColumn()
  recordId!: string;

  @OneOfColumn(FEATURES)
  feature!: Feature;

  @TextColumn()
  sourceKey!: string;

  @InstantColumn()
  createdAt!: string;
}
