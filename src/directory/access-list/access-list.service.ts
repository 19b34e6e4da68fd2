import type { CompanyChanges } from "../../tenant/audit/company-changes";
import { NotKept, outcomeOf } from "../../tenant/audit/not-kept";
import type { Actor } from "../../kernel/actor";
import type { AccessListBounds } from "./access-list-bounds";
import type { ImportOptions, ImportOutcome } from "./access-list-outcome";
import { parseAccessList } from "./access-list-parse";
import type { TableSource } from "../../infra/tables/table";
import { zoneOf } from "../../tenant/companies/time-zone";
import { AccessListRun } from "./access-list-run";

/** Imports the list of people and the features that each may handle, as the company keeps it in a spreadsheet. */
export class AccessListService {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly bounds: AccessListBounds,
  ) {}

  /**
   * Makes the people of the list what it says they are; the format is in docs/access-list.md. All or nothing: one bad
   * row, and nothing is written. Throws PolicyRefusal where the actor may not grant access to the company's people, and
   * Refusal NOT_FOUND for an unknown company; errors of rows are part of the outcome.
   */
  async import(actor: Actor, company: string, source: TableSource, options: ImportOptions): Promise<ImportOutcome> {
    const { locale = "en", onProgress } = options;
    const { featureNames } = this.bounds;
    const onRows = (done: number) => onProgress?.({ stage: "file", done, total: null });
    const intent = { actor, company, action: "grant_access" } as const;
    const { currency, ...tenant } = await this.changes.require(intent);
    const manner = { locale, zone: zoneOf(tenant), currency, ignored: options.ignoreColumns ?? [] };
    const list = await parseAccessList(source, { featureNames, onRows, ...manner });
    const work = this.changes.run(intent, async (scope) => {
      const before = scope.company.policyRevision;
      const run = new AccessListRun(scope, list, this.bounds, options);
      await run.run();
      const { errors } = list;
      const stale = !options.dryRun && options.isAsSeen?.(before) === false;
      const good = errors.count === 0 && !stale;
      const outcome: ImportOutcome = {
        dryRun: options.dryRun,
        written: good && !options.dryRun,
        rowErrors: errors.sorted(),
        errorCount: errors.count,
        notes: errors.notes,
        summary: run.summary,
        changes: run.changes,
        policyRevision: good && !options.dryRun ? scope.company.policyRevision : before,
        stale,
      };
      if (!outcome.written) throw new NotKept(outcome);
      return outcome;
    });
    return outcomeOf(work);
  }
}
