import type { HappeningScope } from "../../tenant/companies/happening";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import { explainedFault } from "../../erp/connector/fault/fault";
import type { Locale } from "../../kernel/locale";
import type { RecordMoved } from "../../records/transaction/record-moved";
import type { RecordEntity } from "../../records/record/record.entity";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import type { DetailEnd, PlatformAnswers } from "./answers";
import { endWords } from "./end-words";
import { originOf, tiesOf, untiesOf } from "./ties";

/** Tells the platform what becomes of records that came from there. */
export class RecordFollower {
  constructor(private readonly answers: PlatformAnswers) {}

  async moved(scope: HappeningScope, { event, before, after, reason }: RecordMoved): Promise<void> {
    if (after.direction !== "export" || (before !== null && before.state === after.state && event !== "accepted"))
      return;
    const { manager, company } = scope;
    const connection = await manager.findOneBy(PlatformConnectionEntity, { companyId: company.id });
    if (!connection) return;
    switch (after.state) {
      case "synced":
        return this.synced(scope, after);
      case "unlinked":
        await this.untied(scope, after);
        return this.ended(scope, after, { status: "failed", messages: [endWords("unlinked", company.locale)] });
      case "failed":
        return this.ended(scope, after, { status: "failed", messages: faultMessages(after, company.locale) });
      case "rejected":
        return this.ended(scope, after, { status: "failed", messages: [rejection(scope, after, reason)] });
      case "draft":
        return this.ended(scope, after, { status: "failed", messages: [endWords("retrieved", company.locale)] });
      case "stale":
        return this.ended(scope, after, { status: "stale", messages: [endWords("stale", company.locale)] });
      case "exporting":
        return this.ended(scope, after, { status: "in_progress", messages: [] });
      case "awaiting":
      case "staged":
      case "archived":
        return;
    }
  }

  /** Of an object that is in the ledger already, and was exported all the same. */
  async synced(scope: HappeningScope, record: RecordEntity): Promise<void> {
    const { manager, company } = scope;
    const objects = await manager.findBy(PlatformObjectEntity, { companyId: company.id, recordId: record.id });
    const details = await this.answers.openOf(scope, company.id, record.id);
    const ledger = await ledgerOf(scope, record);
    for (const object of objects) {
      const originId = originOf(record);
      await manager.update(PlatformObjectEntity, { id: object.id }, { originId });
      const ties = tiesOf(object, record, ledger);
      // A detail waits for its own object's ties.
      const [detail] = details.splice(0, 1);
      if (detail) await this.answers.end(scope, detail, { status: "success", messages: [] }, ties);
      else await this.answers.tie(scope, object, ties, record.version);
    }
    for (const detail of details) await this.answers.end(scope, detail, { status: "success", messages: [] });
  }

  private async untied(scope: HappeningScope, record: RecordEntity): Promise<void> {
    const { manager, company } = scope;
    const objects = await manager.findBy(PlatformObjectEntity, { companyId: company.id, recordId: record.id });
    for (const object of objects) {
      // The platform has taken it off itself, and we follow.
      if (object.originId === null) continue;
      await manager.update(PlatformObjectEntity, { id: object.id }, { originId: null });
      await this.answers.tie(scope, object, untiesOf(object), record.version);
    }
  }

  private async ended(scope: HappeningScope, record: RecordEntity, end: DetailEnd): Promise<void> {
    for (const detail of await this.answers.openOf(scope, scope.company.id, record.id))
      await this.answers.end(scope, detail, end);
  }
}

async function ledgerOf({ manager }: HappeningScope, { connectionId }: RecordEntity): Promise<string> {
  const connection = connectionId === null ? null : await manager.findOneBy(ConnectionEntity, { id: connectionId });
  return connection?.connector ?? "ledger";
}

/** The cause and what to do, in the company's language, and the ledger's own words. */
function faultMessages({ failureCode, failureText }: RecordEntity, locale: Locale): string[] {
  const { cause, fix } = explainedFault(failureCode ?? "UNKNOWN_FAULT", locale);
  const own = failureText === null || failureText === "" ? [] : [`${failureCode ?? ""}: ${failureText}`];
  return [`${cause} ${fix}`, ...own];
}

function rejection({ by, company }: HappeningScope, { rejectReason }: RecordEntity, reason: string | null): string {
  return endWords("rejected", company.locale, by.name, reason ?? rejectReason ?? "");
}
