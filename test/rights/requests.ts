import { AccessRequestEntity } from "../../src/authorization/requests/access-request.entity";
import { MemberEntity } from "../../src/directory/members/member.entity";
import { newId } from "../../src/kernel/ids";
import type { RecordHouse } from "../records/record-house";
import { START } from "../support/house";

/** For each member of acme a request of theirs that is as wide as it can be, by e-mail. */
export async function requestsOf(house: RecordHouse): Promise<ReadonlyMap<string, string>> {
  const { id: companyId } = await house.company("acme");
  const members = await house.database.read().findBy(MemberEntity, { companyId });
  const asked = { projectIds: null, ceiling: null, validFrom: null, validUntil: "2027-12-31T00:00:00.000Z" };
  const rows = members.map(({ id: memberId }) =>
    Object.assign(new AccessRequestEntity(), {
      ...{ id: newId(), companyId, memberId, feature: "vendor", direction: "export", asked, agreed: null },
      ...{ reason: "For myself", refusedCode: "FEATURE_NOT_GRANTED", state: "pending", agreedBy: null },
      ...{ decidedBy: null, decidedAt: null, decisionReason: null, grantId: null, version: 1 },
      ...{ lapsesAt: "2027-12-31T00:00:00.000Z", createdAt: START },
    }),
  );
  await house.database.write((manager) => manager.insert(AccessRequestEntity, rows));
  return new Map(members.map(({ email }, index) => [email, rows[index]!.id]));
}
