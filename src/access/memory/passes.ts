import type { Actor } from "../../kernel/actor";

/** The scope that lets a service ask for decisions about the people of its companies. */
export const READ_DECISIONS = "decisions:read";

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

/** The passes of programs. A key may be good for thousands of companies; its list is the same from request to request. */
export class Passes {
  private readonly byList = new WeakMap<readonly string[], Pass>();
  private last = EVERYWHERE.number;
  /** A request's questions are all by one asker. */
  private asker: Actor | null = null;
  private pass = NONE;

  of(asker: Actor): Pass {
    if (asker === this.asker) return this.pass;
    this.asker = asker;
    return (this.pass = this.find(asker));
  }

  private find(asker: Actor): Pass {
    if (asker.kind === "system") return EVERYWHERE;
    if (asker.kind !== "service" || !asker.scopes.includes(READ_DECISIONS)) return NONE;
    const { companyIds } = asker;
    let pass = this.byList.get(companyIds);
    if (!pass) this.byList.set(companyIds, (pass = { number: ++this.last, companies: new Set(companyIds) }));
    return pass;
  }
}

/** Whether the company may be asked about. */
export function admits({ companies }: Pass, companyId: string): boolean {
  return companies === null || companies.has(companyId);
}
