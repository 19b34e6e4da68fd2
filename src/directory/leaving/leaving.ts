import { In } from "typeorm";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import { groupBy } from "../../kernel/groups";
import { openGrantsOf, storeRevocation } from "../grants/grant-writer";
import { MemberEntity } from "../members/member.entity";
import { endLevels } from "../projects/level-writer";
import { ProjectLevelEntity } from "../projects/project-level.entity";

const LEFT = "Deactivated";
/** Members looked at in one statement. */
const BATCH_SIZE = 1000;

/**
 * Whoever is deactivated leaves with nothing: besides their levels and privilege, which end with the record, their grants
 * are revoked and their levels in projects taken. So coming back gives back nothing by itself.
 */
export async function leave(scope: ChangeScope, changes: readonly Change[]): Promise<void> {
  const leaving = new Map(changes.filter(isLeaving).map(({ targetId, why }) => [targetId, why ?? LEFT]));
  const ids = [...leaving.keys()];
  for (let from = 0; from < ids.length; from += BATCH_SIZE)
    await endRights(scope, ids.slice(from, from + BATCH_SIZE), (id) => leaving.get(id) ?? LEFT);
}

async function endRights(scope: ChangeScope, ids: readonly string[], whyOf: (id: string) => string): Promise<void> {
  const { manager, company, at } = scope;
  const grants = await openGrantsOf(manager, company.id, ids, at);
  const held = await manager.findBy(ProjectLevelEntity, { companyId: company.id, memberId: In(ids) });
  const levels = groupBy(held, ({ memberId }) => memberId);
  const holding = ids.filter((id) => grants.has(id) || levels.has(id));
  for (const member of await manager.findBy(MemberEntity, { companyId: company.id, id: In(holding) })) {
    const why = whyOf(member.id);
    for (const grant of grants.get(member.id) ?? []) await storeRevocation(scope, member, grant, why);
    await endLevels(scope, member.id, levels.get(member.id) ?? [], why);
  }
}

function isLeaving({ targetKind, before, after }: Change): boolean {
  return targetKind === "member" && before?.["active"] === true && after?.["active"] === false;
}
