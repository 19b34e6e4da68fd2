import Fastify, { type FastifyInstance } from "fastify";
import { Faults } from "../ledger/faults";
import { systemClock, type Clock } from "../../kernel/clock";
import { addControlRoutes } from "./control-routes";
import { addPlatformPage } from "./page/platform-page";
import { EventSender } from "./events/event-sender";
import type { PlatformParts } from "./platform-parts";
import { PlatformStore } from "./platform-store";
import { PLATFORM_ALLOWANCE, type CallAllowance } from "./rest/call-windows";
import { addDirectoryRoutes } from "./rest/directory-routes";
import { addRequestRoutes } from "./rest/request-routes";
import { restGate } from "./rest/rest-gate";
import { addSetUpRoutes } from "./rest/set-up-routes";
import { addSyncRoutes } from "./rest/sync-routes";
import { addTokenRoutes } from "./rest/token-routes";
import { ErpTool } from "./tool/erp-tool";

export interface SandboxPlatformOptions {
  /** Its own SQLite file; `:memory:` keeps nothing. */
  readonly file: string;
  /** 0: any free port. */
  readonly port: number;
  readonly clock?: Clock;
  readonly allowance?: CallAllowance;
  /** How long it waits before it tells an event again for the first time. */
  readonly firstWaitMs?: number;
}

/**
 * An embedded construction platform over HTTP on loopback: the real paths, headers, windows of calls, pages, sync actions
 * and errors; webhooks with retries, in all three forms; faults on demand. The default of `npm start`, and the tests'.
 */
export class SandboxPlatform {
  private constructor(
    private readonly http: FastifyInstance,
    readonly store: PlatformStore,
    readonly faults: Faults,
    readonly events: EventSender,
    readonly tool: ErpTool,
    /** "http://127.0.0.1:PORT" */
    readonly address: string,
  ) {}

  static async start(options: SandboxPlatformOptions): Promise<SandboxPlatform> {
    const clock = options.clock ?? systemClock;
    const store = new PlatformStore(options.file);
    const events = new EventSender(store, clock, options.firstWaitMs);
    const faults = new Faults();
    const tool = new ErpTool(store, events, clock);
    const parts: PlatformParts = { store, faults, clock, events, allowance: options.allowance ?? PLATFORM_ALLOWANCE };
    const http = Fastify({ logger: false, bodyLimit: 16 * 1024 * 1024 });
    http.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    });
    const add = restGate(http, parts);
    addTokenRoutes(http, parts);
    addRequestRoutes(add, parts);
    addSyncRoutes(add, parts);
    addSetUpRoutes(add, parts);
    addDirectoryRoutes(add, parts);
    addControlRoutes(http, parts);
    addPlatformPage(http, parts, tool);
    const address = await http.listen({ host: "127.0.0.1", port: options.port });
    events.look();
    return new SandboxPlatform(http, store, faults, events, tool, address);
  }

  /** The same server without the network between: what a request would be answered. */
  async inject(address: string, init: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(address);
    const answer = await this.http.inject({
      method: (init.method ?? "GET") as "GET",
      url: pathname + search,
      headers: init.headers as Record<string, string>,
      ...(typeof init.body === "string" ? { payload: init.body } : {}),
    });
    const headers = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const { statusCode: status, body } = answer;
    return new Response(body === "" ? null : body, { status, headers });
  }

  async stop(): Promise<void> {
    await this.events.stop();
    this.http.server.closeAllConnections();
    await this.http.close();
    this.store.close();
  }
}
