import { fill } from "../../kernel/catalogue";
import { RECORD_TEXTS } from "../texts/record-texts";
import { IsNull } from "typeorm";
import type { ConnectionUse } from "../../erp/connections/connection-use";
import { LedgerNoticeEntity } from "../../erp/connector/notice/ledger-notice.entity";
import { updateAtVersion } from "../../infra/db/query/rows";
import { OutboxLaneEntity } from "../../infra/outbox/outbox-lane.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { ErpWatermarkEntity } from "../import/erp-watermark.entity";
import { ReconciliationEntity } from "../reconciliation/reconciliation.entity";
import { ReconciliationRowEntity } from "../reconciliation/reconciliation-row.entity";
import { RecordEntity } from "../record/record.entity";

/** Records and projects that hang on a connection. */
export const connectionRecords: ConnectionUse = {
  async hindrance({ manager }, { id: connectionId }) {
    const records = await manager.countBy(RecordEntity, { connectionId });
    if (records > 0) return fill(RECORD_TEXTS.recordsTravelByIt, { count: records });
    const projects = await manager.countBy(ProjectEntity, { connectionId });
    return projects > 0 ? fill(RECORD_TEXTS.projectsAreBoundToIt, { count: projects }) : null;
  },

  async forget({ manager }, { id: connectionId, companyId }) {
    const looked = await manager.findBy(ReconciliationEntity, { connectionId });
    for (const { id } of looked) await manager.delete(ReconciliationRowEntity, { companyId, reconciliationId: id });
    await manager.delete(ReconciliationEntity, { connectionId });
    await manager.delete(ErpWatermarkEntity, { connectionId });
    await manager.delete(LedgerNoticeEntity, { connectionId });
    await manager.delete(OutboxLaneEntity, { id: connectionId });
  },

  async adopt({ manager }, { id: connectionId, companyId }) {
    await manager.update(RecordEntity, { companyId, connectionId: IsNull() }, { connectionId });
  },

  async pin(scope, { id: connectionId, companyId, name }) {
    const { manager } = scope;
    const free = await manager.findBy(ProjectEntity, { companyId, connectionId: IsNull() });
    for (const { id, version } of free) {
      if (!(await manager.existsBy(RecordEntity, { companyId, projectId: id }))) continue;
      await updateAtVersion(manager, ProjectEntity, { id, version }, { connectionId });
      const target = { targetKind: "project", targetId: id };
      const states = { before: { connection: null }, after: { connection: name } };
      await scope.record({ action: "project.connection_bound", ...target, ...states, why: "The default changed" });
    }
  },
};
