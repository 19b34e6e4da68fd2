import type { EntityManager } from "typeorm";
import type { Actor } from "../../kernel/actor";
import { Refusal } from "../../kernel/errors";
import type { KnownActor, RecordDescription } from "../../policy/ports";
import type { Action, Resource } from "../../policy/model/vocabulary";
import type { CompanyEntity } from "./company.entity";

/** What somebody wants to do to a company, and what the policy must allow for it. */
export interface Intent {
  readonly actor: Actor;
  /** Id or slug. */
  readonly company: string;
  readonly action: Action;
  readonly resource?: Resource;
  readonly record?: RecordDescription | null;
}

/** The state of what was changed, as the audit trail keeps it. */
export type ChangeState = Readonly<Record<string, unknown>>;

/** One change, as the audit trail keeps it. */
export interface Change {
  /** Noun and past participle: "grant.given". */
  readonly action: string;
  readonly targetKind: string;
  readonly targetId: string;
  readonly before: ChangeState | null;
  readonly after: ChangeState | null;
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
  /** The same for many, in the order given: one revision each, but few statements. Of none: the present revision. */
  recordAll(changes: readonly Change[]): Promise<number>;
}

/** The port through which a company changes; audit/ implements it. */
export interface CompanyChangePort {
  /** Asks the policy, then does the work, all in one transaction. */
  run<T>(intent: Intent, work: (scope: ChangeScope) => Promise<T>): Promise<T>;
  /** The same where the policy has no action for it: the caller has decided that `by` may. */
  runAs<T>(by: KnownActor, companyId: string, work: (scope: ChangeScope) => Promise<T>): Promise<T>;
}

/** Keeps what rights were before and after each change, in the change's own transaction; access/ implements it. */
export interface RightsHistory {
  /** Before the work. */
  begin(scope: ChangeScope): Promise<void>;
  /** After it, with all that it recorded. */
  keep(scope: ChangeScope, changes: readonly Change[]): Promise<void>;
}

/** The same for a company that does not exist and one that is not the actor's. */
export function noSuchCompany(): Refusal {
  return new Refusal("NOT_FOUND", "There is no such company among yours.", ["company"]);
}
