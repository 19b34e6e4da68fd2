import type { ToolLevel } from "./set-up";
import type { Page, PlatformTarget } from "./target";

/** Levels by the tool's name in lower case. */
export type Levels = Readonly<Record<string, ToolLevel>>;

/** A person of the platform's company directory. */
export interface PlatformUser {
  readonly id: string;
  /** Null: none is kept there. */
  readonly email: string | null;
  readonly name: string;
  readonly active: boolean;
  /** The permission template whose levels they have; null: levels of their own. */
  readonly templateId: string | null;
  readonly levels: Levels;
}

/** A person in a project, with their levels there. */
export type ProjectUser = Pick<PlatformUser, "id" | "templateId" | "levels">;

export interface PlatformProject {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly active: boolean;
  readonly originId: string | null;
}

export interface PlatformVendor {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly originId: string | null;
  readonly originCode: string | null;
}

export interface PlatformCostCode {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly originId: string | null;
}

/** What a requisition says that its request does not. */
export interface RequisitionPeriod {
  /** Days, YYYY-MM-DD. */
  readonly start: string | null;
  readonly end: string | null;
  readonly status: string | null;
}

/** Reading the platform's directory. Pages are counted from 1. */
export interface DirectoryReading {
  /** Levels of the permission templates of company and projects, by the template's id. */
  templates(at: PlatformTarget): Promise<ReadonlyMap<string, Levels>>;
  /** Active people, or those that are no longer so: the platform keeps them apart. */
  users(at: PlatformTarget, standing: "active" | "inactive", page: number): Promise<Page<PlatformUser>>;
  /** Null: there is none of that id. */
  user(at: PlatformTarget, id: string): Promise<PlatformUser | null>;
  projects(at: PlatformTarget, page: number): Promise<Page<PlatformProject>>;
  projectUsers(at: PlatformTarget, projectId: string, page: number): Promise<Page<ProjectUser>>;
  vendors(at: PlatformTarget, page: number): Promise<Page<PlatformVendor>>;
  /** Of the company's list for this integration. */
  costCodes(at: PlatformTarget, listId: string, page: number): Promise<Page<PlatformCostCode>>;
  /** Null: there is none of that id. */
  requisitionPeriod(at: PlatformTarget, projectId: string, id: string): Promise<RequisitionPeriod | null>;
}
