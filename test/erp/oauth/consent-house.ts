import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT, type Tenant } from "../../../src/dev/ledger/sandbox-parts";
import type { WebhookTarget } from "../../../src/dev/ledger/webhook-sender";
import { WEBHOOK_PATH } from "../../../src/erp/oauth/http/webhook-route";
import { LedgerAccessEntity } from "../../../src/erp/oauth/ledger-access.entity";
import { LedgerConsentEntity } from "../../../src/erp/oauth/ledger-consent.entity";
import { TestServer } from "../../support/server";

export const OTHER_TENANT: Tenant = { id: "5a0dbb0c-0000-4000-8000-000000000002", name: "Harbour <Holdings> & Co" };
const AUTHORIZE =
  "mutation ($input: AuthorizeConnectionInput!) { authorizeConnection(input: $input) { consentAddress expiresAt userErrors { code message } decision { code } } }";

export interface Begun {
  readonly consentAddress: string | null;
  readonly expiresAt: string | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** The real server, and a sandbox ledger that it asks for consents. */
export class ConsentHouse {
  private constructor(
    readonly server: TestServer,
    readonly ledger: SandboxLedger,
  ) {}

  /** @param tells whether the ledger tells the server of changes, as in development */
  static async open(tenants: readonly Tenant[] = [SANDBOX_TENANT], tells = false): Promise<ConsentHouse> {
    const server = await TestServer.start();
    const { clock } = server.app;
    const told = tells ? { webhooks: await webhooksOf(server) } : {};
    const ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock, tenants, ...told });
    server.app.tenancy.ledgerPlaces.standIn(ledger.address);
    return new ConsentHouse(server, ledger);
  }

  /** As if nobody had ever consented. */
  async forget(): Promise<void> {
    this.ledger.faults.clear();
    this.ledger.store.reconnectTenants();
    await this.server.app.database.write(async (manager) => {
      await manager.clear(LedgerAccessEntity);
      await manager.clear(LedgerConsentEntity);
    });
  }

  async close(): Promise<void> {
    await this.ledger.stop();
    await this.server.stop();
  }

  async begin(email = "admin@demo.test", company = "demo"): Promise<Begun> {
    const { data } = await this.server.ask(email, AUTHORIZE, { input: { company } });
    return (data as unknown as { authorizeConnection: Begun }).authorizeConnection;
  }

  /** What a person's browser does at the ledger: consents, and is sent back to an address of ours. */
  async consentAt(address: string): Promise<string> {
    const asked = await fetch(address, { redirect: "manual" });
    const back = new URL(asked.headers.get("location") ?? "");
    return `${back.pathname}${back.search}`;
  }

  page(url: string, headers: Record<string, string> = {}) {
    return this.server.http.inject({ method: "GET", url, headers });
  }

  choose(choice: string, organisation: string, headers: Record<string, string> = {}) {
    return this.server.http.inject({
      method: "POST",
      url: "/connections/xero/choice",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: new URLSearchParams({ choice, organisation }).toString(),
    });
  }

  /** The whole way, for the first organisation or the one that is named. */
  async consent(email = "admin@demo.test", company = "demo", organisation: string = SANDBOX_TENANT.id) {
    const { consentAddress } = await this.begin(email, company);
    const shown = await this.page(await this.consentAt(consentAddress ?? ""));
    return this.choose(choiceIn(shown.body), organisation);
  }
}

export function choiceIn(html: string): string {
  return /name="choice" value="([^"]+)"/.exec(html)?.[1] ?? "";
}

async function webhooksOf({ http, app }: TestServer): Promise<WebhookTarget> {
  const address = await http.listen({ host: "127.0.0.1", port: 0 });
  return { address: `${address}${WEBHOOK_PATH}`, key: app.config.ledger.webhookKey ?? "" };
}
