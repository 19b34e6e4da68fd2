import { createHash } from "node:crypto";
import { In, IsNull, type EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { ConnectionSecrets } from "../connect/connection-secrets";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PlatformRequestEntity } from "../link/platform-request.entity";
import { eventIn, type PlatformEvent } from "./event-forms";
import { GroupWriter } from "./group-writer";
import { insertNew } from "../link/insert-new";
import { announcedRequest } from "../link/new-rows";
import { PlatformEventEntity } from "./platform-event.entity";
import { DIRECTORY_RESOURCES, REQUEST_RESOURCE } from "../port/event-resources";

export interface EventInboxParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: ConnectionSecrets;
  /** Called after a commit that left something to do. */
  readonly onWork: () => void;
}

/** `unknown`: it carries no secret of ours. */
export type Received = "kept" | "unknown";

/** Stands for the resource of an event that is of no form that we know. */
export const UNREADABLE = "unreadable";

interface Arrived {
  readonly connection: PlatformConnectionEntity;
  readonly event: PlatformEvent;
}

/** Larger than any group of events that is told while a transaction is written. */
const MAX_GROUP = 500;

/**
 * Takes what the platform tells. An event is kept, together with what it asks for, before it is answered; told twice, it
 * is kept once. Events that arrive while others are written are written together.
 */
export class EventInbox {
  private readonly writer: GroupWriter<Arrived>;

  constructor(private readonly parts: EventInboxParts) {
    this.writer = new GroupWriter(MAX_GROUP, (group) => this.keep(group));
  }

  /** What is `kept` is stored when this resolves. */
  async receive(body: unknown, authorization: string): Promise<Received> {
    const { database, clock, secrets } = this.parts;
    const event = eventIn(body);
    const platformCompanyId = event?.platformCompanyId ?? companyIn(body);
    const connection =
      platformCompanyId === null
        ? null
        : await database.read().findOneBy(PlatformConnectionEntity, { platformCompanyId });
    // Whether there is such a company is nobody's business who has not its secret.
    if (!connection || !secrets.knowsEvent(connection, authorization, toInstant(clock.now()))) return "unknown";
    await this.writer.write({ connection, event: event ?? unreadable(body, connection.platformCompanyId) });
    return "kept";
  }

  private async keep(group: readonly Arrived[]): Promise<void> {
    const { database, clock, onWork } = this.parts;
    await database.write(async (manager) => {
      const at = toInstant(clock.now());
      await insertNew(
        manager,
        PlatformEventEntity,
        group.map((one) => eventRow(one, at)),
      );
      const others = group.filter((one) => !isEcho(one));
      const requests = others.filter(({ event }) => event.resource === REQUEST_RESOURCE);
      await insertNew(
        manager,
        PlatformRequestEntity,
        requests.map(({ connection, event }) => announcedRequest(connection, event.resourceId, event.userId, at)),
      );
      await nameActors(manager, requests);
      await noteArrivals(manager, group, others, at);
      database.afterCommit(onWork);
    });
  }
}

/** What the service account did itself comes back; of requests none is skipped, whoever made it. */
function isEcho({ connection, event }: Arrived): boolean {
  if (event.resource === REQUEST_RESOURCE) return false;
  return event.userId !== null && event.userId === connection.serviceUserId;
}

function eventRow({ connection, event }: Arrived, at: string): PlatformEventEntity {
  const { key: eventKey, resource, reason, resourceId, projectId, userId } = event;
  const { companyId, id: connectionId } = connection;
  const what = { eventKey, resource, reason, resourceId, projectId, userId, happenedAt: event.happenedAt ?? at };
  return { id: newId(), companyId, connectionId, ...what, createdAt: at };
}

/** A request that was found before its event came is whose the event says, unless it was carried out by then. */
async function nameActors(manager: EntityManager, requests: readonly Arrived[]): Promise<void> {
  const connectionId = In([...new Set(requests.map(({ connection }) => connection.id))]);
  const requestId = In(requests.map(({ event }) => event.resourceId));
  // By the connection too: so the index finds them among however many there are.
  const found = await manager.findBy(PlatformRequestEntity, {
    ...{ connectionId, requestId },
    ...{ userId: IsNull(), state: "announced" },
  });
  for (const { id, connectionId, requestId } of found) {
    const told = requests.find(
      ({ connection, event }) => connection.id === connectionId && event.resourceId === requestId,
    );
    if (told) await manager.update(PlatformRequestEntity, { id }, { userId: told.event.userId });
  }
}

async function noteArrivals(
  manager: EntityManager,
  group: readonly Arrived[],
  others: readonly Arrived[],
  at: string,
): Promise<void> {
  const ids = [...new Set(group.map(({ connection }) => connection.id))].sort();
  for (const id of ids) {
    const count = group.filter(({ connection }) => connection.id === id).length;
    const directory = others.some(
      ({ connection, event }) =>
        connection.id === id && (DIRECTORY_RESOURCES as readonly string[]).includes(event.resource),
    );
    await manager
      .createQueryBuilder()
      .update(PlatformConnectionEntity)
      .set({ lastEventAt: at, events: () => `events + ${count}`, ...(directory ? { directoryChangedAt: at } : {}) })
      .where({ id })
      .execute();
  }
}

/** Told again it would be no clearer: it is kept under what it says, and what it told of is found by looking. */
function unreadable(body: unknown, platformCompanyId: string): PlatformEvent {
  const key = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const what = {
    resource: UNREADABLE,
    reason: UNREADABLE,
    resourceId: "",
    projectId: null,
    userId: null,
    happenedAt: null,
  };
  return { key, platformCompanyId, ...what };
}

function companyIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null) return null;
  const { company_id: id } = body as { company_id?: unknown };
  const text = typeof id === "string" || typeof id === "number" ? String(id).slice(0, 100) : "";
  return text === "" || text.includes("\0") ? null : text;
}
