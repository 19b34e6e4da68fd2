import { Entity, ForeignKey, Unique } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOfColumn,
  TextColumn,
  WholeColumn,
} from "../../infra/db/schema/columns";
import { DIRECT_EXPORT_MODES, FEATURES, type DirectExportMode, type Feature } from "../../policy/model/vocabulary";

/** A company's setting of one feature. */
@Entity({ name: "feature_switch" })
@Unique(["companyId", "feature"])
export class FeatureSwitchEntity {
  @IdColumn()
  id!: string;

  @TextColumn()
  @ForeignKey(() => CompanyEntity, { onDelete: "RESTRICT" })
  companyId!: string;

  @OneOfColumn(FEATURES)
  feature!: Feature;

  @FlagColumn()
  enabled!: boolean;

  @OneOfColumn(DIRECT_EXPORT_MODES)
  directExport!: DirectExportMode;

  @WholeColumn({ default: 1 })
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
