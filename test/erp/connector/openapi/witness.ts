import { XeroDocument, type WireCall } from "./xero-document";

const ROOT = "/api.xro/2.0";

/** Sees each request that Xero's own client makes, and says afterwards what Xero's document has against it. */
export class Witness {
  private readonly calls: WireCall[] = [];

  private constructor(private readonly document: XeroDocument) {}

  /** Null, with a notice: Xero's document is not beside this working copy. */
  static call(): Witness | null {
    const document = XeroDocument.load("xero_accounting.yaml");
    if (document) return new Witness(document);
    process.stderr.write("Xero's OpenAPI document is not at ../shared/xero: requests are not checked against it.\n");
    return null;
  }

  look(call: WireCall): void {
    if (!call.url.startsWith(ROOT) || !String(call.headers["user-agent"]).startsWith("xero-node")) return;
    this.calls.push({ ...call, headers: { ...call.headers }, body: structuredClone(call.body) });
  }

  get seen(): number {
    return this.calls.length;
  }

  /** Checked after the calls: the checks take longer than some of them may. */
  faults(): string[] {
    return this.calls.flatMap((call) =>
      this.document.faultsOf(call, ROOT).map((fault) => `${call.method} ${call.url}: ${fault}`),
    );
  }
}
