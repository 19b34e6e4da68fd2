import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { isId } from "../../kernel/ids";
import type { RecordFacts } from "../../policy/model/facts";
import type { FactProblemCode } from "../../policy/model/record-facts";
import { misfitsIn } from "../../records/record/misfits";
import { RecordEntity } from "../../records/record/record.entity";
import { candidatesFor, type RecordName } from "./record-names";

/** What came of looking for a record: it, or why its name is none. Null: Ledgergate holds no such record. */
export type FoundRecord =
  | { readonly record: RecordFacts; readonly problem: null }
  | { readonly record: null; readonly problem: FactProblemCode }
  | null;

/** Reads what the policy needs to know of records that Ledgergate holds. A stored fact is trusted, a caller's is not. */
export interface RecordFactsSource {
  /** The records that the names mean, in their order; two SELECTs, however many there are. */
  named(names: readonly RecordName[]): Promise<readonly FoundRecord[]>;
}

/** The records of the company's own table. */
export class StoredRecords implements RecordFactsSource {
  constructor(private readonly database: Database) {}

  async named(names: readonly RecordName[]): Promise<FoundRecord[]> {
    const meant = await candidatesFor(this.database.read(), names);
    const ids = meant.flatMap((one) => (one !== null && "id" in one ? [one.id] : []));
    const companies = [...new Set(names.map(({ companyId }) => companyId))];
    const records = new Map((await this.all(companies, ids)).map((record) => [record.id, record]));
    return meant.map((one) => {
      if (one === null) return null;
      if ("problem" in one) return { record: null, problem: one.problem };
      const record = records.get(one.id);
      return record ? { record, problem: null } : null;
    });
  }

  /** Those of the ids that are records of the companies, in any order; in one SELECT. */
  async all(companyIds: readonly string[], ids: readonly string[]): Promise<RecordFacts[]> {
    const own = ids.map((id) => id.toLowerCase()).filter(isId);
    if (own.length === 0) return [];
    const where = { companyId: In([...companyIds]), id: In(own) };
    const rows = await this.database.read().find(RecordEntity, { select: FACTS, where });
    return rows.map(factsOf);
  }
}

const FACTS = {
  id: true,
  companyId: true,
  feature: true,
  projectId: true,
  connectionId: true,
  amountMinor: true,
  amountCurrency: true,
  submittedById: true,
  state: true,
  documentDate: true,
  firstApproverId: true,
  prerequisitesBlocked: true,
  workflowCompleted: true,
  misfits: true,
} as const satisfies Partial<Record<keyof RecordEntity, true>>;

type StoredFacts = Pick<RecordEntity, keyof typeof FACTS>;

/** A record's row as the policy takes it; what is NULL is unknown. */
export function factsOf(row: StoredFacts): RecordFacts {
  const { id, companyId, feature, state, documentDate, prerequisitesBlocked, workflowCompleted } = row;
  return {
    source: "stored",
    ...{ id, companyId, feature, state, documentDate, prerequisitesBlocked, workflowCompleted },
    project: row.projectId,
    connection: row.connectionId,
    amount: row.amountMinor === null ? null : { minor: row.amountMinor, currency: row.amountCurrency },
    submittedBy: row.submittedById,
    firstApprover: row.firstApproverId,
    misfits: misfitsIn(row.misfits),
  };
}
