import { In } from "typeorm";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import type { Database } from "../../infra/db/database";
import { PlatformRequestEntity, type RequestOutcome } from "../link/platform-request.entity";

/** How much of a connection waits, and since when. */
export interface PlatformFigures {
  /** Requests of which the platform was not told yet how all of it ended. */
  readonly openRequests: number;
  /** Of these, requests that are yet to be fetched or carried out. */
  readonly waitingRequests: number;
  /** When the one that waits longest to be carried out arrived; null: none waits. */
  readonly waitingSince: string | null;
  /** Answers that are not delivered yet. */
  readonly waitingAnswers: number;
  /** When the one that waits longest was made; null: none waits. */
  readonly answersWaitingSince: string | null;
  readonly failedRequests: number;
}

/** What came of a request that did not do what was asked. */
export const FAILED_OUTCOMES: readonly RequestOutcome[] = ["refused", "unsupported", "unreadable", "missing"];

interface RequestRow {
  readonly connectionId: string;
  readonly state: PlatformRequestEntity["state"];
  readonly count: string | number;
  readonly since: string;
}

interface CountRow {
  readonly connectionId: string;
  readonly count: string | number;
  readonly since: string | null;
}

/** Of many connections, in three SELECTs. In the order of the ids. */
export async function figuresOf(database: Database, ids: readonly string[]): Promise<PlatformFigures[]> {
  const requests = await openRequests(database, ids);
  const answers = new Map((await waitingAnswers(database, ids)).map((row) => [row.connectionId, row]));
  const failed = new Map((await failedRequests(database, ids)).map((row) => [row.connectionId, row]));
  return ids.map((id) => {
    const own = requests.filter(({ connectionId }) => connectionId === id);
    const waiting = own.filter(({ state }) => state !== "open");
    return {
      openRequests: sum(own),
      waitingRequests: sum(waiting),
      waitingSince: waiting.map(({ since }) => since).sort()[0] ?? null,
      waitingAnswers: Number(answers.get(id)?.count ?? 0),
      answersWaitingSince: answers.get(id)?.since ?? null,
      failedRequests: Number(failed.get(id)?.count ?? 0),
    };
  });
}

function sum(rows: readonly RequestRow[]): number {
  return rows.reduce((total, { count }) => total + Number(count), 0);
}

function openRequests(database: Database, ids: readonly string[]): Promise<RequestRow[]> {
  return database
    .read()
    .createQueryBuilder(PlatformRequestEntity, "request")
    .select("request.connectionId", "connectionId")
    .addSelect("request.state", "state")
    .addSelect("COUNT(*)", "count")
    .addSelect("MIN(request.createdAt)", "since")
    .where({ connectionId: In([...ids]), state: In(["announced", "ready", "open"]) })
    .groupBy("request.connectionId")
    .addGroupBy("request.state")
    .getRawMany<RequestRow>();
}

function waitingAnswers(database: Database, ids: readonly string[]): Promise<CountRow[]> {
  return database
    .read()
    .createQueryBuilder(OutboxMessageEntity, "message")
    .select("message.lane", "connectionId")
    .addSelect("COUNT(*)", "count")
    .addSelect("MIN(message.createdAt)", "since")
    .where({ lane: In([...ids]), state: In(["waiting", "in_flight", "unknown"]) })
    .groupBy("message.lane")
    .getRawMany<CountRow>();
}

function failedRequests(database: Database, ids: readonly string[]): Promise<CountRow[]> {
  return database
    .read()
    .createQueryBuilder(PlatformRequestEntity, "request")
    .select("request.connectionId", "connectionId")
    .addSelect("COUNT(*)", "count")
    .where({ connectionId: In([...ids]), outcome: In([...FAILED_OUTCOMES]) })
    .groupBy("request.connectionId")
    .getRawMany<CountRow>();
}
