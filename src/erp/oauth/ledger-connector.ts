import type { TenancyServices } from "./tenancy";
import { AccountingConnector } from "../connector/accounting-connector";
import type { Connector } from "../connector/connector";
import { XeroApi } from "../xero/xero-api";
import type { Database } from "../../infra/db/database";
import { RoutedConnector, type StandIn } from "./routed-connector";

export interface LedgerParts {
  readonly database: Database;
  readonly tenancy: Pick<TenancyServices, "tokenKeeper" | "ledgerPlaces">;
  /** The ledger of connections that rest on no consent; null: there is none, as in production. */
  readonly standIn: StandIn | null;
  readonly timeoutMs: number;
}

/** The connector of every connection: Xero where somebody consented, and the sandbox ledger for the demo. */
export function ledgerConnector({ database, tenancy, standIn, timeoutMs }: LedgerParts): Connector {
  const { tokenKeeper: tokens, ledgerPlaces } = tenancy;
  const xero = new XeroApi({ tokens, baseUrl: () => ledgerPlaces.apiUrl(), timeoutMs });
  return new RoutedConnector({ database, consented: new AccountingConnector("xero", xero), standIn });
}
