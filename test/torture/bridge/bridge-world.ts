import { PlatformStore, type Json, type Kind } from "../../../src/dev/platform/platform-store";
import type { Sendable } from "../../../src/dev/platform/tool/erp-tool";
import { DEMO_PLATFORM_COMPANY as COMPANY, projectCode } from "../../../src/dev/platform/tool/world-parts";
import { approverEmail } from "../house";
import { oneOf, seeded, whole, type Seeded } from "../seeded";

/** Something that is sent from the platform, and what must be green before. */
export interface Object {
  readonly kind: Sendable;
  readonly id: number;
  /** Null: the foundations, all of them. */
  readonly after: number | null;
}

const COST_TYPE = { id: 603, code: "S", name: "Subcontract", origin_id: "subcontract" };
const SERVICE_USER = 101;
export const approverUser = (index: number): number => 110 + index;
const APPROVER_LEVELS = { Directory: "Read Only", "ERP Integrations": "Standard" };
const SERVICE_LEVELS = { Admin: "Admin", Directory: "Admin", "ERP Integrations": "Admin", "Webhooks API": "Standard" };

interface Line {
  readonly id: number;
  readonly code: number;
}
interface Contract {
  readonly id: number;
  readonly project: number;
  readonly lines: readonly Line[];
}

/** A company of the platform with so many objects, none of which is in the ledger; the same for the same seed. */
export function stockBridge(file: string, seed: number, count: number, approvers: number): readonly Object[] {
  const store = new PlatformStore(file);
  try {
    return store.atomically(() => new World(store, seeded(seed ^ 0x2545f491)).stock(count, approvers));
  } finally {
    store.close();
  }
}

class World {
  private lineId = 100_000;

  constructor(
    private readonly store: PlatformStore,
    private readonly random: Seeded,
  ) {}

  stock(count: number, approvers: number): Object[] {
    this.people(approvers);
    this.put("line_item_type", COST_TYPE.id, { ...COST_TYPE, base_type: null });
    const codes = ids(500, Math.max(2, Math.floor(count / 50)));
    const vendors = ids(2_000, Math.max(2, Math.floor(count / 25)));
    const projects = ids(300, Math.max(2, Math.floor(count / 100)));
    codes.forEach((id, index) => this.put("standard_cost_code", id, named(`C-${index + 1}`)));
    vendors.forEach((id, index) => this.vendor(id, `V-${index + 1}`));
    projects.forEach((id, index) => this.project(id, `T-${index + 1}`, codes));
    const rest = Math.max(3, count - codes.length - vendors.length - projects.length);
    const orders = Math.max(1, Math.floor(rest * 0.4));
    const changes = Math.floor(rest * 0.3);
    const contracts = ids(10_000, orders).map((id, index) => this.contract(id, index, projects, codes, vendors));
    const own = (kind: Sendable) => (id: number) => ({ kind, id, after: null });
    return [
      ...codes.map(own("standard_cost_code")),
      ...projects.map(own("project")),
      ...vendors.map(own("vendor")),
      ...contracts.map(({ id }) => ({ kind: "commitment" as const, id, after: null })),
      ...ids(30_000, changes).map((id, index) => this.change(id, index, oneOf(this.random, contracts))),
      ...ids(60_000, rest - orders - changes).map((id, index) =>
        this.invoice(id, index, oneOf(this.random, contracts)),
      ),
    ];
  }

  private put(kind: Kind, id: number, body: Json, parent: number | null = null): void {
    this.store.put(kind, { id, company: COMPANY, body }, parent);
  }

  private people(approvers: number): void {
    this.put("company", COMPANY, { name: "Torture", app_connected: true });
    const service = { name: "Ledgergate", email_address: "service@platform.test", is_active: true };
    this.put("user", SERVICE_USER, { ...service, is_service_account: true, permissions: SERVICE_LEVELS });
    for (let index = 0; index < approvers; index += 1)
      this.put("user", approverUser(index), {
        name: `Approver ${index + 1}`,
        email_address: approverEmail(index),
        is_active: true,
        can_push_to_accounting: true,
        permissions: APPROVER_LEVELS,
      });
  }

  private vendor(id: number, number: string): void {
    const name = `Vendor ${number}`;
    this.put("vendor", id, { name, company: name, is_active: true, origin_code: number, country_code: "US" });
  }

  private project(id: number, number: string, codes: readonly number[]): void {
    this.put("project", id, { name: `Project ${number}`, project_number: number, active: true, address: "" });
    codes.forEach((code, index) => {
      this.put("cost_code", projectCode(id, code), { ...named(`C-${index + 1}`), standard_cost_code_id: code }, id);
    });
  }

  private contract(
    id: number,
    index: number,
    projects: readonly number[],
    codes: readonly number[],
    vendors: readonly number[],
  ): Contract {
    const project = oneOf(this.random, projects);
    const lines = ids(0, whole(this.random, 1, 3)).map(() => {
      return { id: (this.lineId += 1), code: projectCode(project, oneOf(this.random, codes)) };
    });
    this.put("commitment", id, {
      type: this.random() < 0.5 ? "WorkOrderContract" : "PurchaseOrderContract",
      number: `SC-${index + 1}`,
      title: `Commitment ${index + 1}`,
      vendor_id: oneOf(this.random, vendors),
      project_id: project,
      accounting_method: "amount",
      status: "Approved",
      contract_date: "2026-10-01",
      created_at: "2026-10-01T09:00:00Z",
      items: lines.map((line, position) => this.item(line, position + 1)),
    });
    return { id, project, lines };
  }

  private change(id: number, index: number, contract: Contract): Object {
    const { id: of, code } = oneOf(this.random, contract.lines);
    this.put("change_order", id, {
      contract_id: contract.id,
      number: `CO-${index + 1}`,
      status: "Approved",
      title: `Change ${index + 1}`,
      created_at: "2026-10-10T09:00:00Z",
      items: [{ ...this.item({ id: (this.lineId += 1), code }, 1), commitment_line_item_id: of }],
    });
    return { kind: "change_order", id, after: contract.id };
  }

  private invoice(id: number, index: number, contract: Contract): Object {
    const { id: of, code } = oneOf(this.random, contract.lines);
    this.put("requisition", id, {
      contract_id: contract.id,
      number: String(index + 1),
      invoice_number: `I-${index + 1}`,
      billing_date: "2026-10-31",
      requisition_start: "2026-10-01",
      requisition_end: "2026-10-31",
      status: "approved",
      created_at: "2026-10-31T09:00:00Z",
      items: [{ ...this.item({ id: (this.lineId += 1), code }, 1), commitment_item_id: of, retainage: "0.0" }],
    });
    return { kind: "requisition", id, after: contract.id };
  }

  private item({ id, code }: Line, position: number): Json {
    const amount = `${whole(this.random, 10, 900)}.${whole(this.random, 10, 99)}`;
    const amounts = { amount, total_amount: amount, extended_amount: amount, quantity: "0.0", unit_cost: "0.0" };
    const lists = { uom: null, cost_code_id: code, line_item_type_id: COST_TYPE.id };
    return { id, position, description: `Line ${id}`, ...amounts, ...lists };
  }
}

function named(code: string): Json {
  return { code, full_code: code, name: `Code ${code}`, standard_cost_code_list_id: 1 };
}

function ids(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index + 1);
}
