import { In } from "typeorm";
import type { Database } from "../../infra/db/database";
import { isId } from "../../kernel/ids";
import type { RecordFacts } from "../../policy/model/facts";
import { RecordEntity } from "../../records/record/record.entity";

/** Reads what the policy needs to know of records that Ledgergate holds. A stored fact is trusted, a caller's is not. */
export interface RecordFactsSource {
  /** Null: no such record in the company. */
  find(companyId: string, id: string): Promise<RecordFacts | null>;
}

/** The records of the company's own table. */
export class StoredRecords implements RecordFactsSource {
  constructor(private readonly database: Database) {}

  async find(companyId: string, id: string): Promise<RecordFacts | null> {
    const [found] = await this.all(companyId, [id]);
    return found ?? null;
  }

  /** Those of the ids that are records of the company, in any order; in one SELECT. */
  async all(companyId: string, ids: readonly string[]): Promise<RecordFacts[]> {
    const own = ids.map((id) => id.toLowerCase()).filter(isId);
    if (own.length === 0) return [];
    const where = { companyId, id: In(own) };
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
} as const satisfies Partial<Record<keyof RecordEntity, true>>;

type StoredFacts = Pick<RecordEntity, keyof typeof FACTS>;

/** A record's row as the policy takes it; what is NULL is unknown. */
export function factsOf(row: StoredFacts): RecordFacts {
  const { id, companyId, feature, state, documentDate, prerequisitesBlocked, workflowCompleted } = row;
  return {
    ...{ id, companyId, feature, state, documentDate, prerequisitesBlocked, workflowCompleted },
    project: row.projectId,
    connection: row.connectionId,
    amount: row.amountMinor === null ? null : { minor: row.amountMinor, currency: row.amountCurrency },
    submittedBy: row.submittedById,
    firstApprover: row.firstApproverId,
  };
}
