import { In, type EntityManager } from "typeorm";
import { ProjectEntity } from "../../directory/projects/project.entity";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { Feature } from "../../policy/model/vocabulary";
import { RecordEntity } from "../../records/record/record.entity";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { insertNew } from "../link/insert-new";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import type { ConstructionPlatform } from "../port/construction-platform";
import type { ItemType } from "../port/item-types";
import type { Page, PlatformTarget } from "../port/target";

export interface ObjectLinkingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly platform: Pick<ConstructionPlatform, "projects" | "vendors" | "costCodes">;
}

/** An object as the platform's lists have it. */
interface Listed {
  readonly id: string;
  /** What people call it; null: it has no number. */
  readonly number: string | null;
  readonly name: string;
  readonly originId: string | null;
}

type PageOf = (at: PlatformTarget, page: number) => Promise<Page<Listed>>;

/**
 * Finds out which of the platform's projects, vendors and cost codes are records of ours already: by the ledger's id that
 * the platform keeps for them, projects also by their number. Nothing of ours changes.
 */
export class ObjectLinking {
  constructor(private readonly parts: ObjectLinkingParts) {}

  /** All lists, a page at a time. Throws PlatformTrouble. */
  async link(connection: PlatformConnectionEntity): Promise<void> {
    await this.linkProjects(connection);
    const { platform } = this.parts;
    await this.each(connection, "vendor", "vendor", async (at, number) => {
      const { rows, more } = await platform.vendors(at, number);
      return { rows: rows.map((vendor) => ({ ...vendor, number: vendor.originCode })), more };
    });
    const { costCodeListId } = connection;
    if (costCodeListId === null) return;
    await this.each(connection, "standard_cost_code", "cost_code", async (at, number) => {
      const { rows, more } = await platform.costCodes(at, costCodeListId, number);
      return { rows: rows.map((code) => ({ ...code, number: code.code })), more };
    });
  }

  linkProjects(connection: PlatformConnectionEntity): Promise<void> {
    return this.each(connection, "project", "project", (at, number) => this.parts.platform.projects(at, number));
  }

  private async each(
    connection: PlatformConnectionEntity,
    itemType: ItemType,
    feature: Feature,
    pageOf: PageOf,
  ): Promise<void> {
    const at = { connectionId: connection.id, platformCompanyId: connection.platformCompanyId };
    for (let number = 1; ; number += 1) {
      const { rows, more } = await pageOf(at, number);
      await this.parts.database.write((manager) => this.keep(manager, connection, itemType, feature, rows));
      if (!more) return;
    }
  }

  private async keep(
    manager: EntityManager,
    { id: connectionId, companyId }: PlatformConnectionEntity,
    itemType: ItemType,
    feature: Feature,
    listed: readonly Listed[],
  ): Promise<void> {
    const origins = listed.flatMap(({ originId }) => originId ?? []);
    const records = await manager.findBy(RecordEntity, { companyId, feature, externalId: In(origins) });
    const numbers = listed.flatMap(({ number }) => number ?? []);
    const projects =
      itemType === "project" ? await manager.findBy(ProjectEntity, { companyId, code: In(numbers) }) : [];
    const createdAt = toInstant(this.parts.clock.now());
    const rows = listed.map(({ id: itemId, number, name, originId }): PlatformObjectEntity => {
      const record = records.find((one) => one.externalId === originId && one.state !== "archived");
      const project = projects.find(({ code }) => code === number);
      const links = { recordId: record?.id ?? null, projectId: record?.projectId ?? project?.id ?? null };
      const named = { number: record?.number ?? number ?? name.slice(0, 200), originId: record ? originId : null };
      return {
        id: newId(),
        companyId,
        connectionId,
        itemType,
        itemId,
        ...named,
        ...links,
        lines: [],
        lastRequest: 0,
        createdAt,
      };
    });
    await insertNew(manager, PlatformObjectEntity, rows);
    await this.fill(manager, rows);
  }

  /** What was known without its record or project gets it now. */
  private async fill(manager: EntityManager, rows: readonly PlatformObjectEntity[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const { connectionId, itemType } = first;
    const known = await manager.findBy(PlatformObjectEntity, {
      connectionId,
      itemType,
      itemId: In(rows.map(({ itemId }) => itemId)),
    });
    for (const { id, itemId, recordId, projectId } of known) {
      const row = rows.find((one) => one.itemId === itemId);
      if (!row || (recordId !== null && (projectId !== null || row.projectId === null))) continue;
      if (row.recordId === recordId && row.projectId === projectId) continue;
      const next = { recordId: recordId ?? row.recordId, projectId: projectId ?? row.projectId };
      await manager.update(
        PlatformObjectEntity,
        { id },
        { ...next, ...(row.recordId ? { originId: row.originId } : {}) },
      );
    }
  }
}
