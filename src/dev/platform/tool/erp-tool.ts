import type { EventSender } from "../events/event-sender";
import { objectOf, textOf, type Json, type Kind, type PlatformStore, type Thing } from "../platform-store";
import type { Clock } from "../../../kernel/clock";
import { KIND_OF, setStanding, standingOf } from "./closing";
import { Payloads, typeOf } from "./payloads";

/** What people of the platform may not do, in words. */
export class NotAllowed extends Error {}

/** What can be sent to the ERP from the platform's own tools. */
export type Sendable = Extract<
  Kind,
  "vendor" | "project" | "standard_cost_code" | "commitment" | "change_order" | "requisition"
>;

/** The platform's ERP tool: what its people do there, and the requests that follow from it. */
export class ErpTool {
  private readonly payloads: Payloads;

  constructor(
    private readonly store: PlatformStore,
    private readonly events: EventSender,
    private readonly clock: Clock,
  ) {
    this.payloads = new Payloads(store);
  }

  /** "Send to ERP": the object waits for an accounting approver, and is held meanwhile. */
  send(kind: Sendable, id: number): void {
    this.change(() => {
      const thing = this.thing(kind, id);
      if (this.isSynced(kind, thing) && kind !== "project") throw new NotAllowed("It is synced, and locked.");
      const { state } = standingOf(thing);
      if (state === "waiting" || state === "exporting") throw new NotAllowed("It waits already.");
      setStanding(this.store, kind, thing, { state: "waiting", messages: [] });
    });
  }

  retrieve(kind: Sendable, id: number): void {
    this.change(() => {
      const thing = this.thing(kind, id);
      if (standingOf(thing).state !== "waiting") throw new NotAllowed("Nobody can pull it back now.");
      setStanding(this.store, kind, thing, { state: "given_back", messages: ["Retrieved"] });
    });
  }

  /** The approver of the platform gives it back. */
  reject(userId: number, kind: Sendable, id: number, reason: string): void {
    this.change(() => {
      const thing = this.thing(kind, id);
      this.requireApprover(userId, thing.company);
      setStanding(this.store, kind, thing, { state: "given_back", messages: [reason || "Rejected"] });
    });
  }

  /** The approver exports: a request, with a detail for each object. Answers the request's id. */
  export(userId: number, kind: Sendable, ids: readonly number[]): number {
    return this.change(() => {
      const things = ids.map((id) => this.thing(kind, id));
      const [first] = things;
      if (!first) throw new NotAllowed("Choose something to export.");
      this.requireApprover(userId, first.company);
      const requestId = this.store.newId();
      const exported = things.map((thing) => ({ thing, detail: this.detail(requestId, kind, thing) }));
      for (const { thing } of exported)
        setStanding(this.store, kind, this.thing(kind, thing.id), { state: "exporting", messages: [] });
      const [only] = exported;
      if (!only) throw new NotAllowed("Choose something to export.");
      this.request(requestId, userId, first.company, ...this.payload(kind, only, exported));
      return requestId;
    });
  }

  /** Any request as the events dictionary has it, with a detail for each `request_detail_id` in it. */
  raise(userId: number, company: number, request: Json): number {
    return this.change(() => {
      const requestId = this.store.newId();
      for (const { id, itemType, itemId } of detailsIn(request))
        this.store.put("detail", { id, company, body: openDetail(id, requestId, itemType, itemId) });
      const { request_name: name, request_data: data, ...beside } = request;
      this.request(requestId, userId, company, textOf(name), data, beside);
      return requestId;
    });
  }

  /** A request with one detail of its own under its top, such as a refresh or an unlinking. */
  ask(userId: number, company: number, name: string, data: Json, about?: { kind: Sendable; id: number }): number {
    return this.change(() => {
      const requestId = this.store.newId();
      const detail = about
        ? this.detail(requestId, about.kind, this.thing(about.kind, about.id))
        : this.bareDetail(requestId, company);
      this.request(requestId, userId, company, name, { ...data, request_detail_id: detail, company_id: company });
      return requestId;
    });
  }

