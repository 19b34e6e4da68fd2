import type { Meter } from "@opentelemetry/api";
import type { FastifyInstance } from "fastify";
import type { EntityClass, Tables } from "../db/options";
import type { MigrationClass } from "../db/schema/first-migration";
import type { DerivedFinder, MadeResolvers, NodeFinder } from "../graphql/node-finder";
import type { Waits } from "../jobs/instants-ahead";
import type { Job } from "../jobs/schedule";

type Class = abstract new (...args: never[]) => object;

/** A resolver class and how its object is made: declared together, so that the schema can also be printed without services. */
export interface ResolverOf<Services> {
  readonly type: Class;
  readonly make: (services: Services) => object;
}

/** Declares a resolver of a module. */
export function resolver<Services, Resolver extends object>(
  type: abstract new (...args: never[]) => Resolver,
  make: (services: Services) => Resolver,
): ResolverOf<Services> {
  return { type, make };
}

/**
 * Everything that a module adds to the product, said once. `Needs` is what modules before it in the list offer, `Gives`
 * what it offers to those after it; each hook sees both.
 */
export interface Module<Needs extends object, Gives extends object = object> {
  readonly name: string;
  /** Its tables. */
  readonly entities?: readonly EntityClass[];
  /** What makes and changes the tables of its folder. */
  readonly migrations?: readonly MigrationClass[];
  /** Its objects, made by hand. */
  readonly services?: (needs: Needs) => Gives;
  readonly resolvers?: readonly ResolverOf<Needs & Gives>[];
  /** How what it shows again is found by its id, besides by resolvers that `find` rows. */
  readonly nodes?: (made: MadeResolvers, services: Needs & Gives) => readonly (NodeFinder | DerivedFinder)[];
  /** What it answers over HTTP besides GraphQL. */
  readonly routes?: (scope: FastifyInstance, services: Needs & Gives) => void | Promise<void>;
  /** What it answers to callers that it knows by itself: what they carry is no token of ours. */
  readonly openRoutes?: (app: FastifyInstance, services: Needs & Gives) => void;
  /** What the server does by itself, again and again. */
  readonly jobs?: (services: Needs & Gives) => readonly Job[];
  /** Leases and waits in its tables, so that none outlasts a clock that ran ahead. */
  readonly waits?: readonly Waits[];
  readonly metrics?: (meter: Meter, services: Needs & Gives) => void;
  /** What is filled in once the tables are as this version wants them, before anything is served or delivered. */
  readonly migrated?: (services: Needs & Gives) => Promise<unknown>;
  /** What begins with the process. */
  readonly open?: (services: Needs & Gives) => void;
  /** What is finished before the database closes. */
  readonly close?: (services: Needs & Gives) => Promise<void>;
}

/** The modules of a product in order: each sees the services of those before it, and the compiler checks that. */
export class Assembly<Base extends object, Services extends Base> {
  private constructor(private readonly modules: readonly Module<Services>[]) {}

  /** The empty list over what is there before any module. */
  static over<Base extends object>(): Assembly<Base, Base> {
    return new Assembly<Base, Base>([]);
  }

  with<Gives extends object>(module: Module<Services, Gives>): Assembly<Base, Services & Gives> {
    // The hooks of a module see less than the whole, which is all they ask for.
    const all: readonly unknown[] = [...this.modules, module];
    return new Assembly<Base, Services & Gives>(all as readonly Module<Services & Gives>[]);
  }

  get tables(): Tables {
    return {
      entities: this.modules.flatMap(({ entities }) => entities ?? []),
      migrations: this.modules.flatMap(({ migrations }) => migrations ?? []),
    };
  }

  get waits(): readonly Waits[] {
    return this.modules.flatMap(({ waits }) => waits ?? []);
  }

  get resolvers(): readonly ResolverOf<Services>[] {
    return this.modules.flatMap(({ resolvers }) => resolvers ?? []);
  }

  nodes(made: MadeResolvers, services: Services): readonly (NodeFinder | DerivedFinder)[] {
    return this.modules.flatMap(({ nodes }) => nodes?.(made, services) ?? []);
  }

  /** All objects of all modules. */
  services(base: Base): Services {
    return this.modules.reduce<object>(
      (made, { services }) => ({ ...made, ...services?.(made as Services) }),
      base,
    ) as Services;
  }

  jobs(services: Services): readonly Job[] {
    return this.modules.flatMap(({ jobs }) => jobs?.(services) ?? []);
  }

  async routes(scope: FastifyInstance, services: Services): Promise<void> {
    for (const { routes } of this.modules) await routes?.(scope, services);
  }

  openRoutes(app: FastifyInstance, services: Services): void {
    for (const { openRoutes } of this.modules) openRoutes?.(app, services);
  }

  metrics(meter: Meter, services: Services): void {
    for (const { metrics } of this.modules) metrics?.(meter, services);
  }

  async migrated(services: Services): Promise<void> {
    for (const { migrated } of this.modules) await migrated?.(services);
  }

  open(services: Services): void {
    for (const { open } of this.modules) open?.(services);
  }

  /** The last module first. */
  async close(services: Services): Promise<void> {
    for (const { close } of [...this.modules].reverse()) await close?.(services);
  }
}
