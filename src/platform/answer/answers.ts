import { In, type EntityManager } from "typeorm";
import type { Outbox } from "../../infra/outbox/outbox";
import { PlatformDetailEntity } from "../link/platform-detail.entity";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import type { ExternalData } from "../port/construction-platform";
import { isEnd, type DetailStatus } from "../port/item-types";
import { ANSWER_TOPIC, ROWS_TOPIC, type AnswerPayload, type RowsPayload } from "./answer-payloads";

/** The transaction in which something is answered, and when. */
export interface AnswerScope {
  readonly manager: EntityManager;
  readonly at: string;
}

/** Which connection the answer goes to. */
export interface AnswerPlace {
  readonly id: string;
  readonly companyId: string;
}

export interface DetailEnd {
  readonly status: DetailStatus;
  readonly messages: readonly string[];
}

/** Longer than any sentence; what is said in one detail is a few of them. */
const MAX_MESSAGE_LENGTH = 1_000;
const MAX_MESSAGES = 20;

/** What is told to the platform, put into the outbox in the transaction of what it follows from. */
export class PlatformAnswers {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Says how the detail stands, after the ties that belong to it. What has ended is left as it ended; the same said twice
   * is one message.
   */
  async end(
    scope: AnswerScope,
    detail: PlatformDetailEntity,
    { status, messages }: DetailEnd,
    ties: readonly ExternalData[] = [],
  ): Promise<void> {
    if (isEnd(detail.status)) return;
    const said = messages.slice(0, MAX_MESSAGES).map((message) => message.slice(0, MAX_MESSAGE_LENGTH));
    await scope.manager.update(PlatformDetailEntity, { id: detail.id }, { status, messages: said });
    Object.assign(detail, { status, messages: said });
    const place = { id: detail.connectionId, companyId: detail.companyId };
    const payload: AnswerPayload = { ties, detail: { id: detail.detailId, status, messages: said }, assignments: [] };
    const key = isEnd(status) ? endKey(detail) : `platform-detail:${detail.id}:${status} ${scope.at}`;
    await this.enqueue(scope, place, { key, subjectId: detail.id, payload });
  }

  /** The platform still has the detail open: its end, where there is one, is told anew, unless that was done just now. */
  async again(scope: AnswerScope, detail: PlatformDetailEntity, graceMs: number): Promise<void> {
    const { id, companyId, connectionId, detailId, status, messages, toldAt } = detail;
    if (!isEnd(status)) return;
    if (toldAt === null) {
      await this.outbox.release(scope.manager, endKey(detail), scope.at);
      return;
    }
    if (Date.parse(toldAt) > Date.parse(scope.at) - graceMs) return;
    const payload: AnswerPayload = { ties: [], detail: { id: detailId, status, messages }, assignments: [] };
    const key = `${endKey(detail)} ${toldAt}`;
    await this.enqueue(scope, { id: connectionId, companyId }, { key, subjectId: id, payload });
  }

  /** Ties or unties an object where no detail waits for it. */
  async tie(
    scope: AnswerScope,
    object: PlatformObjectEntity,
    ties: readonly ExternalData[],
    version: number,
  ): Promise<void> {
    const place = { id: object.connectionId, companyId: object.companyId };
    const tied = ties[0]?.originId === null ? "untied" : "tied";
    const key = `platform-object:${object.id}:${tied}:${version}`;
    const payload: AnswerPayload = { ties, detail: null, assignments: [] };
    await this.enqueue(scope, place, { key, subjectId: object.id, payload });
  }

  /** Rows that go straight in, or are staged. `name` names what they say, for ever. */
  async rows(
    scope: AnswerScope,
    place: AnswerPlace,
    name: string,
    payload: RowsPayload,
    subjectId: string,
  ): Promise<void> {
    const message = {
      ...shared(place),
      topic: ROWS_TOPIC,
      key: `platform-rows:${place.id}:${name}`,
      subjectId,
      rank: 1,
    };
    await this.outbox.enqueue(scope.manager, [{ ...message, payload: { ...payload } }], scope.at);
  }

  /** The details of a record that still wait. */
  openOf({ manager }: AnswerScope, companyId: string, recordId: string): Promise<PlatformDetailEntity[]> {
    return manager.findBy(PlatformDetailEntity, { companyId, recordId, status: In(["in_progress", "stale"]) });
  }

  private async enqueue(
    scope: AnswerScope,
    place: AnswerPlace,
    { key, subjectId, payload }: { key: string; subjectId: string; payload: AnswerPayload },
  ): Promise<void> {
    const exclusive = `platform:${subjectId}`;
    const message = { ...shared(place), topic: ANSWER_TOPIC, key, subjectId, exclusive, rank: 0 };
    await this.outbox.enqueue(scope.manager, [{ ...message, payload: { ...payload } }], scope.at);
  }
}

function endKey({ id }: PlatformDetailEntity): string {
  return `platform-detail:${id}:end`;
}

function shared({ id: lane, companyId }: AnswerPlace) {
  return { companyId, lane, queue: "platform" as const };
}
