import type { Clock } from "../../kernel/clock";
import type { Allowance } from "./call-limits";
import type { Faults } from "./faults";
import type { LedgerStore } from "./ledger-store";
import type { Tokens } from "./tokens";
import type { WebhookSender } from "./webhook-sender";

export interface Tenant {
  readonly id: string;
  readonly name: string;
}

export const SANDBOX_TENANT: Tenant = { id: "5a0dbb0c-0000-4000-8000-000000000001", name: "Sandbox organisation" };

/** What the routes share. */
export interface SandboxParts {
  readonly store: LedgerStore;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly allowance: Allowance;
  readonly tenants: readonly Tenant[];
  /** Null: nobody is told of changes. */
  readonly webhooks: WebhookSender | null;
}
