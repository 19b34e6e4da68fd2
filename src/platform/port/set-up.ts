import type { PlatformTarget } from "./target";

/** Levels of the platform's tools, ascending. */
export const TOOL_LEVELS = ["none", "read_only", "standard", "admin"] as const;
export type ToolLevel = (typeof TOOL_LEVELS)[number];

/** The service account, as the platform knows it. */
export interface ServiceAccount {
  readonly userId: string;
  readonly login: string;
}

/** The ERP connection of a company: that the platform has our metadata. */
export interface ErpConnectionState {
  readonly id: string;
  /** The list of standard cost codes that came with the connection; null: not said. */
  readonly costCodeListId: string | null;
  readonly metadata: unknown;
}

export interface Hook {
  readonly id: string;
  readonly namespace: string;
  readonly destinationUrl: string;
}

export interface Trigger {
  readonly id: string;
  readonly resource: string;
  readonly reason: string;
}

/** Where events go, and what they carry so that we know them. */
export interface HookPlan {
  readonly namespace: string;
  readonly destinationUrl: string;
  /** Sent with each event as its Authorization header: never logged, never read back. */
  readonly authorization: string;
}

/** What connecting a company asks of the platform. */
export interface PlatformSetUp {
  serviceAccount(at: PlatformTarget): Promise<ServiceAccount>;
  /** Levels of the service account on the company's tools, by the tool's name in lower case. */
  toolLevels(at: PlatformTarget): Promise<ReadonlyMap<string, ToolLevel>>;
  /** Null: the company has none of ours. */
  erpConnection(at: PlatformTarget): Promise<ErpConnectionState | null>;
  /** Makes it, or gives it new metadata. */
  putErpConnection(at: PlatformTarget, metadata: object): Promise<ErpConnectionState>;
  dropErpConnection(at: PlatformTarget, id: string): Promise<void>;
  hooks(at: PlatformTarget, namespace: string): Promise<readonly Hook[]>;
  createHook(at: PlatformTarget, plan: HookPlan): Promise<Hook>;
  updateHook(at: PlatformTarget, id: string, plan: HookPlan): Promise<void>;
  dropHook(at: PlatformTarget, id: string): Promise<void>;
  triggers(at: PlatformTarget, hookId: string): Promise<readonly Trigger[]>;
  createTrigger(at: PlatformTarget, hookId: string, resource: string, reason: string): Promise<void>;
}
