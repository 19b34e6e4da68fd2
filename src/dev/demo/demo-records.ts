import type { App } from "../../application";
import { systemActor, type Actor } from "../../kernel/actor";
import { keyOf } from "../../records/item/item";
import type { OfferedItem } from "../../records/approval/offering.service";
import type { RecordEntity } from "../../records/record/record.entity";
import type { StagedItem } from "../../records/import/staged-item";

const SEED = systemActor("demo seed");
const LEDGER = { kind: "system", id: "demo seed", name: "demo seed" } as const;

const person = (email: string): Actor => ({ kind: "person", email, subject: `demo-seed|${email}`, name: null });
const MANAGER = person("project-manager@demo.test");
const APPROVER = person("commitments-and-invoices@demo.test");

const item = (feature: OfferedItem["feature"], values: Record<string, unknown>): OfferedItem => ({ feature, values });

const code = (name: string, description: string, costType: string) =>
  item("cost_code", { code: name, description, costType });
const READY = { usesErpCostCodes: true, isNew: true };
const vendor = (number: string, name: string, city: string) =>
  item("vendor", { number, name, city, country: "US", counterpartLookedFor: true });

/** In the ledger already: what everything else builds on. */
const FOUNDATIONS: readonly OfferedItem[] = [
  code("01-100", "General conditions", "labor"),
  code("03-300", "Cast-in-place concrete", "materials"),
  code("05-120", "Structural steel", "subcontract"),
  item("project", { project: "P-100", ...READY, toolEnabled: true }),
  item("project", { project: "P-200", ...READY, toolEnabled: true }),
  vendor("V-100", "Harbour Steel", "Portland"),
  vendor("V-200", "Northside Concrete", "Salem"),
];
/** Offered, waiting for somebody who may send them; the third project is not set up for the ERP yet. */
const WAITING: readonly OfferedItem[] = [
  code("09-900", "Painting", "subcontract"),
  vendor("V-300", "Bright Painting", "Eugene"),
  item("project", { project: "P-300", ...READY, toolEnabled: false }),
];

const line = (number: string, costCode: string, amount: string) => ({ number, costCode, amount });
const bill = (costCode: string, amount: string) => ({ costCode, amount });

const commitment = (number: string, title: string, more: Record<string, unknown>) =>
  item("commitment", { number, title, date: "2026-10-05", status: "approved", ...more });
const STEEL = commitment("SC-001", "Structural steel", {
  project: "P-100",
  kind: "subcontract",
  vendor: "V-100",
  lines: [line("1", "05-120", "240000.00"), line("2", "01-100", "10000.00")],
});
const CONCRETE = commitment("PO-002", "Concrete for the piers", {
  project: "P-100",
  kind: "purchase_order",
  vendor: "V-200",
  lines: [line("1", "03-300", "12500.50")],
});
/** Its vendor and its cost code are not in the ledger yet. */
const PAINTING = commitment("SC-003", "Painting", {
  project: "P-200",
  kind: "subcontract",
  vendor: "V-300",
  lines: [line("1", "09-900", "38400.00")],
});
const FORMWORK = commitment("PO-004", "Formwork", {
  project: "P-200",
  kind: "purchase_order",
  vendor: "V-200",
  lines: [line("1", "03-300", "7250.00")],
});
const STAIRS = commitment("SC-005", "Steel stairs", {
  project: "P-200",
  kind: "subcontract",
  vendor: "V-100",
  lines: [line("1", "05-120", "61000.00")],
});

const CHANGE = item("commitment_change_order", {
  project: "P-100",
  commitment: "SC-001",
  number: "CO-1",
  title: "Heavier girders",
  vendor: "V-100",
  status: "approved",
  lines: [{ commitmentLine: "1", costCode: "05-120", amount: "18500.00" }],
});

const invoice = (number: string, commitmentNumber: string, more: Record<string, unknown>) =>
  item("subcontractor_invoice", {
    commitment: commitmentNumber,
    number,
    billingDate: "2026-10-31",
    periodStart: "2026-10-01",
    periodEnd: "2026-10-31",
    status: "approved",
    ...more,
  });
