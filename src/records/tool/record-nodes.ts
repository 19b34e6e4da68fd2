import type { EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { Node } from "../../infra/graphql/node";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import type { Actor } from "../../kernel/actor";
import type { CompanyReader } from "../../tenant/companies/company-reader";
import { DeliveryType, UnknownFaultType } from "../deliveries/delivery-type.graphql";
import { UnknownFaultEntity } from "../faults/unknown-fault.entity";
import { RecordRevisionEntity } from "../record/record-revision.entity";
import { ReconciliationRowType, ReconciliationType } from "../reconciliation/reconciliation-types";
import { ReconciliationEntity } from "../reconciliation/reconciliation.entity";
import { ReconciliationRowEntity } from "../reconciliation/reconciliation-row.entity";
import { RecordRevisionType } from "../types/record-type.graphql";
import type { VisibleRecords } from "../types/visible-records";

interface Found {
  readonly node: Node;
  /** The record that it belongs to: who may see that may see it. */
  readonly recordId?: string;
  /** Where it belongs to no record: the company, and what one must be allowed in it. */
  readonly company?: { readonly id: string; readonly insight: "view" | "administer" };
}

/** Finds what hangs on records for `node(id)`, by the rules of the lists it stands in. */
export class RecordNodes {
  constructor(
    private readonly database: Database,
    private readonly seen: VisibleRecords,
    private readonly reader: CompanyReader,
  ) {}

  /** Null: there is none of that id, or it is not for this actor. */
  async find(actor: Actor, id: string, context: GraphQLContext): Promise<Node | null> {
    const manager = this.database.read();
    const found = (await ofRecords(manager, id, context)) ?? (await ofCompanies(manager, id));
    if (!found) return null;
    const { node, recordId, company } = found;
    if (recordId !== undefined) return (await this.seen.among(actor, [recordId])).has(recordId) ? node : null;
    return company && (await this.reader.permits(actor, company.id, company.insight)) ? node : null;
  }
}

async function ofRecords(manager: EntityManager, id: string, { locale }: GraphQLContext): Promise<Found | null> {
  const revision = await manager.findOneBy(RecordRevisionEntity, { id });
  if (revision) return { node: RecordRevisionType.of(revision), recordId: revision.recordId };
  const row = await manager.findOneBy(ReconciliationRowEntity, { id });
  if (row) return { node: ReconciliationRowType.of(row), recordId: row.recordId };
  const delivery = await manager.findOneBy(OutboxMessageEntity, { id });
  return delivery && { node: DeliveryType.of(delivery, locale), recordId: delivery.subjectId };
}

async function ofCompanies(manager: EntityManager, id: string): Promise<Found | null> {
  const plan = await manager.findOneBy(ReconciliationEntity, { id });
  if (plan) return { node: ReconciliationType.of(plan), company: { id: plan.companyId, insight: "view" } };
  const fault = await manager.findOneBy(UnknownFaultEntity, { id });
  return fault && { node: UnknownFaultType.of(fault), company: { id: fault.companyId, insight: "administer" } };
}
