import { In, IsNull, MoreThanOrEqual } from "typeorm";
import type { Database } from "../../infra/db/database";
import { type Clock, DAY_MS, instantAfter, toInstant } from "../../kernel/clock";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import type { PlatformLoss } from "../connect/platform-loss";
import { targetOf } from "../connect/platform-set-up";
import type { ObjectLinking } from "../directory/object-linking";
import type { PlatformPeople } from "../directory/platform-people";
import { PlatformEventEntity } from "../inbox/platform-event.entity";
import { DIRECTORY_RESOURCES } from "../port/event-resources";
import { isPassing, PlatformTrouble } from "../port/platform-trouble";
import type { ChangedPart, DirectoryReader } from "./directory-reader";
import type { MirrorLetters } from "./mirror-letters";
import type { MirrorPlan } from "./mirror-run";
import { PLATFORM_DIRECTORY, type DirectoryMirror } from "./mirror.service";

export interface MirrorWatchParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly changes: CompanyChangePort;
  readonly reader: DirectoryReader;
  readonly mirror: DirectoryMirror;
  readonly linking: ObjectLinking;
  readonly people: Pick<PlatformPeople, "forget">;
  readonly letters: MirrorLetters;
  readonly loss: PlatformLoss;
}

/** All of it is read once a day, whatever was told. */
/** Events may be stored a moment after the reading that their instant lies before. */
const OVERLAP_MS = 5 * 60_000;
/** Where more has changed, all is read: that is fewer calls. */
const MAX_CHANGED = 50;
/** More than so many leaving at once, and more than that share of all, nobody believes. */
const MAX_LEAVERS = 10;
const MAX_SHARE = 0.2;

/** Keeps the mirror fresh: by what events tell, and by a full reading each day. */
export class MirrorWatch {
  constructor(private readonly parts: MirrorWatchParts) {}

  /** Every company that is due, one after the other. What one company's platform refuses keeps no other waiting. */
  async run(): Promise<void> {
    for (const row of await this.parts.database.read().find(PlatformConnectionEntity)) {
      if (row.state === "lost") continue;
      await this.refresh(row).catch(async (error: unknown) => {
        if (!(error instanceof PlatformTrouble)) throw error;
        if (!isPassing(error) && error.kind !== "refused") await this.parts.loss.lost(row.id, error);
      });
    }
  }

  /** Throws PlatformTrouble. */
  async refresh(row: PlatformConnectionEntity): Promise<void> {
    const { directoryChangedAt, directoryReadAt } = row;
    const now = this.parts.clock.now().getTime();
    const isDue = directoryReadAt === null || Date.parse(directoryReadAt) <= now - DAY_MS;
    if (!isDue && directoryChangedAt === null) return;
    const seenAt = toInstant(new Date(now));
    const changed = isDue ? null : await this.changedSince(row);
    const all = changed === null;
    // Vendors and cost codes are known by their ties; so are projects, where they are not mirrored.
    await this.parts.linking.link(row);
    if (row.mirrorsDirectory && row.directoryHeld === null) await this.read(row, changed);
    if (!row.mirrorsDirectory) await this.parts.people.forget(row.id, changed?.userIds ?? null);
    const read = all ? { directoryReadAt: seenAt } : {};
    await this.parts.database.write(async (manager) => {
      await manager.update(PlatformConnectionEntity, { id: row.id }, { ...read, directorySeenAt: seenAt });
      // What was told meanwhile is still to be read.
      const seen = { id: row.id, directoryChangedAt: directoryChangedAt ?? IsNull() };
      await manager.update(PlatformConnectionEntity, seen, { directoryChangedAt: null });
    });
  }

  private async read(row: PlatformConnectionEntity, changed: ChangedPart | null): Promise<void> {
    const { reader, mirror, changes, letters } = this.parts;
    const at = targetOf(row);
    if (changed && changed.userIds.length + changed.projectIds.length === 0) return;
    const read = changed ? await reader.part(at, changed) : await reader.all(at);
    const seen = (plan: MirrorPlan) => {
      if (tooManyGo(plan)) throw new TooManyGo(leaversIn(plan));
    };
    await mirror.write(row, read, { seen }).catch(async (error: unknown) => {
      if (!(error instanceof TooManyGo)) throw error;
      await changes.runAs(PLATFORM_DIRECTORY, row.companyId, async (scope) => {
        await scope.manager.update(PlatformConnectionEntity, { id: row.id }, { directoryHeld: "too_many_go" });
        await letters.held(scope, error.leavers);
      });
    });
  }

  /** What events told of since; null: too much, or something that cannot be read by itself. */
  private async changedSince({
    id: connectionId,
    directorySeenAt,
  }: PlatformConnectionEntity): Promise<ChangedPart | null> {
    if (directorySeenAt === null) return null;
    const since = instantAfter(directorySeenAt, -OVERLAP_MS);
    const where = { connectionId, resource: In([...DIRECTORY_RESOURCES]), createdAt: MoreThanOrEqual(since) };
    const events = await this.parts.database.read().find(PlatformEventEntity, { where, take: MAX_CHANGED * 4 });
    if (events.length === MAX_CHANGED * 4) return null;
    const userIds = new Set<string>();
    const projectIds = new Set<string>();
    for (const { resource, resourceId, projectId } of events) {
      if (resource === "Company Users") userIds.add(resourceId);
      if (resource === "Projects") projectIds.add(resourceId);
      if (resource === "Project Users" && projectId === null) return null;
      if (resource === "Project Users" && projectId !== null) projectIds.add(projectId);
    }
    if (userIds.size + projectIds.size > MAX_CHANGED) return null;
    return { userIds: [...userIds], projectIds: [...projectIds] };
  }
}

/** Nothing is written: an administrator looks first. */
class TooManyGo extends Error {
  constructor(readonly leavers: number) {
    super("More people would leave at once than is credible");
  }
}

function leaversIn({ people }: MirrorPlan): number {
  return people.filter(({ kind }) => kind === "goes").length;
}

function tooManyGo(plan: MirrorPlan): boolean {
  return leaversIn(plan) > Math.max(MAX_LEAVERS, plan.mirrored * MAX_SHARE);
}
