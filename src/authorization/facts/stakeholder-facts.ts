import type { EntityManager } from "typeorm";
import { stakeholdersOf } from "../../directory/stakeholders/stakeholder-list";
import type { SubjectFacts } from "../../policy/model/facts";

/** Somebody outside the directory has their part in the implementation, and nothing else. Null: they have none. */
export async function stakeholderFacts(
  manager: EntityManager,
  companyId: string,
  email: string,
): Promise<SubjectFacts | null> {
  const parts = (await stakeholdersOf(manager, companyId)).filter((one) => one.email === email);
  const [first] = parts;
  if (!first) return null;
  return {
    subjectId: first.id,
    companyId,
    kind: "member",
    active: true,
    toolLevel: "none",
    directoryLevel: "none",
    canPushToAccounting: false,
    projectLevels: [],
    grants: [],
    staffRole: null,
    stakeholderRoles: parts.map(({ role }) => role).sort(),
    assignedUntil: null,
  };
}
