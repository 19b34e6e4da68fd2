import type { AccountingApi } from "xero-node";
import type { Tenancy, WriteCall } from "../connector/connector";
import {
  assertInTime,
  LedgerTrouble,
  type Collection,
  type Json,
  type LedgerApi,
  type ListQuery,
  type MadeCollection,
  type OptionAddress,
  type TokenSource,
} from "../connector/ledger-api";
import { networkTrouble, troubleOf } from "../connector/trouble";
import { listCalls, type ListCall } from "./list-calls";
import { camelCased, failureOf } from "./wire";

export interface XeroApiOptions {
  readonly tokens: TokenSource;
  /** "https://api.xero.com/api.xro/2.0", or a stand-in; asked anew for each call. */
  readonly baseUrl: () => string;
  readonly timeoutMs: number;
}

type Answer = Promise<{ response: { data: unknown } }>;
type Work = (api: AccountingApi) => Answer;

/** Xero's accounting API through Xero's own client (xero-node). */
export class XeroApi implements LedgerApi {
  constructor(private readonly options: XeroApiOptions) {}

  async list(tenancy: Tenancy, collection: Collection, query: ListQuery): Promise<readonly Json[]> {
    const call: ListCall = listCalls[collection];
    return this.call(tenancy, collection, (api) => call(api, tenancy.tenantId, query));
  }

  async get(tenancy: Tenancy, collection: "PurchaseOrders", id: string): Promise<Json | null> {
    const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(id);
    try {
      const rows = await this.call(tenancy, collection, (api) => {
        if (isId) return api.getPurchaseOrder(tenancy.tenantId, id);
        return api.getPurchaseOrderByNumber(tenancy.tenantId, id);
      });
      return rows[0] ?? null;
    } catch (error) {
      if (error instanceof LedgerTrouble && error.kind === "refused") return null;
      throw error;
    }
  }

  async create(
    tenancy: Tenancy,
    collection: MadeCollection,
    rows: readonly Json[],
    call: WriteCall,
  ): Promise<readonly Json[]> {
    const { tenantId } = tenancy;
    const { key } = call;
    const given = rows.map(camelCased);
    const work: Work = (api) => {
      switch (collection) {
        case "Contacts":
          return api.createContacts(tenantId, { contacts: given }, false, key);
        case "Items":
          return api.createItems(tenantId, { items: given as never }, false, undefined, key);
        case "PurchaseOrders":
          return api.createPurchaseOrders(tenantId, { purchaseOrders: given }, false, key);
        case "Invoices":
          return api.createInvoices(tenantId, { invoices: given }, false, undefined, key);
      }
    };
    return this.call(tenancy, collection, work, call);
  }

  async change(
    tenancy: Tenancy,
    collection: "PurchaseOrders",
    rows: readonly Json[],
    call: WriteCall,
  ): Promise<readonly Json[]> {
    const purchaseOrders = rows.map(camelCased);
    const work: Work = (api) => api.updateOrCreatePurchaseOrders(tenancy.tenantId, { purchaseOrders }, false, call.key);
    return this.call(tenancy, collection, work, call);
  }

  async addOption(tenancy: Tenancy, categoryId: string, name: string, call: WriteCall): Promise<Json> {
    const work: Work = (api) => api.createTrackingOptions(tenancy.tenantId, categoryId, { name }, call.key);
    const rows = await this.call(tenancy, "Options", work, call);
    return rows[0] ?? {};
  }

  async renameOption(
    tenancy: Tenancy,
    { categoryId, optionId }: OptionAddress,
    name: string,
    call: WriteCall,
  ): Promise<Json> {
    const work: Work = (api) => api.updateTrackingOptions(tenancy.tenantId, categoryId, optionId, { name }, call.key);
    const rows = await this.call(tenancy, "Options", work, call);
    return rows[0] ?? {};
  }

  /** A token that was refused is replaced once. */
  private async call(tenancy: Tenancy, collection: string, work: Work, write?: WriteCall): Promise<Json[]> {
    const { tokens } = this.options;
    const token = await tokens.accessToken(tenancy);
    try {
      return await this.once(token, collection, work, write);
    } catch (error) {
      if (!(error instanceof LedgerTrouble) || error.kind !== "unauthorised") throw error;
      tokens.reject(tenancy, token);
      return this.once(await tokens.accessToken(tenancy), collection, work, write);
    }
  }

  private async once(token: string, collection: string, work: Work, write?: WriteCall): Promise<Json[]> {
    // Loaded on the first call: the client is large, and most servers start without speaking to Xero.
    const { AccountingApi } = await import("xero-node");
    const api = new AccountingApi(this.options.baseUrl());
    api.accessToken = token;
    const { timeoutMs } = this.options;
    // The last thing that the client does before a request leaves. It has no time-out of its own.
    api.setDefaultAuthentication({
      applyToRequest(request) {
        if (write) assertInTime(write);
        request.signal = AbortSignal.timeout(timeoutMs);
      },
    });
    try {
      const { response } = await work(api);
      const data = response.data as Json;
      return Array.isArray(data[collection]) ? (data[collection] as Json[]) : [];
    } catch (error) {
      throw translated(error);
    }
  }
}

/** The client rejects with JSON text of the answer, or of what the network said. */
function translated(error: unknown): LedgerTrouble {
  if (error instanceof LedgerTrouble) return error;
  const failure = failureOf(error);
  if (failure.status === 0) return networkTrouble(failure.cause);
  return troubleOf(failure.status, failure.body, (name) => failure.headers[name]);
}
