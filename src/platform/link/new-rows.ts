import { newId } from "../../kernel/ids";
import type { PlatformDetailEntity } from "./platform-detail.entity";
import type { PlatformRequestEntity } from "./platform-request.entity";

/** Whose a new row is. */
export interface OfConnection {
  readonly id: string;
  readonly companyId: string;
}

/** A request that is known by its id alone. */
export function announcedRequest(
  { id: connectionId, companyId }: OfConnection,
  requestId: string,
  userId: string | null,
  at: string,
): PlatformRequestEntity {
  const number = Number(requestId);
  const unknown = { name: null, data: null, madeAt: null, outcome: null, problem: null, closedAt: null };
  return {
    id: newId(),
    companyId,
    connectionId,
    requestId,
    ordinal: Number.isSafeInteger(number) ? number : 0,
    userId,
    ...unknown,
    state: "announced",
    failures: 0,
    nextAt: at,
    createdAt: at,
  };
}

/** A detail that waits. @param requestId our request's id */
export function openDetail(
  { id: connectionId, companyId }: OfConnection,
  requestId: string,
  detailId: string,
  at: string,
): PlatformDetailEntity {
  const open = { recordId: null, status: "in_progress", messages: [], toldAt: null } as const;
  return { id: newId(), companyId, connectionId, requestId, detailId, ...open, createdAt: at };
}
