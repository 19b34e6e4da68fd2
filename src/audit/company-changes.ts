import type { Actor } from "../kernel/actor";
import { toInstant, type Clock } from "../kernel/clock";
import { Refusal } from "../kernel/errors";
import { newId } from "../kernel/ids";
import type { CompanyDirectory } from "../company/company-directory";
import { CompanyEntity } from "../company/company.entity";
import type { Database } from "../db/database";
import type { Authorizer, KnownActor, RecordDescription } from "../policy/ports";
import type { Action, Resource } from "../policy/vocabulary";
import { AuditEntryEntity, type AuditState } from "./audit-entry.entity";
import type { EntityManager } from "typeorm";

/** What somebody wants to do to a company, and what the policy must allow for it. */
export interface Intent {
  readonly actor: Actor;
  /** Id or slug. */
  readonly company: string;
  readonly action: Action;
  readonly resource?: Resource;
  readonly record?: RecordDescription | null;
}

/** One change, as the audit trail keeps it. */
export interface Change {
  /** Noun and past participle: "grant.given". */
  readonly action: string;
  readonly targetKind: string;
  readonly targetId: string;
  readonly before: AuditState | null;
  readonly after: AuditState | null;
  readonly why?: string | null;
}

/** What the work of a change has at hand. */
export interface ChangeScope {
  readonly manager: EntityManager;
  readonly company: CompanyEntity;
  readonly by: KnownActor;
  readonly at: string;
  /** Writes the audit entry and raises the policy revision; answers the new revision. */
  record(change: Change): Promise<number>;
}

/**
 * The one way to change a company's people, rights and settings: the company is locked, the policy asked, the work
 * done, and each recorded change gets its audit entry and the next policy revision, all in one transaction.
 */
export class CompanyChanges {
  constructor(
    private readonly database: Database,
    private readonly companies: CompanyDirectory,
    private readonly authorizer: Authorizer,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws Refusal NOT_FOUND for a company that is not there or not the actor's, PolicyRefusal with the decision where
   * the policy says no, and whatever the work throws; nothing is kept then.
   */
  async run<T>(intent: Intent, work: (scope: ChangeScope) => Promise<T>): Promise<T> {
    return this.database.write(async (manager) => {
      const found = await this.companies.find(intent.company);
      if (!found) throw noSuchCompany();
      const company = await this.companies.lock(found.id);
      const by = await this.permitted(intent, company);
      const at = toInstant(this.clock.now());
      return work({ manager, company, by, at, record: (change) => this.record(manager, company, by, at, change) });
    });
  }

  private async permitted(intent: Intent, company: CompanyEntity): Promise<KnownActor> {
    const { actor, action, record } = intent;
    if (!(await this.authorizer.knows(actor, company.id))) throw noSuchCompany();
    return this.authorizer.require(actor, {
      companyId: company.id,
      action,
      resource: intent.resource ?? "company",
      record,
    });
  }

  private async record(
    manager: EntityManager,
    company: CompanyEntity,
    by: KnownActor,
    at: string,
    change: Change,
  ): Promise<number> {
    const policyRevision = company.policyRevision + 1;
    await manager.update(CompanyEntity, { id: company.id }, { policyRevision });
    company.policyRevision = policyRevision;
    const entry: AuditEntryEntity = {
      id: newId(),
      companyId: company.id,
      // A company is made with revision 0, and each entry raises it by one: so the two count alike, without gaps.
      sequence: policyRevision,
      at,
      actorKind: by.kind,
      actorId: by.id,
      actorName: by.name,
      ...change,
      why: change.why ?? null,
      policyRevision,
      createdAt: at,
    };
    await manager
      .createQueryBuilder()
      .insert()
      .into(AuditEntryEntity)
      .values(entry as never)
      .updateEntity(false)
      .execute();
    return policyRevision;
  }
}

/** The same for a company that does not exist and one that is not the actor's. */
export function noSuchCompany(): Refusal {
  return new Refusal("NOT_FOUND", "There is no such company among yours.", ["company"]);
}
