import type { DirectoryReading } from "./directory-reading";
import type { DetailStatus, ItemType, StagedStatus, StagedType } from "./item-types";
import type { PlatformSetUp } from "./set-up";
import type { Page, PlatformTarget } from "./target";

/** What a person did in the platform's ERP tool. Its data is not trusted: request/ reads it. */
export interface ErpRequest {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  /** Instant as the platform writes it. */
  readonly createdAt: string;
}

/** What the platform waits for after a request. */
export interface RequestDetail {
  readonly id: string;
  readonly requestId: string | null;
  readonly status: DetailStatus;
  readonly messages: readonly string[];
}

export interface DetailUpdate {
  readonly id: string;
  readonly status: DetailStatus;
  /** What the platform's users read, one sentence or more each. */
  readonly messages: readonly string[];
}

/** Ties an object of the platform to one of the ledger; `originId` null takes the tie off. */
export interface ExternalData {
  readonly itemType: ItemType;
  readonly itemId: string;
  readonly originId: string | null;
  /** Shown to users. */
  readonly originCode: string | null;
  /** For ourselves. */
  readonly originData: string | null;
}

/** Something of the ledger for an approver of the platform to take over. */
export interface StagedRow {
  readonly itemType: StagedType;
  readonly originId: string;
  readonly originCode: string | null;
  readonly status: StagedStatus;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A row of a sync action: found by `id`, else by `origin_id`, else made. Names as in the platform's API. */
export type SyncRow = Readonly<Record<string, unknown>>;

/** What became of each row of a sync action, by its place: null where it was taken. */
export type SyncOutcome = readonly (string | null)[];

/** Data that goes straight in, without an approver of the platform. */
export type StraightIn =
  | { readonly kind: "standard_cost_codes"; readonly listId: string }
  | { readonly kind: "line_item_types" }
  | { readonly kind: "cost_code_assignments"; readonly projectId: string }
  | { readonly kind: "job_costs"; readonly projectId: string }
  | { readonly kind: "invoice_payments"; readonly projectId: string };

export interface RequestQuery {
  /** Only these; all if left out. */
  readonly ids?: readonly string[];
  /** Made at or after that instant. */
  readonly since?: string;
  /** From 1. */
  readonly page: number;
}

/** Rows that one sync action takes at most (using sync actions). */
export const MAX_SYNC_ROWS = 1_000;

/**
 * A construction platform with an ERP tool: what a connected company's requests, answers, people and set-up need. Every
 * method is one call to the platform, or one for each page where it says so, and throws PlatformTrouble.
 */
export interface ConstructionPlatform extends PlatformSetUp, DirectoryReading {
  /** Null: there is none, or not for this account. */
  request(at: PlatformTarget, id: string): Promise<ErpRequest | null>;
  /** Requests in the order of their ids. */
  requests(at: PlatformTarget, query: RequestQuery): Promise<Page<ErpRequest>>;
  /** Details of that status, in the order of their ids. */
  openDetails(at: PlatformTarget, status: "in_progress" | "stale", page: number): Promise<Page<RequestDetail>>;
  /** The details of these ids that there are. */
  details(at: PlatformTarget, ids: readonly string[]): Promise<readonly RequestDetail[]>;
  /** Closes details, or says how they stand; for each row why it was refused, or null. */
  updateDetails(at: PlatformTarget, updates: readonly DetailUpdate[]): Promise<SyncOutcome>;
  /** MAX_SYNC_ROWS at most. The same rows again change nothing. */
  syncExternalData(at: PlatformTarget, rows: readonly ExternalData[]): Promise<SyncOutcome>;
  /** MAX_SYNC_ROWS at most. The same rows again change nothing. */
  syncStagedRecords(at: PlatformTarget, rows: readonly StagedRow[]): Promise<SyncOutcome>;
  /** MAX_SYNC_ROWS at most. The same rows again change nothing. */
  syncStraightIn(at: PlatformTarget, kind: StraightIn, rows: readonly SyncRow[]): Promise<SyncOutcome>;
  /** Marks what was synced or imported as not synced. */
  unlink(at: PlatformTarget, item: { readonly itemType: ItemType; readonly itemId: string }): Promise<void>;
}
