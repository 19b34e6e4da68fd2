import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Actor } from "../../kernel/actor";
import type { Locale } from "../../kernel/locale";
import type { SqlFilter } from "../../policy/judgement/condition-sql";
import type { AnsweredDecision } from "../../policy/ports";
import type { Action } from "../../policy/model/vocabulary";
import type { RecordEntity } from "./record.entity";

/** One person's rights over the records of one company, ready to answer. */
export interface RecordDecider {
  decide(record: RecordEntity, action: Action, locale: Locale): AnsweredDecision;
}

/** The port through which lists and actions ask what somebody may do with records; access/ implements it. */
export interface RecordRights {
  /**
   * For each action the WHERE of "records of these companies that the actor may do this to", over `erp_record` under the
   * alias, in a constant number of SELECTs. For `send` it also selects those that only wait for a first approval which
   * they may give.
   */
  filters(
    actor: Actor,
    companies: readonly CompanyEntity[],
    actions: readonly Action[],
    alias: string,
  ): Promise<readonly SqlFilter[]>;
  /** The actor's rights in each of the companies that know them, in a constant number of SELECTs. */
  deciders(actor: Actor, companyIds: readonly string[]): Promise<ReadonlyMap<string, RecordDecider>>;
  /** What a member or staff of that id may do with the record now: for what acts on their behalf later. */
  decideFor(subjectId: string, record: RecordEntity, action: Action): Promise<AnsweredDecision>;
  /** Ids of those of the company's records whose first approval stands now: see approvalStands. */
  standing(companyId: string, records: readonly RecordEntity[]): Promise<ReadonlySet<string>>;
}
