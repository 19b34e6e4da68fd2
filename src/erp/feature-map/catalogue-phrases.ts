import type { LimitCode, ProjectSetting, RecordField, RecordStatus, ToolTab } from "../catalogue/catalogue-item";

/** The words of one language that the catalogue's rules are told in. Lists come in already joined. */
export interface Phrases {
  readonly fields: Readonly<Record<RecordField, string>>;
  readonly statuses: Readonly<Record<RecordStatus, string>>;
  readonly tabs: Readonly<Record<ToolTab, string>>;
  readonly settings: Readonly<Record<ProjectSetting, string>>;
  readonly prerequisites: {
    readonly featuresSynced: (features: string) => string;
    readonly status: (statuses: string) => string;
    readonly fieldsPresent: (fields: string) => string;
    readonly vendorLinked: (erp: string) => string;
    readonly codedLines: (atLeast: string, erp: string) => string;
    readonly counterpartLookedFor: (erp: string) => string;
    readonly erpObjects: (objects: string) => string;
    readonly madeAfterSetUp: string;
  };
  readonly limits: Readonly<Record<LimitCode, (value: string, field: string) => string>>;
  readonly about: (limit: string) => string;
  readonly lock: {
    readonly submitted: string;
    readonly synced: string;
    readonly fields: (fields: string) => string;
    readonly someFields: (fields: string) => string;
    readonly all: string;
    readonly allBut: (fields: string) => string;
  };
  readonly schedule: {
    readonly onSend: (erp: string) => string;
    readonly daily: (erp: string) => string;
    readonly onDemand: (erp: string) => string;
  };
  readonly summary: {
    readonly exported: (erp: string, objects: string) => string;
    readonly imported: (erp: string, objects: string) => string;
    readonly both: (erp: string, objects: string) => string;
    readonly notCarried: (erp: string) => string;
    readonly approver: string;
    readonly directExport: string;
    readonly optional: string;
  };
}
