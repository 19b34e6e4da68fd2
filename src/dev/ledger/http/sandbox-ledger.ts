import Fastify, { type FastifyInstance } from "fastify";
import { systemClock, type Clock } from "../../../kernel/clock";
import { addAccountingRoutes } from "./accounting-routes";
import { XERO_ALLOWANCE, type Allowance } from "../call-limits";
import { addControlRoutes } from "./control-routes";
import { addDocumentPage } from "./document-page";
import { Faults } from "../faults";
import { addIdentityRoutes } from "./identity-routes";
import { LedgerStore } from "../ledger-store";
import { addLedgerPage } from "./ledger-page";
import { SANDBOX_TENANT, type SandboxParts, type Tenant } from "../sandbox-parts";
import { Tokens } from "../tokens";
import { WebhookSender, type WebhookTarget } from "../webhook-sender";

export interface SandboxOptions {
  /** Its own SQLite file; `:memory:` keeps nothing. */
  readonly file: string;
  /** 0: any free port. */
  readonly port: number;
  readonly clock?: Clock;
  readonly allowance?: Allowance;
  /** Organisations that a consent gives access to. */
  readonly tenants?: readonly Tenant[];
  /** Told of what changes in the books; nobody if left out. */
  readonly webhooks?: WebhookTarget;
  /** Told of each request as it came. */
  readonly observer?: (call: ObservedCall) => void;
}

export interface ObservedCall {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/**
 * An embedded ledger that behaves like Xero over HTTP on loopback: statuses, validation errors, limits with the real
 * headers, idempotency, tokens that expire, and faults on demand. The default connector's counterpart, and the tests'.
 */
export class SandboxLedger {
  private constructor(
    private readonly http: FastifyInstance,
    readonly store: LedgerStore,
    readonly faults: Faults,
    /** Null: nobody is told of changes. */
    readonly webhooks: WebhookSender | null,
    /** "http://127.0.0.1:PORT" */
    readonly address: string,
  ) {}

  static async start(options: SandboxOptions): Promise<SandboxLedger> {
    const store = new LedgerStore(options.file);
    const parts: SandboxParts = {
      store,
      tokens: new Tokens(store),
      faults: new Faults(),
      clock: options.clock ?? systemClock,
      allowance: options.allowance ?? XERO_ALLOWANCE,
      tenants: options.tenants ?? [SANDBOX_TENANT],
      webhooks: options.webhooks ? new WebhookSender(options.webhooks, options.clock ?? systemClock) : null,
    };
    const http = Fastify({ logger: false, bodyLimit: 4 * 1024 * 1024 });
    addFormParser(http);
    const { observer } = options;
    if (observer)
      http.addHook("preHandler", async ({ method, url, headers, body }) => observer({ method, url, headers, body }));
    addIdentityRoutes(http, parts);
    addAccountingRoutes(http, parts);
    addControlRoutes(http, parts);
    addLedgerPage(http, parts);
    addDocumentPage(http, parts);
    const address = await http.listen({ host: "127.0.0.1", port: options.port });
    return new SandboxLedger(http, store, parts.faults, parts.webhooks, address);
  }

  async stop(): Promise<void> {
    await this.webhooks?.stop();
    this.http.server.closeAllConnections();
    await this.http.close();
    this.store.close();
  }
}

/** Token requests are forms (RFC 6749). */
function addFormParser(http: FastifyInstance): void {
  http.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}