const PAID = invoice("INV-1001", "SC-001", { project: "P-100", vendor: "V-100", lines: [bill("05-120", "42000.00")] });
const BILLED = invoice("INV-1002", "SC-001", {
  project: "P-100",
  vendor: "V-100",
  lines: [bill("05-120", "36000.00")],
});
const EARLY = invoice("INV-1003", "SC-003", { project: "P-200", vendor: "V-300", lines: [bill("09-900", "9600.00")] });

/** As a reading of the books that `demo-ledger.ts` stocks finds it. */
const STAGED: readonly StagedItem[] = [
  { ...staged("project", "demo-job-depot", "Riverside Depot"), payload: { name: "Riverside Depot", category: "Job" } },
  { ...staged("vendor", "demo-contact-bright", "Bright Painting"), payload: { name: "Bright Painting" } },
  {
    ...staged("job_cost", "demo-spend-1/1", "Crane hire"),
    kind: "spend_money",
    number: "Crane hire",
    amount: { minor: 185_000, currency: "USD" },
    documentDate: "2026-11-03T00:00:00.000Z",
    job: { name: "Harbour Bridge", externalId: null },
    buildsOn: [{ feature: "cost_code", sourceKey: keyOf("01-100") }],
    payload: {
      document: "demo-spend-1",
      kind: "spend_money",
      job: "Harbour Bridge",
      costCode: "01-100",
      status: "AUTHORISED",
    },
  },
  {
    ...staged("commitment_payment", "demo-payment-1", "Payment INV-1001"),
    number: "INV-1001",
    amount: { minor: 4_200_000, currency: "USD" },
    documentDate: "2026-11-12T00:00:00.000Z",
    buildsOn: [{ feature: "subcontractor_invoice", externalId: "demo-subcontractor_invoice-INV-1001" }],
    payload: { paidOn: "2026-11-12", reference: "INV-1001", invoice: "INV-1001" },
  },
];

function staged(feature: StagedItem["feature"], externalId: string, title: string): StagedItem {
  const nothing = { kind: null, amount: null, documentDate: null, buildsOn: [], invalid: null, payload: {} };
  return { feature, externalId, number: title, title, ...nothing };
}

/** Records of every kind: some synced, some waiting, one blocked, one rejected, one refused by the ledger, some to import. */
export async function seedDemoRecords(app: App, company: string): Promise<void> {
  for (const offered of FOUNDATIONS) await synced(app, company, SEED, offered);
  await synced(app, company, MANAGER, STEEL);
  for (const offered of WAITING) await app.offering.offer(SEED, company, offered);
  for (const offered of [CONCRETE, PAINTING, CHANGE]) await app.offering.offer(MANAGER, company, offered);
  await synced(app, company, MANAGER, PAID);
  for (const offered of [BILLED, EARLY]) await app.offering.offer(MANAGER, company, offered);
  const { record: formwork } = await app.offering.offer(MANAGER, company, FORMWORK);
  const reason = "The price does not agree with the quotation.";
  const seen = { company, record: formwork.id, expectedVersion: formwork.version };
  await app.records.reject(APPROVER, seen, reason);
  const stairs = await sent(app, company, MANAGER, STAIRS);
  const text = "Account code '300' is not a valid code for this document.";
  await app.recordOutcomes.refused(LEDGER, deliveredOf(stairs), { code: "ACCOUNT_INVALID", text });
  await app.staging.stage(LEDGER, stairs.companyId, STAGED);
}

async function synced(app: App, company: string, actor: Actor, offered: OfferedItem): Promise<void> {
  const record = await sent(app, company, actor, offered);
  await app.recordOutcomes.accepted(LEDGER, deliveredOf(record), `demo-${record.feature}-${record.number}`);
}

async function sent(app: App, company: string, actor: Actor, offered: OfferedItem): Promise<RecordEntity> {
  const { record } = await app.offering.offer(actor, company, offered);
  const seen = { company, record: record.id, expectedVersion: record.version };
  return (await app.recordsAside.send(SEED, seen)).record;
}

function deliveredOf({ companyId, id: recordId, revision }: RecordEntity) {
  return { companyId, recordId, revision };
}
