import { fill } from "../../kernel/catalogue";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { BilingualRefusal } from "../../kernel/errors";
import { MemberEntity } from "./member.entity";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

const ADMINISTRATOR = { active: true, directoryLevel: "admin", canPushToAccounting: true } as const;

/** Whether the member can give rights to others. */
export function isAdministrator(member: MemberEntity): boolean {
  const { active, directoryLevel, canPushToAccounting } = member;
  return active && directoryLevel === ADMINISTRATOR.directoryLevel && canPushToAccounting;
}

/** Throws Refusal CONFLICT where nobody but the member can give rights: then nobody of the company could again. */
export async function requireAnotherAdministrator(
  { manager, company }: ChangeScope,
  member: MemberEntity,
  field: readonly string[] = ["input", "member"],
): Promise<void> {
  const found = await manager.findBy(MemberEntity, { companyId: company.id, ...ADMINISTRATOR });
  if (found.length !== 1 || found[0]?.id !== member.id) return;
  throw new BilingualRefusal("CONFLICT", fill(DIRECTORY_TEXTS.lastAdministrator, { name: member.name }), field);
}
