import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import { openGrants, storeRevocation } from "../grants/grant-writer";
import { MemberEntity } from "../members/member.entity";
import { endLevels } from "../projects/level-writer";

const LEFT = "Deactivated";

/**
 * Whoever is deactivated leaves with nothing: besides their levels and privilege, which end with the record, their grants
 * are revoked and their levels in projects taken. So coming back gives back nothing by itself.
 */
export async function leave(scope: ChangeScope, changes: readonly Change[]): Promise<void> {
  for (const { targetId, why } of changes.filter(isLeaving)) {
    const member = await scope.manager.findOneByOrFail(MemberEntity, { id: targetId, companyId: scope.company.id });
    for (const grant of await openGrants(scope.manager, member, scope.at))
      await storeRevocation(scope, member, grant, why ?? LEFT);
    await endLevels(scope, member.id, why ?? LEFT);
  }
}

function isLeaving({ targetKind, before, after }: Change): boolean {
  return targetKind === "member" && before?.["active"] === true && after?.["active"] === false;
}
