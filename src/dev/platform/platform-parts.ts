import type { Faults } from "../ledger/faults";
import type { Clock } from "../../kernel/clock";
import type { EventSender } from "./events/event-sender";
import type { PlatformStore } from "./platform-store";
import type { CallAllowance } from "./rest/call-windows";

/** What the sandbox platform's routes share. */
export interface PlatformParts {
  readonly store: PlatformStore;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly allowance: CallAllowance;
  readonly events: EventSender;
}

/** The service account's credentials of every company of the sandbox; any other are refused. */
export const SANDBOX_CREDENTIALS = { clientId: "sandbox-service-account", clientSecret: "sandbox-secret" } as const;
