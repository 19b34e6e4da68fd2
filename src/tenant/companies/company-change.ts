import type { EntityManager } from "typeorm";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal, type Refusal } from "../../kernel/errors";
import type { KnownActor, RecordDescription } from "../../policy/ports";
import type { Action, Resource, StaffRole } from "../../policy/model/vocabulary";
import type { CompanyEntity } from "./company.entity";
import { Happening } from "./happening";
import type { RightsSeal } from "./rights-seal";
import { TENANT_TEXTS } from "../texts/tenant-texts";

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

/**
 * People, rights or settings were changed, with all that was recorded of it; told once the work is done. What rested on a
 * right that is gone falls in the same transaction, and may be recorded too.
 */
export const RIGHTS_CHANGED = new Happening<readonly Change[]>("rights changed");

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
  /** Tells those who follow it, in this transaction: what they do is kept or undone together with the change. */
  tell<T>(happening: Happening<T>, told: T): Promise<void>;
}

/** The part of vendor staff that a change is there to give its own author. */
export interface Entitlement {
  readonly role: StaffRole;
  /** First instant at which it counts no more; null: open. */
  readonly until: string | null;
}

/** How a change is made that the policy has no action for. */
export interface ChangeMode {
  /** Whoever asked, where more of them is known than who they are in the company. */
  readonly actor?: Actor;
  /** What the author may give themselves by it; left out: nothing. */
  readonly entitled?: Entitlement;
}

/** The port through which a company changes; audit/ implements it. */
export interface CompanyChangePort {
  /** Asks the policy, then does the work, all in one transaction. Throws Refusal SELF_GRANT as OwnRightsGuard says. */
  run<T>(intent: Intent, work: (scope: ChangeScope) => Promise<T>): Promise<T>;
  /** The same where the policy has no action for it: the caller has decided that `by` may. */
  runAs<T>(by: KnownActor, companyId: string, work: (scope: ChangeScope) => Promise<T>, mode?: ChangeMode): Promise<T>;
  /** For changes that Ledgergate makes for somebody, as a whole: inside a write. Throws Refusal SELF_GRANT. */
  guarded<T>(by: KnownActor, companyId: string, work: () => Promise<T>, mode?: ChangeMode): Promise<T>;
}

/** A change whose author might have themselves in mind. */
export interface WatchedChange extends Pick<ChangeScope, "manager" | "company" | "by" | "at">, ChangeMode {
  /** What the policy was asked for; of it depends who else could make the change. */
  readonly action: Action;
  readonly resource: Resource;
}

/**
 * The one rule that nobody raises their own rights, by whatever change, in whatever identity: member, vendor staff, or
 * somebody who is yet to join. Every change goes past it; access/ implements it.
 */
export interface OwnRightsGuard {
  /**
   * Before the work: keeps what the author may do. What it answers is for after it, and throws Refusal SELF_GRANT where
   * they may do more then.
   */
  watch(change: WatchedChange): Promise<() => Promise<void>>;
}

/** Keeps what rights were before and after each change, in the change's own transaction; access/ implements it. */
export interface RightsHistory {
  /** Before the work; what it answers is handed to `keep`. */
  begin(scope: ChangeScope): Promise<RightsBefore | null>;
  /** After it, with all that it recorded, at least one change. Answers what binds the rights that it left to the trail. */
  keep(scope: ChangeScope, changes: readonly Change[], before: RightsBefore | null): Promise<readonly RightsSeal[]>;
}

/** What rights were before a change; the history alone looks inside. */
export type RightsBefore = object;

/** The same for a company that does not exist and one that is not the actor's. */
export function noSuchCompany(): Refusal {
  return new BilingualRefusal("NOT_FOUND", TENANT_TEXTS.noSuchCompany, ["company"]);
}
