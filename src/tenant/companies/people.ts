import { In, type EntityManager } from "typeorm";

/** As much of a member as folders beside member/ may know. */
export interface PersonRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** The company's members with these e-mails, by e-mail. Read by the table's name: member/ stands above. */
export async function membersByEmail(
  manager: EntityManager,
  companyId: string,
  emails: readonly string[],
): Promise<ReadonlyMap<string, PersonRecord>> {
  const found = await manager.findBy<PersonRecord & { companyId: string }>("member", {
    companyId,
    email: In([...emails]),
  });
  return new Map(found.map((member) => [member.email, member]));
}
