import { AccountingConnector } from "../../../src/erp/connector/accounting-connector";
import type { Connector } from "../../../src/erp/connector/connector";
import type { TokenSource } from "../../../src/erp/connector/ledger-api";
import { SandboxApi } from "../../../src/dev/ledger/sandbox-api";
import { XeroApi } from "../../../src/erp/xero/xero-api";

/** Of a busy machine: a stop for what never comes. */
const PATIENT_MS = 60_000;

/** Both adapters over a ledger at that address, by name; each made with the time that it gives a call. */
export function adaptersTo(
  address: () => string,
  tokens: TokenSource,
): readonly (readonly [string, (timeoutMs?: number) => Connector])[] {
  const baseUrl = () => `${address()}/api.xro/2.0`;
  const sandbox = (timeoutMs = PATIENT_MS) => new SandboxApi({ address, tokens, timeoutMs });
  const xero = (timeoutMs = PATIENT_MS) => new XeroApi({ tokens, baseUrl, timeoutMs });
  return [
    ["sandbox", (timeoutMs) => new AccountingConnector("sandbox", sandbox(timeoutMs))],
    ["xero", (timeoutMs) => new AccountingConnector("xero", xero(timeoutMs))],
  ];
}
