import type { Direction, Feature } from "../../policy/model/vocabulary";
import type {
  Limit,
  LimitCode,
  LimitUnit,
  Prerequisite,
  ProjectSetting,
  RecordField,
  RecordStatus,
} from "./catalogue-item";
import type { Source } from "./catalogue-sources";

/** At most so many. */
export function atMost(
  code: LimitCode,
  field: RecordField | null,
  value: number,
  unit: LimitUnit,
  source: Source,
): Limit {
  return { code, field, bound: "at_most", value, unit, approximate: false, source };
}

/** Records of these features that the record refers to come first. */
export function synced(direction: Direction, source: Source, ...features: readonly Feature[]): Prerequisite[] {
  return features.map((feature) => ({ kind: "feature_synced", direction, feature, source }));
}

/** The project is set so on the platform before it is exported. */
export function projectSetting(setting: ProjectSetting, source: Source): Prerequisite {
  return { kind: "project_setting", direction: "export", setting, source };
}

/** The record has one of these statuses on the platform before it is exported. */
export function statusToExport(source: Source, ...oneOf: readonly RecordStatus[]): Prerequisite {
  return { kind: "status", direction: "export", oneOf, source };
}

/** The record's vendor is linked before it is exported. */
export function vendorLinked(source: Source): Prerequisite {
  return { kind: "vendor_linked", direction: "export", source };
}

/** One line at least carries a cost code of the ERP's list before the record is exported. */
export function codedLine(source: Source): Prerequisite {
  return { kind: "lines_with_erp_cost_code", direction: "export", atLeast: 1, source };
}
