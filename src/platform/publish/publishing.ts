import { MoreThan } from "typeorm";
import type { HappeningScope } from "../../tenant/companies/happening";
import type { Database } from "../../infra/db/database";
import type { RecordMoved } from "../../records/transaction/record-moved";
import type { Staged } from "../../records/import/staged-item";
import { RecordEntity } from "../../records/record/record.entity";
import type { PlatformAnswers } from "../answer/answers";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { MAX_SYNC_ROWS, type ConstructionPlatform } from "../port/construction-platform";
import type { PlatformTarget } from "../port/target";
import { publishedRows, type Published } from "./published-rows";

export interface PublishingParts {
  readonly database: Database;
  readonly answers: PlatformAnswers;
  readonly platform: Pick<ConstructionPlatform, "syncStagedRecords" | "syncStraightIn">;
}

const PAGE = 500;

/** What was read from the ledger goes on to the platform: staged for its approvers, or straight in. */
export class Publishing {
  constructor(private readonly parts: PublishingParts) {}

  /** As it happens, through the outbox. */
  async moved(scope: HappeningScope, { after }: RecordMoved): Promise<void> {
    if (after.direction !== "import") return;
    const connection = await scope.manager.findOneBy(PlatformConnectionEntity, { companyId: scope.company.id });
    if (!connection) return;
    for (const [index, published] of (await publishedRows(scope.manager, connection, [after])).entries()) {
      const name = `${after.id}:${after.version}:${index}`;
      await this.parts.answers.rows(scope, connection, name, published, `published:${after.id}`);
    }
  }

  /** All of a feature now, page by page: said again it changes nothing. Throws PlatformTrouble. */
  async all(connection: PlatformConnectionEntity, feature: Staged): Promise<void> {
    const { id: connectionId, companyId, platformCompanyId } = connection;
    for (let after = ""; ;) {
      const manager = this.parts.database.read();
      const where = { companyId, feature, direction: "import", id: MoreThan(after) } as const;
      const records = await manager.find(RecordEntity, { where, order: { id: "ASC" }, take: PAGE });
      for (const published of together(await publishedRows(manager, connection, records)))
        await this.send({ connectionId, platformCompanyId }, published);
      const last = records.at(-1);
      if (!last || records.length < PAGE) return;
      after = last.id;
    }
  }

  private async send(at: PlatformTarget, published: Published): Promise<void> {
    const { platform } = this.parts;
    for (let from = 0; from < published.rows.length; from += MAX_SYNC_ROWS) {
      const until = from + MAX_SYNC_ROWS;
      if (published.kind === "staged") await platform.syncStagedRecords(at, published.rows.slice(from, until));
      else await platform.syncStraightIn(at, published.to, published.rows.slice(from, until));
    }
  }
}

/** Rows for the same place in one. */
function together(published: readonly Published[]): Published[] {
  const byPlace = new Map<string, Published>();
  for (const one of published) {
    const place = one.kind === "staged" ? "staged" : JSON.stringify(one.to);
    const before = byPlace.get(place);
    byPlace.set(place, before ? ({ ...before, rows: [...before.rows, ...one.rows] } as Published) : one);
  }
  return [...byPlace.values()];
}
