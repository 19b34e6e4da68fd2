import type { EntityManager } from "typeorm";
import { partsOf } from "../../directory/stakeholders/stakeholder-list";
import type { SubjectFacts } from "../../policy/model/facts";
import { NO_HOLDINGS } from "./no-holdings";

/** Somebody outside the directory has their part in the implementation, and nothing else. Null: they have none. */
export async function stakeholderFacts(
  manager: EntityManager,
  companyId: string,
  email: string,
): Promise<SubjectFacts | null> {
  const parts = await partsOf(manager, companyId, email);
  const [first] = parts;
  if (!first) return null;
  const stakeholderRoles = parts.map(({ role }) => role).sort();
  return { ...NO_HOLDINGS, subjectId: first.id, companyId, kind: "member", active: true, stakeholderRoles };
}
