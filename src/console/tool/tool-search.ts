import type { ErpToolTab, RecordFilter, RecordSort } from "../generated/operations";

export const TABS: readonly ErpToolTab[] = [
  "PROJECTS",
  "COMPANIES",
  "COST_CODES",
  "COMMITMENTS",
  "CHANGE_ORDERS",
  "SUBCONTRACTOR_INVOICES",
  "JOB_COSTS",
];
export const FILTERS: readonly RecordFilter[] = [
  "READY_TO_IMPORT",
  "READY_TO_EXPORT",
  "IN_PROGRESS",
  "WITH_SUBMITTER",
  "SYNCED",
  "FAILED",
  "ARCHIVED",
];
const SORTS: readonly RecordSort[] = ["NUMBER", "TITLE", "AMOUNT", "DOCUMENT_DATE", "SUBMITTED"];

/** What of the tool is looked at. It stands in the address, so that it can be kept, sent and gone back to. */
export interface ToolSearch {
  /** Left out: of all tabs. */
  readonly tab?: ErpToolTab;
  /** Left out: what is ready to be sent. */
  readonly filter?: RecordFilter | "ALL";
  readonly q?: string;
  readonly sort?: RecordSort;
  readonly desc?: boolean;
  /** Only what the viewer may send. */
  readonly mine?: boolean;
  readonly after?: string;
  /** The record whose drawer is open. */
  readonly record?: string;
}

/** Whatever else an address holds is left out. */
export function toolSearch(raw: Readonly<Record<string, unknown>>): ToolSearch {
  return {
    ...pick("tab", TABS, raw["tab"]),
    ...pick("filter", [...FILTERS, "ALL"] as const, raw["filter"]),
    ...pick("sort", SORTS, raw["sort"]),
    ...(raw["desc"] === true ? { desc: true } : {}),
    ...(raw["mine"] === true ? { mine: true } : {}),
    ...text("q", raw["q"]),
    ...text("after", raw["after"]),
    ...text("record", raw["record"]),
  };
}

function pick<Name extends string, Value extends string>(name: Name, known: readonly Value[], value: unknown) {
  const found = known.find((each) => each === value);
  return (found === undefined ? {} : { [name]: found }) as { [Key in Name]?: Value };
}

function text<Name extends string>(name: Name, value: unknown) {
  const found = typeof value === "number" ? String(value) : value;
  return (typeof found === "string" && found !== "" ? { [name]: found.slice(0, 500) } : {}) as {
    [Key in Name]?: string;
  };
}