  isSynced(kind: Kind, thing: Thing): boolean {
    const itemType = kind === "commitment" ? typeOf(thing) : (typeNames(kind)[0] ?? kind);
    return (this.store.external(thing.company, itemType, thing.id)?.origin_id ?? null) !== null;
  }

  private payload(
    kind: Sendable,
    only: { thing: Thing; detail: number },
    all: readonly { thing: Thing; detail: number }[],
  ): [string, unknown] {
    const { thing, detail } = only;
    switch (kind) {
      case "vendor":
        return ["create_vendor", this.payloads.vendor(thing, detail)];
      case "project":
        return ["create_or_update_job", this.payloads.job(thing, detail)];
      case "standard_cost_code":
        return ["create_standard_cost_codes", this.payloads.standardCostCodes(all)];
      case "commitment":
        return ["create_commitment", this.payloads.commitment(thing, detail)];
      case "change_order":
        return ["create_commitment_change_order", this.payloads.changeOrder(thing, detail)];
      case "requisition":
        return ["create_requisitions", this.payloads.requisitions(all)];
    }
  }

  private request(id: number, userId: number, company: number, name: string, data: unknown, beside: Json = {}): void {
    const at = this.clock.now().toISOString();
    const own = { company_id: company, request_name: name, request_data: data, created_at: at, updated_at: at };
    const body = { ...beside, ...own };
    this.store.put("request", { id, company, body });
    const happened = { company, project: null, user: userId, resource: "ERP Requests", reason: "create" } as const;
    this.events.tell({ ...happened, resourceId: id, ownApplication: false });
  }

  private detail(requestId: number, kind: Sendable, thing: Thing): number {
    const id = this.store.newId();
    const itemType = kind === "commitment" ? typeOf(thing) : (typeNames(kind)[0] ?? kind);
    this.store.put("detail", { id, company: thing.company, body: openDetail(id, requestId, itemType, thing.id) });
    return id;
  }

  private bareDetail(requestId: number, company: number): number {
    const id = this.store.newId();
    this.store.put("detail", { id, company, body: openDetail(id, requestId, null, null) });
    return id;
  }

  /** Standard or Admin on the tool, and the privilege (the platform's own rule; Ledgergate's comes after it). */
  private requireApprover(userId: number, company: number): void {
    const user = this.store.get("user", userId);
    const level = textOf(objectOf(user?.body["permissions"])["ERP Integrations"]);
    if (
      user?.company !== company ||
      !["Standard", "Admin"].includes(level) ||
      user.body["can_push_to_accounting"] !== true
    )
      throw new NotAllowed("Only an accounting approver of the platform may do this.");
  }

  private thing(kind: Kind, id: number): Thing {
    const found = this.store.get(kind, id);
    if (!found) throw new NotAllowed(`There is no ${kind} ${id}.`);
    return found;
  }

  private change<T>(work: () => T): T {
    const result = this.store.atomically(work);
    this.events.look();
    return result;
  }
}

function typeNames(kind: Kind): string[] {
  return Object.keys(KIND_OF).filter((type) => KIND_OF[type] === kind);
}

function openDetail(id: number, requestId: number, itemType: string | null, itemId: number | null): Json {
  const item = { item_type: itemType, item_id: itemId };
  return { id, erp_request_id: requestId, ...item, status: "in_progress", messages: [], closings: 0 };
}

interface FoundDetail {
  readonly id: number;
  readonly itemType: string | null;
  readonly itemId: number | null;
}

/** Wherever the data names one. */
function detailsIn(data: unknown): FoundDetail[] {
  if (Array.isArray(data)) return data.flatMap(detailsIn);
  if (typeof data !== "object" || data === null) return [];
  const { request_detail_id: id } = data as { request_detail_id?: unknown };
  const inner = Object.values(data).flatMap(detailsIn);
  return typeof id === "number" ? [{ id, itemType: null, itemId: null }, ...inner] : inner;
}
