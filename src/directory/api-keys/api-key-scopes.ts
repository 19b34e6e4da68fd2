import type { Actor } from "../../kernel/actor";
import { SCOPES, type Scope } from "../../policy/model/vocabulary";

type Service = Extract<Actor, { kind: "service" }>;

/** Ask for decisions about others. */
export const READ_DECISIONS: Scope = "decisions:read";

export const API_KEY_SCOPES: readonly string[] = SCOPES;

/** A key may be good for thousands of companies; its list is the same from request to request. */
const COMPANIES = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether the key is good for the company, whatever it may do there. */
export function includesCompany({ companyIds }: Service, companyId: string): boolean {
  let companies = COMPANIES.get(companyIds);
  if (!companies) COMPANIES.set(companyIds, (companies = new Set(companyIds)));
  return companies.has(companyId);
}

/** Whether the service may ask for decisions about the people of the company. */
export function canQuery(service: Service, companyId: string): boolean {
  return service.scopes.includes(READ_DECISIONS) && includesCompany(service, companyId);
}
