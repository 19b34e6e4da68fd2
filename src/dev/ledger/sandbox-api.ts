import type { Tenancy, WriteCall } from "../../erp/connector/connector";
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
} from "../../erp/connector/ledger-api";
import { networkTrouble, troubleOf } from "../../erp/connector/trouble";

export interface SandboxApiOptions {
  /** "http://127.0.0.1:PORT" of the sandbox ledger; asked anew for each call, since it may restart elsewhere. */
  readonly address: () => string;
  readonly tokens: TokenSource;
  readonly timeoutMs: number;
}

interface Call {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly write?: WriteCall;
}

/** The sandbox ledger's API over plain HTTP. */
export class SandboxApi implements LedgerApi {
  constructor(private readonly options: SandboxApiOptions) {}

  async list(tenancy: Tenancy, collection: Collection, query: ListQuery): Promise<readonly Json[]> {
    const body = await this.call(tenancy, {
      method: "GET",
      // The one collection that its path does not call by its name.
      path: collection === "Organisations" ? "Organisation" : collection,
      query: {
        where: query.where,
        InvoiceNumbers: query.invoiceNumbers?.join(","),
        page: query.page === undefined ? undefined : String(query.page),
        order: query.order,
        includeArchived: query.includeArchived ? "true" : undefined,
      },
      headers: query.modifiedSince === undefined ? {} : { "if-modified-since": query.modifiedSince },
    });
    return rowsIn(body, collection);
  }

  async get(tenancy: Tenancy, collection: "PurchaseOrders", id: string): Promise<Json | null> {
    try {
      const path = `${collection}/${encodeURIComponent(id)}`;
      return rowsIn(await this.call(tenancy, { method: "GET", path }), collection)[0] ?? null;
    } catch (error) {
      if (error instanceof LedgerTrouble && error.kind === "refused") return null;
      throw error;
    }
  }

  create(tenancy: Tenancy, collection: MadeCollection, rows: readonly Json[], write: WriteCall) {
    return this.write(tenancy, "PUT", collection, rows, write);
  }

  change(tenancy: Tenancy, collection: "PurchaseOrders", rows: readonly Json[], write: WriteCall) {
    return this.write(tenancy, "POST", collection, rows, write);
  }

  private async write(
    tenancy: Tenancy,
    method: "PUT" | "POST",
    path: MadeCollection,
    rows: readonly Json[],
    write: WriteCall,
  ): Promise<readonly Json[]> {
    const query = { summarizeErrors: "false" };
    return rowsIn(await this.call(tenancy, { method, path, query, write, body: { [path]: rows } }), path);
  }

  async addOption(tenancy: Tenancy, categoryId: string, name: string, call: WriteCall): Promise<Json> {
    const body = await this.call(tenancy, {
      method: "PUT",
      path: `TrackingCategories/${categoryId}/Options`,
      write: call,
      body: { Name: name },
    });
    return rowsIn(body, "Options")[0] ?? {};
  }

  async renameOption(tenancy: Tenancy, option: OptionAddress, name: string, call: WriteCall): Promise<Json> {
    const body = await this.call(tenancy, {
      method: "POST",
      path: `TrackingCategories/${option.categoryId}/Options/${option.optionId}`,
      write: call,
      body: { Name: name },
    });
    return rowsIn(body, "Options")[0] ?? {};
  }

  /** A token that was refused is replaced once. */
  private async call(tenancy: Tenancy, call: Call): Promise<Json> {
    const token = await this.options.tokens.accessToken(tenancy);
    try {
      return await this.once(tenancy, call, token);
    } catch (error) {
      if (!(error instanceof LedgerTrouble) || error.kind !== "unauthorised") throw error;
      this.options.tokens.reject(tenancy, token);
      return this.once(tenancy, call, await this.options.tokens.accessToken(tenancy));
    }
  }

  private async once(
    { tenantId }: Tenancy,
    { method, path, query, headers, body, write }: Call,
    token: string,
  ): Promise<Json> {
    const url = new URL(`${this.options.address()}/api.xro/2.0/${path}`);
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(name, value);
    if (write) assertInTime(write);
    const answer = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "xero-tenant-id": tenantId,
        ...(body ? { "content-type": "application/json" } : {}),
        ...(write ? { "idempotency-key": write.key } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(this.options.timeoutMs),
    }).catch((error: unknown) => {
      throw networkTrouble(error);
    });
    const read = (await answer.json().catch((error: unknown) => {
      throw networkTrouble(error);
    })) as Json;
    if (answer.ok) return read;
    throw troubleOf(answer.status, read, (name) => answer.headers.get(name) ?? undefined);
  }
}

function rowsIn(body: Json, collection: string): Json[] {
  return Array.isArray(body[collection]) ? (body[collection] as Json[]) : [];
}
