import { In, IsNull, Not, type EntityManager } from "typeorm";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import { editionSupport } from "../../erp/connections/editions";
import { groupBy } from "../../kernel/groups";
import type { SeveralConnections } from "../../policy/model/facts";
import { ProjectEntity } from "../../directory/projects/project.entity";

export function isServed({ country, edition }: ConnectionEntity): boolean {
  return editionSupport(country, edition).supported;
}

/** What the policy knows of the connections of companies that have several; in one SELECT, or none where none has. */
export async function severalOf(
  manager: EntityManager,
  connections: ReadonlyMap<string, readonly ConnectionEntity[]>,
): Promise<ReadonlyMap<string, SeveralConnections>> {
  const many = [...connections].filter(([, own]) => own.length > 1);
  if (many.length === 0) return new Map();
  const bound = await manager.find(ProjectEntity, {
    select: { id: true, companyId: true, connectionId: true },
    where: { companyId: In(many.map(([companyId]) => companyId)), connectionId: Not(IsNull()) },
    order: { id: "ASC" },
  });
  const projects = groupBy(bound, ({ companyId }) => companyId);
  return new Map(
    many.map(([companyId, own]) => {
      const sorted = [...own].sort((a, b) => (a.id < b.id ? -1 : 1));
      const facts = sorted.map((one) => ({
        id: one.id,
        name: one.name,
        status: one.status,
        editionSupported: isServed(one),
      }));
      const ofProject = (projects.get(companyId) ?? []).map(
        ({ id, connectionId }) => [id, connectionId ?? ""] as const,
      );
      const defaultId = own.find(({ defaultOf }) => defaultOf !== null)?.id ?? "";
      return [companyId, { connections: facts, defaultId, ofProject: Object.fromEntries(ofProject) }];
    }),
  );
}
