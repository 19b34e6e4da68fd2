import { requireNoStaff } from "../../tenant/companies/both-sides";
import type { FoundingStep } from "../../tenant/companies/registration";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import { MemberEntity } from "./member.entity";

/** Lays down the member who can give all other rights: nobody could give them to them. */
export const firstAdministrator: FoundingStep = async ({ manager, company, at }, { administrator }) => {
  await requireNoStaff(manager, administrator.email, ["input", "administrator", "email"]);
  const rights = { toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true } as const;
  const rest = { digest: true, active: true, erasedAt: null, version: 1, createdAt: at };
  await insertRows(manager, MemberEntity, [
    { id: newId(), companyId: company.id, ...administrator, ...rights, ...rest },
  ]);
};
