import { createHash } from "node:crypto";
import { listed, marked, problem, refused, written, type LedgerAnswer } from "./envelope";
import { Chart, isChartKind, type ChartKind } from "./chart";
import { withTracking } from "./document-rules";
import { Ledger } from "./ledger";
import {
  isJson,
  isKindName,
  KINDS,
  listOf,
  textOf,
  type Json,
  type KindName,
  type LedgerObject,
} from "../ledger-object";
import type { LedgerStore } from "../ledger-store";
import { select, type Parameters } from "./query";

export interface LedgerCall {
  readonly method: string;
  /** Below the API's root, "Invoices" or "TrackingCategories/{id}/Options". */
  readonly path: string;
  readonly tenant: string;
  readonly query: Parameters;
  readonly body: unknown;
  readonly modifiedSince: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const MAX_KEY_LENGTH = 128;
/** Xero does not publish how long it keeps a key; a short life makes sure that nobody relies on a long one. */
const KEY_LIFE_MS = 6 * 60_000;

/** The accounting API over the sandbox's books, without the network. */
export class AccountingApi {
  constructor(private readonly store: LedgerStore) {}

  answer(call: LedgerCall): LedgerAnswer {
    if (call.method === "GET") return this.read(call);
    const key = call.idempotencyKey;
    if (key === undefined) return this.store.atomically(() => this.change(call));
    if (key.length > MAX_KEY_LENGTH)
      return problem(400, "Bad Request", `Idempotency-Key must not be longer than ${MAX_KEY_LENGTH} characters`);
    return this.store.atomically(() => this.once(call, key));
  }

  /** The same key and the same request get the same answer, without doing the work again. */
  private once(call: LedgerCall, key: string): LedgerAnswer {
    const digest = createHash("sha256")
      .update(JSON.stringify([call.method, call.path, call.body]))
      .digest("hex");
    const kept = this.store.keptAnswer(call.tenant, key);
    if (kept && call.now - kept.at < KEY_LIFE_MS) {
      if (kept.digest !== digest)
        return problem(400, "Bad Request", `Idempotency Key: ${key} is used with a different request.`);
      return { status: kept.status, body: JSON.parse(kept.body) as Json };
    }
    const answer = this.change(call);
    const { status, body } = answer;
    this.store.keepAnswer(call.tenant, key, { digest, status, body: JSON.stringify(body), at: call.now });
    return answer;
  }

  private read({ path, tenant, query, modifiedSince, now }: LedgerCall): LedgerAnswer {
    const [collection = "", id] = path.split("/");
    const chart = new Chart(this.store, tenant);
    if (collection === "Organisation") return listed("Organisations", [chart.organisation()], now);
    if (isChartKind(collection)) return listed(collection, chart.list(collection), now);
    if (!isKindName(collection)) return notFound();
    if (id !== undefined) {
      const named = () => this.store.byNumber(tenant, collection, id);
      const row = this.store.byId(tenant, collection, id) ?? named().find(isOpen) ?? named()[0];
      return row ? listed(collection, this.shown(tenant, [row.body]), now) : notFound();
    }
    const since = modifiedSince === undefined ? 0 : Date.parse(asUtc(modifiedSince));
    const rows = this.store.list(tenant, collection, Number.isNaN(since) ? 0 : since);
    return listed(collection, this.shown(tenant, select(collection, rows, query)), now);
  }

  /** A line is called by its option's name of today. */
  private shown(tenant: string, bodies: readonly Json[]): Json[] {
    const categories = this.store.list(tenant, "TrackingCategories").map(({ body }) => body);
    return bodies.map((body) => withTracking(body, categories));
  }

