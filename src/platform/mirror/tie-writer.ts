import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { newId } from "../../kernel/ids";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PlatformUserEntity } from "../directory/platform-user.entity";
import { insertNew } from "../link/insert-new";
import type { Matched } from "./mirror-matching";
import type { MirrorPlan } from "./mirror-run";

const BATCH_SIZE = 1000;

/** Keeps which member each of the platform's people is, and who has left. */
export async function writeTies(
  { manager, at }: ChangeScope,
  { id: connectionId, companyId }: PlatformConnectionEntity,
  { matched, people }: MirrorPlan,
  /** Ids of those who are new, by the platform's. */
  added: ReadonlyMap<string, string>,
): Promise<void> {
  const memberIdOf = ({ person, member }: Matched) => member?.id ?? added.get(person.userId) ?? null;
  const rows = matched.map((one): PlatformUserEntity => {
    const { userId, email } = one.person;
    const tied = { memberId: memberIdOf(one), active: true, createdAt: at };
    return { id: newId(), companyId, connectionId, userId, email, ...tied };
  });
  await insertNew(manager, PlatformUserEntity, rows);
  for (let from = 0; from < rows.length; from += BATCH_SIZE) {
    const some = rows.slice(from, from + BATCH_SIZE);
    const userId = In(some.map((row) => row.userId));
    const known = await manager.findBy(PlatformUserEntity, { connectionId, userId });
    const before = new Map(known.map((row) => [row.userId, row]));
    for (const row of some) {
      const was = before.get(row.userId);
      const { memberId, email, active } = row;
      if (!was || (was.memberId === memberId && was.email === email && was.active)) continue;
      await manager.update(PlatformUserEntity, { id: was.id }, { memberId, email, active });
    }
  }
  await untieFormer(manager, connectionId, rows);
  const left = people.flatMap(({ kind, userId }) => (kind === "goes" ? [userId] : []));
  for (let from = 0; from < left.length; from += BATCH_SIZE) {
    const userId = In(left.slice(from, from + BATCH_SIZE));
    await manager.update(PlatformUserEntity, { connectionId, userId }, { active: false, memberId: null });
  }
}

/** An account that was made anew over there takes the place of the one before. */
async function untieFormer(
  manager: ChangeScope["manager"],
  connectionId: string,
  rows: readonly PlatformUserEntity[],
): Promise<void> {
  const userOf = new Map(rows.flatMap(({ memberId, userId }) => (memberId === null ? [] : [[memberId, userId]])));
  const memberIds = [...userOf.keys()];
  for (let from = 0; from < memberIds.length; from += BATCH_SIZE) {
    const memberId = In(memberIds.slice(from, from + BATCH_SIZE));
    for (const row of await manager.findBy(PlatformUserEntity, { connectionId, memberId }))
      if (userOf.get(row.memberId ?? "") !== row.userId)
        await manager.update(PlatformUserEntity, { id: row.id }, { memberId: null, active: false });
  }
}
