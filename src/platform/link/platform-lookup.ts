import { In, type EntityManager } from "typeorm";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { RecordEntity } from "../../records/record/record.entity";
import type { Feature } from "../../policy/model/vocabulary";
import type { ItemType } from "../port/item-types";
import { PlatformObjectEntity } from "./platform-object.entity";

/** What an object of the platform is here. */
export class PlatformLookup {
  constructor(
    private readonly manager: EntityManager,
    private readonly connection: { readonly id: string; readonly companyId: string },
  ) {}

  /** The first of the types under which the object is known. */
  async object(itemTypes: readonly ItemType[], itemId: string): Promise<PlatformObjectEntity | null> {
    const where = { connectionId: this.connection.id, itemType: In([...itemTypes]), itemId };
    return this.manager.findOneBy(PlatformObjectEntity, where);
  }

  async objectByOrigin(itemTypes: readonly ItemType[], originId: string): Promise<PlatformObjectEntity | null> {
    const where = { connectionId: this.connection.id, itemType: In([...itemTypes]), originId };
    return this.manager.findOneBy(PlatformObjectEntity, where);
  }

  record(id: string): Promise<RecordEntity | null> {
    return this.manager.findOneBy(RecordEntity, { companyId: this.connection.companyId, id });
  }

  /** The record of the feature that the ledger knows by the id. */
  async recordByOrigin(feature: Feature, externalId: string): Promise<RecordEntity | null> {
    const { companyId } = this.connection;
    const found = await this.manager.findBy(RecordEntity, { companyId, feature, externalId });
    return found.find(({ state }) => state !== "archived") ?? found[0] ?? null;
  }

  /** The platform's project that stands for ours. */
  projectObject(projectId: string): Promise<PlatformObjectEntity | null> {
    return this.manager.findOneBy(PlatformObjectEntity, {
      connectionId: this.connection.id,
      itemType: "project",
      projectId,
    });
  }

  /** The code of our project; null: it is not known here. */
  async projectCode(itemId: string, originId: string | null): Promise<string | null> {
    const object = await this.object(["project"], itemId);
    const projectId =
      object?.projectId ?? (originId === null ? null : (await this.recordByOrigin("project", originId))?.projectId);
    if (projectId == null) return null;
    const { companyId } = this.connection;
    return (await this.manager.findOneBy(ProjectEntity, { companyId, id: projectId }))?.code ?? null;
  }

  /** The number that the vendor has here, or would have. */
  async vendorNumber(itemId: string, originId: string | null, originCode: string | null): Promise<string> {
    const object = await this.object(["vendor"], itemId);
    const recordId = object?.recordId ?? null;
    const record = recordId === null ? null : await this.record(recordId);
    if (record) return record.number;
    const tied = originId === null ? null : await this.recordByOrigin("vendor", originId);
    return tied?.number ?? object?.number ?? originCode ?? itemId;
  }

  /** The commitment's record, by the platform's id or the ledger's. */
  async commitment(
    itemId: string,
    originId: string | null,
  ): Promise<{ record: RecordEntity; object: PlatformObjectEntity | null } | null> {
    const object = await this.object(["work_order_contract", "purchase_order_contract"], itemId);
    const record =
      (object?.recordId ? await this.record(object.recordId) : null) ??
      (originId === null ? null : await this.recordByOrigin("commitment", originId));
    return record ? { record, object } : null;
  }
}
