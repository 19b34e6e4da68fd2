import type { EntityManager } from "typeorm";
import type { CompanyDirectory } from "../../../tenant/companies/company-directory";
import type { Database } from "../../../infra/db/database";
import { systemActor } from "../../../kernel/actor";
import { Refusal, localizeError } from "../../../kernel/errors";
import { applyEvent } from "../../../records/transaction/record-keeping";
import { UnfitItem, type OfferingService } from "../../../records/approval/offering.service";
import type { RecordEntity } from "../../../records/record/record.entity";
import type { PlatformAnswers } from "../../answer/answers";
import type { RecordFollower } from "../../answer/follow-records";
import { PlatformDetailEntity } from "../../link/platform-detail.entity";
import { PlatformLookup } from "../../link/platform-lookup";
import type { ConstructionPlatform } from "../../port/construction-platform";
import { PLATFORM, type RequestContext } from "../request-context";
import { requestWords } from "../request-words";
import type { Exported } from "../understanding/understood";
import { keepObject, keepProject } from "./kept-objects";
import { platformItem, type MoreOf, type PlatformItem } from "./offered-items";
import type { Sending } from "./sending";
import type { ObjectLinking } from "../../directory/object-linking";
import type { PlatformObjectEntity } from "../../link/platform-object.entity";

export interface ExportingParts {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly offering: OfferingService;
  readonly answers: PlatformAnswers;
  readonly follower: RecordFollower;
  readonly platform: Pick<ConstructionPlatform, "requisitionPeriod">;
  readonly sending: Sending;
  readonly linking: ObjectLinking;
}

/** Objects that an approver of the platform exported become offered records here, and go on as the company decides. */
export class Exporting {
  constructor(private readonly parts: ExportingParts) {}

  async carryOut(context: RequestContext, exported: Exported): Promise<void> {
    const more = exported.feature === "subcontractor_invoice" ? await this.periodOf(context, exported) : {};
    let record: RecordEntity | null;
    try {
      record = await context.together((manager) => this.offer(context, manager, exported, more));
    } catch (error) {
      const said = localizeError(error, context.locale);
      if (!(said instanceof Refusal)) throw error;
      return context.fail([exported.detailId], ...refusalMessages(said));
    }
    if (record?.state === "awaiting") await this.parts.sending.decide(context, exported.detailId, record);
  }

  /** Null: a later request for the object was carried out already. */
  private async offer(
    context: RequestContext,
    manager: EntityManager,
    exported: Exported,
    more: MoreOf,
  ): Promise<RecordEntity | null> {
    const lookup = new PlatformLookup(manager, context.connection);
    const item = await platformItem(exported, lookup, more);
    const known = await lookup.object([item.itemType], item.itemId);
    if (known && known.lastRequest > context.request.ordinal) {
      const messages = [requestWords("SUPERSEDED", context.locale)];
      await context.end([exported.detailId], { status: "failed", messages });
      return null;
    }
    if (exported.feature === "project") await context.change((scope) => keepProject(scope, context.connection, item));
    const record = await this.offered(context, item);
    await context.change(async (scope) => {
      await keepObject(scope, context, item, record);
      const [detail] = exported.detailId === null ? [] : await context.details(scope, [exported.detailId]);
      if (detail) await scope.manager.update(PlatformDetailEntity, { id: detail.id }, { recordId: record.id });
      // Nothing moved that anybody would follow.
      if (record.state === "synced") await this.parts.follower.synced(scope, record);
    });
    return record;
  }

  /** The record as the platform has the object now. What waits, failed or was given back is replaced; what is on its way stays. */
  private async offered(context: RequestContext, { offered }: PlatformItem): Promise<RecordEntity> {
    const { offering } = this.parts;
    const actor = systemActor(PLATFORM.name, context.locale);
    const { record: current, outcome, isNew } = await offering.offer(actor, context.companyId, offered, true);
    if (outcome === "unchanged" || current.state === "exporting" || current.state === "stale") return current;
    const reason = "Exported again on the platform";
    if (!isNew && (current.state === "failed" || current.state === "awaiting"))
      await context.change((scope) =>
        current.state === "failed"
          ? applyEvent(scope, current, "reject", { set: { rejectReason: null }, reason })
          : applyEvent(scope, current, "retrieve", { reason }),
      );
    return (await offering.offer(actor, context.companyId, offered)).record;
  }

  /** The payload names no period; the requisition does. */
  private async periodOf(
    context: RequestContext,
    exported: Extract<Exported, { feature: "subcontractor_invoice" }>,
  ): Promise<MoreOf> {
    const { requisition } = exported;
    const lookup = new PlatformLookup(this.parts.database.read(), context.connection);
    const parent = await lookup.commitment(requisition.contract_id, requisition.contract_origin_id);
    const projectId = parent?.record.projectId ?? null;
    const project = projectId === null ? null : await this.projectObject(context, lookup, projectId);
    if (!project) return {};
    const id = requisition.procore_requisition_id;
    return { period: await this.parts.platform.requisitionPeriod(context.target, project.itemId, id) };
  }

  /** A project that was made over there since the lists were read last is looked for once more. */
  private async projectObject(
    { connection }: RequestContext,
    lookup: PlatformLookup,
    projectId: string,
  ): Promise<PlatformObjectEntity | null> {
    const known = await lookup.projectObject(projectId);
    if (known) return known;
    await this.parts.linking.linkProjects(connection);
    return lookup.projectObject(projectId);
  }
}

/** All that is wrong with an item, one sentence each; or the one reason. */
function refusalMessages(error: Refusal): string[] {
  if (!(error instanceof UnfitItem)) return [error.message];
  return error.faults.map(({ field, message }) => `${field.join(".")}: ${message}`);
}
