import type { EntityManager } from "typeorm";
import type { KnownActor } from "../../policy/ports";
import type { CompanyEntity } from "./company.entity";

/** Something that happens within changes, and what is told of it: a key for those who follow it. */
export class Happening<T> {
  /** Its type only. */
  declare readonly told: T;

  constructor(readonly name: string) {}
}

/** What a follower has at hand: the transaction of the change. */
export interface HappeningScope {
  readonly manager: EntityManager;
  readonly company: CompanyEntity;
  readonly by: KnownActor;
  readonly at: string;
}

export type Follower<Scope, T> = (scope: Scope, told: T) => Promise<void>;

/** Who follows what: modules that build on others hear of their changes without being known to them. */
export class Followers<Scope extends HappeningScope> {
  private readonly byName = new Map<string, Follower<Scope, never>[]>();

  add<T>(happening: Happening<T>, follower: Follower<Scope, T>): void {
    this.byName.set(happening.name, [...(this.byName.get(happening.name) ?? []), follower]);
  }

  async tell<T>(scope: Scope, happening: Happening<T>, told: T): Promise<void> {
    for (const follower of this.byName.get(happening.name) ?? []) await (follower as Follower<Scope, T>)(scope, told);
  }
}
