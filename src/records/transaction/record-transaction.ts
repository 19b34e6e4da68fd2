import type { EntityManager } from "typeorm";
import { noSuchCompany, type ChangeScope, type CompanyChangePort } from "../../tenant/companies/company-change";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { localeOf, type Actor } from "../../kernel/actor";
import { BilingualRefusal, localizeError } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import type { AnsweredDecision, Authorizer, RecordDescription } from "../../policy/ports";
import type { Action } from "../../policy/model/vocabulary";
import { factsOf } from "../record/record-facts";
import type { RecordRights } from "../record/record-rights";
import type { RecordEntity } from "../record/record.entity";
import { recordIn } from "./record-keeping";
import { requireSeen } from "./stale-record";
import { RECORD_TEXTS } from "../texts/record-texts";

/** Which record of which company, as an input names it. */
export interface RecordAddress {
  /** Id or slug. */
  readonly company: string;
  readonly record: string;
  /** Version that the caller saw: nothing is done to what nobody has looked at. */
  readonly expectedVersion: number;
}

/** A record under the company's lock, and what the policy says of the action on it. */
export interface OpenRecord {
  readonly company: CompanyEntity;
  readonly record: RecordEntity;
  /** Null: the system acts, whose rights are not asked. */
  readonly decision: AnsweredDecision | null;
}

export interface DeskParts {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly changes: CompanyChangePort;
  readonly authorizer: Authorizer;
  readonly rights: RecordRights;
  readonly approvals: ApprovalRenewal;
}

/** Sees to it that a first approval counts only while it stands; approval/ implements it. */
export interface ApprovalRenewal {
  renewed(company: CompanyEntity, record: RecordEntity): Promise<RecordEntity>;
}

/** Opens records to be changed: finds, locks, and lets the policy judge the stored row, never what a caller says of it. */
export class RecordTransaction {
  constructor(private readonly parts: DeskParts) {}

  /** One transaction over a company that knows the actor. Throws Refusal NOT_FOUND. */
  inCompany<T>(
    actor: Actor,
    reference: string,
    work: (company: CompanyEntity, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const { database, companies, authorizer } = this.parts;
    const changed = database.write(async (manager) => {
      const found = await companies.find(reference);
      if (!found || !(await authorizer.knows(actor, found.id))) throw noSuchCompany();
      return work(await companies.lock(found.id), manager);
    });
    return changed.catch((error: unknown) => {
      throw localizeError(error, localeOf(actor));
    });
  }

  /** The record under the lock. Throws Refusal NOT_FOUND, or StaleRecord where it is not what the caller saw. */
  open<T>(actor: Actor, address: RecordAddress, action: Action, work: (opened: OpenRecord) => Promise<T>): Promise<T> {
    return this.inCompany(actor, address.company, async (company, manager) => {
      const id = address.record.trim().toLowerCase();
      const found = isId(id) ? await recordIn(manager, company.id, id) : null;
      if (!found) throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchRecord, ["input", "record"]);
      requireSeen(found, address.expectedVersion);
      const record = await this.parts.approvals.renewed(company, found);
      return work({ company, record, decision: await this.decisionOf(actor, record, action) });
    });
  }

  /** The usual course: the policy allows the action on the record as it is stored, then the work is done. */
  act<T>(
    actor: Actor,
    address: RecordAddress,
    action: Action,
    work: (scope: ChangeScope, record: RecordEntity, grantId: string | null) => Promise<T>,
  ): Promise<T> {
    return this.open(actor, address, action, ({ company, record, decision }) =>
      this.permitted(actor, company, { action, record }, (scope) => work(scope, record, decision?.grantId ?? null)),
    );
  }

  /** @param facts left out: the record's own */
  permitted<T>(
    actor: Actor,
    company: CompanyEntity,
    { action, record, facts }: { action: Action; record: RecordEntity; facts?: RecordDescription },
    work: (scope: ChangeScope) => Promise<T>,
  ): Promise<T> {
    const intent = { actor, company: company.id, action, resource: record.feature, record: facts ?? factsOf(record) };
    return this.parts.changes.run(intent, work);
  }

  private async decisionOf(actor: Actor, record: RecordEntity, action: Action): Promise<AnsweredDecision | null> {
    if (actor.kind !== "person") return null;
    const deciders = await this.parts.rights.deciders(actor, [record.companyId]);
    return deciders.get(record.companyId)?.decide(record, action, localeOf(actor)) ?? null;
  }
}