  private change(call: LedgerCall): LedgerAnswer {
    const [collection = "", id, part, partId] = call.path.split("/");
    const ledger = new Ledger(this.store, call.tenant);
    if (isChartKind(collection)) return putIntoChart(new Chart(this.store, call.tenant), collection, id, call);
    if (!isKindName(collection)) return notFound();
    if (collection === "TrackingCategories" && id !== undefined && part === "Options")
      return partId === undefined ? addOptions(ledger, id, call) : changeOption(ledger, id, partId, call);
    if (collection === "CreditNotes" && id !== undefined && part === "Allocations") {
      const made = ledger.allocate(id, isJson(call.body) ? call.body : {}, call.now);
      if (!made) return notFound();
      return made.faults.length > 0 ? refused([marked(made)]) : listed("Allocations", [made.body], call.now);
    }
    if (call.method === "DELETE") return id === undefined ? notFound() : this.takeAway(collection, id, call);
    const rows = rowsOf(collection, call.body, id);
    if (rows.length === 0) return problem(400, "Bad Request", "No rows were given");
    const write = () => rows.map((row) => ledger.write(collection, row, call.method === "PUT", call.now));
    if (call.query.summarizeErrors === "false") return written(collection, write(), false, call.now);
    return this.wholly(() => written(collection, write(), true, call.now));
  }

  /** Of all that is kept here, Xero deletes items for good; other things get a status. */
  private takeAway(collection: KindName, id: string, { tenant }: LedgerCall): LedgerAnswer {
    if (collection !== "Items" || !this.store.byId(tenant, collection, id)) return notFound();
    this.store.forget(tenant, id);
    return { status: 204, body: {} };
  }

  /** All rows or none: where the errors are summed up into a 400, nothing is kept. */
  private wholly(work: () => LedgerAnswer): LedgerAnswer {
    try {
      return this.store.atomically(() => {
        const answer = work();
        if (answer.status !== 200) throw new Undone(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof Undone) return error.answer;
      throw error;
    }
  }
}

function isOpen({ status }: LedgerObject): boolean {
  return status !== "DELETED" && status !== "VOIDED";
}

class Undone extends Error {
  constructor(readonly answer: LedgerAnswer) {
    super("Rolled back");
  }
}

function addOptions(ledger: Ledger, categoryId: string, { body, now }: LedgerCall): LedgerAnswer {
  const given = isJson(body) && Array.isArray(body.Options) ? listOf(body.Options) : isJson(body) ? [body] : [];
  const made = given.map((option) => ledger.addOption(categoryId, textOf(option.Name), now));
  if (made.length === 0 || made.includes(null)) return notFound();
  const faulty = made.flatMap((row) =>
    row && row.faults.length > 0 ? [{ ...row.body, ValidationErrors: row.faults.map((Message) => ({ Message })) }] : [],
  );
  if (faulty.length > 0) return refused(faulty);
  return listed(
    "Options",
    made.flatMap((row) => (row ? [row.body] : [])),
    now,
  );
}

/** Renames an option, or archives it; DELETE takes it away for good, as Xero does with one that nothing uses. */
function changeOption(ledger: Ledger, categoryId: string, optionId: string, call: LedgerCall): LedgerAnswer {
  const { body, method, now } = call;
  const changed = ledger.changeOption(categoryId, optionId, method === "DELETE" ? null : isJson(body) ? body : {}, now);
  if (!changed) return notFound();
  if (changed.faults.length > 0)
    return refused([{ ...changed.body, ValidationErrors: changed.faults.map((Message) => ({ Message })) }]);
  return listed("Options", [changed.body], now);
}

/** A call may carry `{Invoices: [...]}`, one object, or an id in its path. */
function rowsOf(kind: KindName, body: unknown, id: string | undefined): Json[] {
  if (Array.isArray(body)) return listOf(body);
  if (!isJson(body)) return [];
  const { collection, idField } = KINDS[kind];
  const rows = Array.isArray(body[collection]) ? listOf(body[collection]) : [body];
  return id === undefined ? rows : rows.map((row) => ({ ...row, [idField]: id }));
}

/** One row at a time, as Xero takes accounts. */
function putIntoChart(chart: Chart, kind: ChartKind, id: string | undefined, { body, now }: LedgerCall): LedgerAnswer {
  const given = isJson(body) && Array.isArray(body[kind]) ? listOf(body[kind])[0] : isJson(body) ? body : undefined;
  const row = given && chart.put(kind, id === undefined ? given : { ...given, AccountID: id });
  return row ? listed(kind, [row], now) : notFound();
}

function notFound(): LedgerAnswer {
  return problem(404, "Not Found", "The resource you're looking for cannot be found");
}

/** Xero takes the header as UTC, with or without a zone. */
function asUtc(header: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(header) ? `${header}Z` : header;
}
