import type { ChangeScope } from "../../tenant/companies/company-change";
import { MemberEntity } from "../../directory/members/member.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { PlatformConnectionEntity } from "./platform-connection.entity";

/** People and projects stay as they are, and are edited here again. */
export async function stopMirroring(
  scope: ChangeScope,
  connection: PlatformConnectionEntity,
): Promise<PlatformConnectionEntity> {
  if (!connection.mirrorsDirectory) return connection;
  const { manager, company } = scope;
  const companyId = company.id;
  await manager.update(MemberEntity, { companyId, mirrored: true }, { mirrored: false, version: () => "version + 1" });
  await manager.update(ProjectEntity, { companyId, mirrored: true }, { mirrored: false, version: () => "version + 1" });
  const next = { mirrorsDirectory: false, directoryHeld: null, version: connection.version + 1 };
  await manager.update(PlatformConnectionEntity, { id: connection.id }, next);
  await scope.record({
    action: "platform.mirror_ended",
    targetKind: "platform_connection",
    targetId: connection.id,
    before: { mirrorsDirectory: true },
    after: { mirrorsDirectory: false },
  });
  return { ...connection, ...next };
}
