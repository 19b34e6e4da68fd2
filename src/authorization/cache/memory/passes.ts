import { READ_DECISIONS } from "../../../directory/api-keys/api-key-scopes";
import type { Actor } from "../../../kernel/actor";

/** The scope that lets a service ask for decisions about the people of its companies. */

/** By whom anything may be asked. */
const EVERYWHERE: Pass = { number: 1, companies: null };
/** A person's rights are looked at with each question; who may ask nothing has none. */
const NONE: Pass = { number: 0, companies: new Set() };

/** What a program may ask about. */
export interface Pass {
  /** Of its list of companies, and of no other; 0: it may ask nothing. */
  readonly number: number;
  /** Null: all. */
  readonly companies: ReadonlySet<string> | null;
}

/** A key may be good for thousands of companies; its list is the same from request to request. */
const BY_LIST = new WeakMap<readonly string[], Pass>();
let lastNumber = EVERYWHERE.number;

function passFor(companyIds: readonly string[]): Pass {
  let pass = BY_LIST.get(companyIds);
  if (!pass) BY_LIST.set(companyIds, (pass = { number: ++lastNumber, companies: new Set(companyIds) }));
  return pass;
}

/** Whether the service was made for the company, whatever it may do there. */
export function serves({ companyIds }: Extract<Actor, { kind: "service" }>, companyId: string): boolean {
  return admits(passFor(companyIds), companyId);
}

/** All questions of a request are by one asker. */
let last: { readonly asker: Actor | null; readonly pass: Pass } = { asker: null, pass: NONE };

/** The pass of a program that asks for decisions. */
export function passOf(asker: Actor): Pass {
  if (asker !== last.asker) last = { asker, pass: findPass(asker) };
  return last.pass;
}

function findPass(asker: Actor): Pass {
  if (asker.kind === "system") return EVERYWHERE;
  if (asker.kind !== "service" || !asker.scopes.includes(READ_DECISIONS)) return NONE;
  return passFor(asker.companyIds);
}

/** Whether the company may be asked about. */
export function admits({ companies }: Pass, companyId: string): boolean {
  return companies === null || companies.has(companyId);
}
