import { LedgerPlaces } from "../../../../src/erp/xero/ledger-places";
import { XeroIdentity } from "../../../../src/erp/xero/xero-identity";
import { sandboxPlaces } from "../../../../src/erp/xero/xero-places";
import { SandboxLedger } from "../../../../src/dev/ledger/http/sandbox-ledger";
import { XeroDocument, type WireCall } from "./xero-document";

const accounting = XeroDocument.load("xero_accounting.yaml");
const identity = XeroDocument.load("xero-identity.yaml");
// Without the documents there is nothing to hold anything against; jest lists what was skipped.
const withDocuments = accounting && identity ? test : test.skip;

const bill = {
  Type: "ACCPAY",
  Contact: { ContactID: "5a0dbb0c-0000-4000-8000-000000000001" },
  Status: "AUTHORISED",
  LineItems: [{ Description: "Rebar", Quantity: 1, UnitAmount: 10.5, Tracking: [{ Name: "Job", Option: "Bridge" }] }],
};

function call(more: Partial<WireCall> = {}): WireCall {
  return {
    method: "POST",
    url: "/Invoices?summarizeErrors=false",
    headers: {
      authorization: "Bearer token",
      "content-type": "application/json",
      "xero-tenant-id": "5a0dbb0c-0000-4000-8000-000000000001",
      "idempotency-key": "a".repeat(64),
    },
    body: { Invoices: [bill] },
    ...more,
  };
}
const faults = (more: Partial<WireCall>) => accounting!.faultsOf(call(more)).join("; ");
const headers = (more: Record<string, string | undefined>) => ({ headers: { ...call().headers, ...more } });

withDocuments("a bill as it should be has no fault", () => expect(faults({})).toBe(""));

withDocuments.each([
  ["a path that is not there", { url: "/Bills" }, /there is no POST \/Bills/],
  ["a method that is not there", { method: "DELETE" }, /there is no DELETE/],
  ["a parameter that is not there", { url: "/Invoices?sumariseErrors=false" }, /sumariseErrors is not known/],
  ["a parameter that is no such value", { url: "/Invoices?summarizeErrors=perhaps" }, /summarizeErrors .*boolean/],
  ["no organisation", headers({ "xero-tenant-id": undefined }), /xero-tenant-id is missing/],
  ["no token", headers({ authorization: undefined }), /no bearer token/],
  ["a key that is too long", headers({ "idempotency-key": "a".repeat(129) }), /too long/],
  ["a header that is not there", headers({ "x-else": "1" }), /x-else is not known/],
  ["no body", { body: undefined }, /there is no body/],
  ["a name that is misspelt", { body: { Invoices: [{ ...bill, DueDat: "2026-12-24" }] } }, /DueDat/],
  ["a status that is none", { body: { Invoices: [{ ...bill, Status: "APPROVED" }] } }, /Status .*allowed values/],
  ["an amount that is none", { body: { Invoices: [{ ...bill, LineItems: [{ UnitAmount: {} }] }] } }, /UnitAmount/],
  ["an id that is none", { method: "GET", url: "/Items/03-100", body: undefined }, /ItemID .*uuid/],
] as [string, Partial<WireCall>, RegExp][])("%s is a fault", (_what, more, expected) =>
  expect(faults(more)).toMatch(expected),
);

withDocuments("consents ask Xero's identity service for what it has", async () => {
  const calls: WireCall[] = [];
  const observer = (seen: WireCall) => void calls.push({ ...seen, headers: { ...seen.headers } });
  const ledger = await SandboxLedger.start({ file: ":memory:", port: 0, observer });
  const places = new LedgerPlaces({ client: null, redirectUri: "http://127.0.0.1/callback" });
  places.standIn(ledger.address);
  const service = places.identity()!;
  expect(service).toBeInstanceOf(XeroIdentity);
  expect(sandboxPlaces(ledger.address).connectionsUrl).toBe(`${ledger.address}/connections`);
  await service.tenants("stranger").catch(() => undefined);
  await service.disconnect("stranger", "5a0dbb0c-0000-4000-8000-000000000001").catch(() => undefined);
  await ledger.stop();
  // fetch adds what browsers do.
  const bare = calls.map((seen) => ({
    ...seen,
    headers: Object.fromEntries(Object.entries(seen.headers).filter(([name]) => !/^(accept-|sec-)/.test(name))),
  }));
  expect(bare.map(({ method, url }) => `${method} ${url}`)).toHaveLength(2);
  expect(bare.flatMap((seen) => identity!.faultsOf(seen))).toEqual([]);
});
