import { AccessListScope } from "../../../src/authorization/facts/access-list-scope";
import { AccessListService } from "../../../src/directory/access-list/access-list.service";
import { GrantEntity } from "../../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { openTestDatabase } from "../../support/database";
import { RightsHouse } from "../../support/rights-house";

/** A company `acme`, live, with projects P-100, P-200 and P-300, and the import of access lists. */
export async function listHouse(): Promise<{ house: RightsHouse; lists: AccessListService }> {
  const database = await openTestDatabase();
  const house = new RightsHouse(database);
  await house.addCompany("acme");
  for (const code of ["P-100", "P-200", "P-300"]) await house.addProject("acme", code);
  await house.goLive("acme");
  return { house, lists: new AccessListService(house.changes, new AccessListScope(database)) };
}

/** Everything that an import could touch, in an order of its own. */
export async function stateOf(house: RightsHouse) {
  const manager = house.database.read();
  const members = await manager.find(MemberEntity, { order: { email: "ASC" } });
  const grants = await manager.find(GrantEntity, { order: { id: "ASC" } });
  const { policyRevision } = await house.company("acme");
  return { members, grants, policyRevision };
}

/** "feature direction" of a person's grants that are not revoked. */
export async function held(house: RightsHouse, email: string): Promise<string[]> {
  const { members, grants } = await stateOf(house);
  const id = members.find((member) => member.email === email)?.id;
  return grants
    .filter(({ memberId, revokedAt }) => memberId === id && revokedAt === null)
    .map(({ feature, direction }) => `${feature} ${direction}`)
    .sort();
}
