import type { ChangeScope } from "../../../tenant/companies/company-change";
import { insertRows } from "../../../infra/db/query/rows";
import { newId } from "../../../kernel/ids";
import { ProjectEntity } from "../../../directory/projects/project.entity";
import type { RecordEntity } from "../../../records/record/record.entity";
import type { PlatformConnectionEntity } from "../../connect/platform-connection.entity";
import { insertNew } from "../../link/insert-new";
import { PlatformObjectEntity } from "../../link/platform-object.entity";
import type { ItemType } from "../../port/item-types";
import type { RequestContext } from "../request-context";
import type { PlatformItem } from "./offered-items";

const NAME_LENGTH = 200;

/** Keeps which object of the platform the record stands for, and what its lines are called there. */
export async function keepObject(
  scope: ChangeScope,
  { connection, request }: RequestContext,
  { itemType, itemId, number, lines }: PlatformItem,
  record: RecordEntity,
): Promise<void> {
  const { manager, at } = scope;
  const kept = {
    number,
    recordId: record.id,
    projectId: itemType === "project" ? record.projectId : null,
    lines: [...lines],
    lastRequest: request.ordinal,
  };
  await insertNew(manager, PlatformObjectEntity, [newObject(connection, itemType, itemId, at, kept)]);
  await manager.update(
    PlatformObjectEntity,
    { connectionId: connection.id, itemType, itemId },
    { ...kept, lines: kept.lines },
  );
  // A project's codes are named by invoices later on, each by its own id.
  const codes = lines.filter((line) => line.itemType === "cost_code");
  const rows = codes.map((code) => newObject(connection, "cost_code", code.itemId, at, { number: code.key }));
  await insertNew(manager, PlatformObjectEntity, rows);
}

export function newObject(
  { id: connectionId, companyId }: Pick<PlatformConnectionEntity, "id" | "companyId">,
  itemType: ItemType,
  itemId: string,
  createdAt: string,
  more: Partial<PlatformObjectEntity> & { readonly number: string },
): PlatformObjectEntity {
  const bare = { recordId: null, projectId: null, lines: [], originId: null, lastRequest: 0 };
  return { id: newId(), companyId, connectionId, itemType, itemId, createdAt, ...bare, ...more };
}

/** A project that nobody typed in here is there from its export on, under the code that the platform gives it. */
export async function keepProject(
  scope: ChangeScope,
  { id: connectionId, companyId }: PlatformConnectionEntity,
  { itemId, number: code, offered }: PlatformItem,
): Promise<void> {
  const { manager, at } = scope;
  if (await manager.existsBy(ProjectEntity, { companyId, code })) return;
  const known = await manager.findOneBy(PlatformObjectEntity, { connectionId, itemType: "project", itemId });
  if (known?.projectId && (await manager.existsBy(ProjectEntity, { companyId, id: known.projectId }))) return;
  const name = typeof offered.values["name"] === "string" ? offered.values["name"].slice(0, NAME_LENGTH) : code;
  const row = { id: newId(), companyId, connectionId: null, code, name, active: true, version: 1, createdAt: at };
  await insertRows(manager, ProjectEntity, [row]);
  const target = { targetKind: "project", targetId: row.id };
  await scope.record({
    action: "project.added",
    ...target,
    before: null,
    after: { code, name },
    why: "Exported on the platform",
  });
}
