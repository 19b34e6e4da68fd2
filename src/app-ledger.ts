import type { TenancyServices } from "./app-tenancy";
import { AccountingConnector } from "./erp/connector/accounting-connector";
import type { Connector } from "./erp/connector/connector";
import { SandboxApi } from "./dev/ledger/sandbox-api";
import { SANDBOX_TENANT } from "./dev/ledger/sandbox-parts";
import { SandboxTokens } from "./dev/ledger/sandbox-tokens";
import { XeroApi } from "./erp/xero/xero-api";
import type { Database } from "./infra/db/database";
import { RoutedConnector } from "./erp/oauth/routed-connector";

export interface LedgerParts {
  readonly database: Database;
  readonly tenancy: Pick<TenancyServices, "tokenKeeper" | "ledgerPlaces">;
  /** Where the sandbox ledger is; null: there is none, as in production. */
  readonly sandbox: (() => string) | null;
  readonly timeoutMs: number;
}

/** The connector of every connection: Xero where somebody consented, and the sandbox ledger for the demo. */
export function ledgerConnector({ database, tenancy, sandbox, timeoutMs }: LedgerParts): Connector {
  const { tokenKeeper: tokens, ledgerPlaces } = tenancy;
  const xero = new XeroApi({ tokens, baseUrl: () => ledgerPlaces.apiUrl(), timeoutMs });
  const standIn = sandbox && {
    connector: new AccountingConnector(
      "sandbox",
      new SandboxApi({ address: sandbox, tokens: new SandboxTokens(sandbox), timeoutMs }),
    ),
    tenantId: SANDBOX_TENANT.id,
  };
  return new RoutedConnector({ database, consented: new AccountingConnector("xero", xero), standIn });
}
