import { AccountingConnector } from "../../erp/connector/accounting-connector";
import type { StandIn } from "../../erp/oauth/routed-connector";
import { SandboxApi } from "./sandbox-api";
import { SANDBOX_TENANT } from "./sandbox-parts";
import { SandboxTokens } from "./sandbox-tokens";

/** The sandbox ledger at an address, for connections that rest on no consent. */
export function sandboxStandIn(address: () => string, timeoutMs: number): StandIn {
  const api = new SandboxApi({ address, tokens: new SandboxTokens(address), timeoutMs });
  return { connector: new AccountingConnector("sandbox", api), tenantId: SANDBOX_TENANT.id };
}
