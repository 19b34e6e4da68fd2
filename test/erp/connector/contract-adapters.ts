import { AccountingConnector } from "../../../src/erp/connector/accounting-connector";
import type { Connector } from "../../../src/erp/connector/connector";
import type { TokenSource } from "../../../src/erp/connector/ledger-api";
import { SandboxApi } from "../../../src/dev/ledger/sandbox-api";
import { XeroApi } from "../../../src/erp/xero/xero-api";

/** Both adapters over a ledger at that address, by name. */
export function adaptersTo(
  address: () => string,
  tokens: TokenSource,
  timeoutMs: number,
): readonly (readonly [string, () => Connector])[] {
  const xero = () => new XeroApi({ tokens, baseUrl: () => `${address()}/api.xro/2.0`, timeoutMs });
  return [
    ["sandbox", () => new AccountingConnector("sandbox", new SandboxApi({ address, tokens, timeoutMs }))],
    ["xero", () => new AccountingConnector("xero", xero())],
  ];
}
