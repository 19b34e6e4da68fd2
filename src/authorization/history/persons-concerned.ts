import { In, type EntityManager } from "typeorm";
import { MemberEntity } from "../../directory/members/member.entity";
import type { Change } from "../../tenant/companies/company-change";
import { RIGHTS_ACCEPTED } from "../../tenant/companies/rights-seal";
import { portions } from "./sealed-rows";

/** Actions after which every member may be another. */
const EVERYBODY = ["company.registered", RIGHTS_ACCEPTED];

/** The members whom changes name, or who have what they name; in parts that a statement takes. */
export async function personsConcerned(
  manager: EntityManager,
  companyId: string,
  changes: readonly Change[],
): Promise<MemberEntity[][]> {
  if (changes.some(({ action }) => EVERYBODY.includes(action)))
    return [await manager.findBy(MemberEntity, { companyId })];
  const ids = [...new Set(changes.flatMap(membersOf))];
  const emails = [...new Set(changes.flatMap(stakeholdersOf))];
  const parts = emails.length > 0 ? [await manager.findBy(MemberEntity, { companyId, email: In(emails) })] : [];
  for (const some of portions(ids)) parts.push(await manager.findBy(MemberEntity, { companyId, id: In(some) }));
  return parts;
}

function membersOf({ targetKind, targetId }: Change): string[] {
  return targetKind === "member" ? [targetId] : [];
}

/** E-mails of those whose part in the implementation a change gives or takes: members have it by their address. */
function stakeholdersOf({ before, after }: Change): string[] {
  return [before, after].flatMap((state) => {
    const stakeholders = state?.["stakeholders"];
    if (!Array.isArray(stakeholders)) return [];
    return stakeholders.flatMap((one: { email?: unknown } | null) =>
      typeof one?.email === "string" ? [one.email] : [],
    );
  });
}
