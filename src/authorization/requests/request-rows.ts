import type { EntityManager } from "typeorm";
import type { MemberEntity } from "../../directory/members/member.entity";
import { BilingualRefusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { updateAtVersion } from "../../infra/db/query/rows";
import { requireVersion } from "../../kernel/stale-edit";
import type { ChangeScope } from "../../tenant/audit/company-changes";
import type { ChangeState } from "../../tenant/companies/company-change";
import { AccessRequestEntity } from "./access-request.entity";
import { REQUEST_MACHINE, type RequestMove } from "./request-states";

const NOT_THERE = { en: "The company has no such request.", fr: "L’entreprise n’a pas de telle demande." };
const FIELD = ["input", "request"];

/** The company's request of that id; null: there is none. */
export function requestOf(
  manager: EntityManager,
  companyId: string,
  reference: string,
): Promise<AccessRequestEntity | null> {
  const id = reference.trim().toLowerCase();
  return isId(id) ? manager.findOneBy(AccessRequestEntity, { id, companyId }) : Promise.resolve(null);
}

export interface SeenRequest {
  readonly request: string;
  readonly expectedVersion: number;
}

/**
 * The request under the company's lock, while the move is possible. Throws Refusal NOT_FOUND, STALE_EDIT or CONFLICT.
 * @param memberId only one of that member's; left out: anybody's
 */
export async function openRequest(
  { manager, company, at }: ChangeScope,
  { request, expectedVersion }: SeenRequest,
  move: RequestMove,
  memberId?: string,
): Promise<AccessRequestEntity> {
  const row = await requestOf(manager, company.id, request);
  if (!row || row.memberId !== (memberId ?? row.memberId)) throw new BilingualRefusal("NOT_FOUND", NOT_THERE, FIELD);
  requireVersion(row, expectedVersion);
  REQUEST_MACHINE.require({ ...row, at }, move, FIELD);
  return row;
}

/** Moves the request, with its audit entry. Throws Refusal CONFLICT. */
export async function moved(
  scope: ChangeScope,
  row: AccessRequestEntity,
  move: RequestMove,
  details: Partial<Omit<AccessRequestEntity, "id" | "state" | "version">>,
  why: string | null = null,
): Promise<AccessRequestEntity> {
  const state = REQUEST_MACHINE.require({ ...row, at: scope.at }, move, FIELD);
  const change = { ...details, state };
  await updateAtVersion(scope.manager, AccessRequestEntity, row, change);
  const after = Object.assign(new AccessRequestEntity(), row, change, { version: row.version + 1 });
  const target = { targetKind: "access_request", targetId: row.id };
  await scope.record({
    action: `access_request.${state}`,
    ...target,
    before: stateOf(row),
    after: stateOf(after),
    why,
  });
  return after;
}

/** The request as the audit trail keeps it. */
export function stateOf(row: AccessRequestEntity, member?: MemberEntity): ChangeState {
  const { companyId: _company, createdAt: _created, ...state } = row;
  return { ...state, ...(member ? { member: member.email } : {}) };
}
