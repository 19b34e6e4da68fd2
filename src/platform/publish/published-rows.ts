import { In, type EntityManager } from "typeorm";
import { decimalText } from "../../kernel/money";
import { RecordReferenceEntity } from "../../records/record/record-reference.entity";
import { RecordEntity } from "../../records/record/record.entity";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import type { StagedRow, StraightIn, SyncRow } from "../port/construction-platform";
import type { StagedStatus } from "../port/item-types";

/** Rows for one place of the platform. */
export type Published =
  | { readonly kind: "staged"; readonly rows: readonly StagedRow[] }
  | { readonly kind: "straight_in"; readonly to: StraightIn; readonly rows: readonly SyncRow[] };

const STAGED_STATUS: Readonly<Partial<Record<RecordEntity["state"], StagedStatus>>> = {
  staged: "staged",
  synced: "imported",
  failed: "invalid",
  archived: "archived",
};

/** What records that were read from the ledger are to the platform; those of projects that it does not know are left out. */
export async function publishedRows(
  manager: EntityManager,
  connection: PlatformConnectionEntity,
  records: readonly RecordEntity[],
): Promise<Published[]> {
  const staged = records.flatMap((record) => stagedRow(record) ?? []);
  const costs = await costRows(
    manager,
    connection,
    records.filter(({ feature }) => feature === "job_cost"),
  );
  const payments = await paymentRows(
    manager,
    connection,
    records.filter(({ feature }) => feature === "commitment_payment"),
  );
  return [...(staged.length > 0 ? [{ kind: "staged", rows: staged } as const] : []), ...costs, ...payments];
}

function stagedRow({ feature, externalId, number, title, state, payload }: RecordEntity): StagedRow | null {
  const status = STAGED_STATUS[state];
  if ((feature !== "vendor" && feature !== "project") || externalId === null || !status) return null;
  const { address, phone, fax, email } = payload as Record<string, string | undefined>;
  const data =
    feature === "project"
      ? { name: title, project_number: number }
      : {
          name: title,
          is_active: status !== "invalid",
          ...(address === undefined ? {} : { address }),
          ...(phone === undefined ? {} : { business_phone: phone }),
          ...(fax === undefined ? {} : { fax_number: fax }),
          ...(email === undefined ? {} : { email_address: email }),
        };
  return { itemType: feature, originId: externalId, originCode: number, status, data };
}

/** What counts: taken over, or dropped again by the ledger after it was. */
function counts({ state, failureCode }: RecordEntity): boolean {
  return state === "synced" || (state === "failed" && failureCode === "VOIDED");
}

function amountOf({ state, amountMinor, amountCurrency }: RecordEntity): string {
  if (state !== "synced" || amountMinor === null || amountCurrency === null) return "0.0";
  return decimalText({ minor: amountMinor, currency: amountCurrency });
}

async function costRows(
  manager: EntityManager,
  { id: connectionId }: PlatformConnectionEntity,
  records: readonly RecordEntity[],
): Promise<Published[]> {
  const counting = records.filter(counts);
  const projectIds = [...new Set(counting.flatMap(({ projectId }) => projectId ?? []))];
  if (projectIds.length === 0) return [];
  const projects = await manager.findBy(PlatformObjectEntity, {
    connectionId,
    itemType: "project",
    projectId: In(projectIds),
  });
  return projects.map((project): Published => {
    const own = counting.filter(({ projectId }) => projectId === project.projectId);
    const rows = own.map((record) => {
      const code = record.payload["costCode"];
      return {
        origin_id: record.externalId,
        description: record.title,
        amount: amountOf(record),
        date: record.documentDate?.slice(0, 10) ?? null,
        cost_code_origin_id:
          typeof code === "string" && project.originId !== null ? `${project.originId}|${code}` : null,
        kind: record.kind,
      };
    });
    return { kind: "straight_in", to: { kind: "job_costs", projectId: project.itemId }, rows };
  });
}

async function paymentRows(
  manager: EntityManager,
  { id: connectionId, companyId }: PlatformConnectionEntity,
  records: readonly RecordEntity[],
): Promise<Published[]> {
  const counting = records.filter(counts);
  if (counting.length === 0) return [];
  const feature = "subcontractor_invoice";
  const recordId = In(counting.map(({ id }) => id));
  const references = await manager.findBy(RecordReferenceEntity, { recordId, feature });
  const sourceKey = In(references.map((one) => one.sourceKey));
  const invoices = await manager.findBy(RecordEntity, { companyId, feature, sourceKey });
  const projectId = In(invoices.flatMap((invoice) => invoice.projectId ?? []));
  const objects = await manager.findBy(PlatformObjectEntity, [
    { connectionId, itemType: "requisition", recordId: In(invoices.map(({ id }) => id)) },
    { connectionId, itemType: "project", projectId },
  ]);
  return counting.flatMap((payment): Published[] => {
    const key = references.find((one) => one.recordId === payment.id)?.sourceKey;
    const invoice = invoices.find((one) => one.sourceKey === key);
    const of = (itemType: string, own: (object: PlatformObjectEntity) => boolean) =>
      objects.find((object) => object.itemType === itemType && own(object));
    const requisition = of("requisition", (object) => object.recordId === invoice?.id);
    const project = of("project", (object) => object.projectId === invoice?.projectId);
    if (!invoice || !requisition || !project) return [];
    const to = { kind: "invoice_payments", projectId: project.itemId } as const;
    return [{ kind: "straight_in", to, rows: [paymentRow(payment, invoice, requisition)] }];
  });
}

function paymentRow(payment: RecordEntity, invoice: RecordEntity, requisition: PlatformObjectEntity): SyncRow {
  return {
    origin_id: payment.externalId,
    requisition_id: Number(requisition.itemId),
    requisition_origin_id: invoice.externalId,
    amount: amountOf(payment),
    date: payment.documentDate?.slice(0, 10) ?? null,
    payment_number: payment.number,
  };
}
