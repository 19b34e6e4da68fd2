import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { applyEvent } from "../../records/transaction/record-keeping";
import type { StagingService } from "../../records/import/staging.service";
import { RecordEntity } from "../../records/record/record.entity";
import { allowsEvent } from "../../records/record/record-machine";
import { Refusal } from "../../kernel/errors";
import { systemActor } from "../../kernel/actor";
import { insertNew } from "../link/insert-new";
import { PlatformLookup } from "../link/platform-lookup";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import { newObject } from "./exporting/kept-objects";
import { PLATFORM, type RequestContext } from "./request-context";
import type { NamedItem, TiedVendor, Understood } from "./understanding/understood";

type Imported = Extract<Understood, { kind: "imported" }>;
type Merged = Extract<Understood, { kind: "merged" }>;

/** What people changed on the platform's side, and ours follows: nothing is owed for it. */
export class Following {
  constructor(private readonly staging: StagingService) {}

  /** An approver over there took a thing of the ledger over: so do we, and know from now on what the platform calls it. */
  async imported(context: RequestContext, { feature, itemId, originId, number, name }: Imported): Promise<void> {
    const staged = await context.change(async (scope) => {
      const record =
        originId === null
          ? null
          : await new PlatformLookup(scope.manager, context.connection).recordByOrigin(feature, originId);
      const label = number ?? record?.number ?? name ?? itemId;
      await this.tied(context, scope, { itemType: feature, itemId }, label, record, originId);
      return record?.direction === "import" && record.state === "staged" ? record : null;
    });
    if (!staged) return;
    const address = { company: context.companyId, record: staged.id, expectedVersion: staged.version };
    const done = await this.staging.import(systemActor(PLATFORM.name), address, number).catch(passRefusal);
    if (done?.projectId)
      await context.change(async ({ manager }) => {
        const place = { connectionId: context.connection.id, itemType: "project" as const, itemId };
        await manager.update(PlatformObjectEntity, place, { projectId: done.projectId });
      });
  }

  /** Vendors that were tied over there to contacts of the ledger. */
  async linked(context: RequestContext, vendors: readonly TiedVendor[]): Promise<void> {
    for (const { itemId, originId } of vendors) {
      const address = await context.change(async (scope) => {
        const lookup = new PlatformLookup(scope.manager, context.connection);
        const known = await lookup.object(["vendor"], itemId);
        const own = known?.recordId ? await lookup.record(known.recordId) : null;
        const contact = originId === null ? null : await lookup.recordByOrigin("vendor", originId);
        const record = own ?? contact;
        await this.tied(context, scope, { itemType: "vendor", itemId }, record?.number ?? itemId, record, originId);
        return stepOf(own, contact);
      });
      await this.carryOn(context, address);
    }
  }

  /** Ties that are off over there are off here. */
  async untied(context: RequestContext, items: readonly NamedItem[]): Promise<void> {
    await context.change(async (scope) => {
      const { id: connectionId } = context.connection;
      for (const { itemType, itemId } of items) {
        const object = await scope.manager.findOneBy(PlatformObjectEntity, { connectionId, itemType, itemId });
        if (!object || object.lastRequest > context.request.ordinal) continue;
        await this.forget(scope, [object], context.request.ordinal);
      }
    });
  }

  /** Source vendors are the master from now on; what was sent for them stays theirs in the books. */
  async merged(context: RequestContext, { master, sources }: Merged): Promise<void> {
    await context.change(async (scope) => {
      const lookup = new PlatformLookup(scope.manager, context.connection);
      const record = master.originId === null ? null : await lookup.recordByOrigin("vendor", master.originId);
      const known = await lookup.object(["vendor"], master.itemId);
      const number = record?.number ?? known?.number ?? master.itemId;
      const held = record ?? (known?.recordId ? await lookup.record(known.recordId) : null);
      await this.tied(context, scope, { itemType: "vendor", itemId: master.itemId }, number, held, master.originId);
      for (const { itemId } of sources.filter((source) => source.itemId !== master.itemId)) {
        await this.tied(context, scope, { itemType: "vendor", itemId }, number, null, null);
      }
    });
  }

  /** A super user took the ties of a project and of all in it off: ours go as well, and can be sent anew. */
  async resetProject(context: RequestContext, itemId: string): Promise<void> {
    await context.change(async (scope) => {
      const { id: connectionId, companyId } = context.connection;
      const project = await scope.manager.findOneBy(PlatformObjectEntity, {
        connectionId,
        itemType: "project",
        itemId,
      });
      if (!project) return;
      const records = project.projectId
        ? await scope.manager.findBy(RecordEntity, { companyId, projectId: project.projectId, direction: "export" })
        : [];
      const ids = records.map(({ id }) => id);
      const objects = await scope.manager.findBy(PlatformObjectEntity, { connectionId, recordId: In(ids) });
      await this.forget(scope, [project, ...objects.filter(({ id }) => id !== project.id)], context.request.ordinal);
    });
  }

  private async forget(scope: ChangeScope, objects: readonly PlatformObjectEntity[], ordinal: number): Promise<void> {
    const { manager, company } = scope;
    for (const object of objects) {
      await manager.update(PlatformObjectEntity, { id: object.id }, { originId: null, lastRequest: ordinal });
      if (object.recordId === null) continue;
      const record = await manager.findOneBy(RecordEntity, { companyId: company.id, id: object.recordId });
      if (!record || !allowsEvent(record, "unlink")) continue;
      const set =
        record.direction === "export" ? { externalId: null, firstApproverId: null, hasFirstApproval: false } : {};
      await applyEvent(scope, record, "unlink", { set, reason: "The tie was taken off on the platform" });
    }
  }

  private async tied(
    { connection, request }: RequestContext,
    { manager, at }: ChangeScope,
    { itemType, itemId }: NamedItem,
    number: string,
    record: RecordEntity | null,
    originId: string | null,
  ): Promise<void> {
    const kept = { number, recordId: record?.id ?? null, originId, lastRequest: request.ordinal };
    await insertNew(manager, PlatformObjectEntity, [newObject(connection, itemType, itemId, at, kept)]);
    await manager.update(PlatformObjectEntity, { connectionId: connection.id, itemType, itemId }, kept);
  }

  private async carryOn({ companyId }: RequestContext, step: Step | null): Promise<void> {
    if (!step) return;
    const actor = systemActor(PLATFORM.name);
    const address = { company: companyId, record: step.record.id, expectedVersion: step.record.version };
    const { counterpart } = step;
    const done =
      counterpart === null
        ? this.staging.import(actor, address, null)
        : this.staging.link(actor, address, { counterpart: counterpart.id, expectedVersion: counterpart.version });
    await done.catch(passRefusal);
  }
}

interface Step {
  readonly record: RecordEntity;
  /** The contact it is linked with; null: the contact itself is taken over. */
  readonly counterpart: RecordEntity | null;
}

/** A vendor that was offered is linked with the contact; where there is none, the contact becomes the vendor. */
function stepOf(own: RecordEntity | null, contact: RecordEntity | null): Step | null {
  if (contact?.direction !== "import" || contact.state !== "staged") return null;
  if (own && own.id !== contact.id && allowsEvent(own, "link")) return { record: own, counterpart: contact };
  return { record: contact, counterpart: null };
}

/** What our side does not allow stays as it is here: over there it is done, and nothing is owed for it. */
function passRefusal(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
