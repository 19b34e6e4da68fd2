import { RemedyPeople } from "../../../src/authorization/insight/remedy-people";
import { MemberEntity } from "../../../src/directory/members/member.entity";
import { insertRows } from "../../../src/infra/db/query/rows";
import { MemberPolicy } from "../../../src/policy/judgement/member-policy";
import { commitment, manager, RecordHouse } from "../../records/record-house";
import { memberOf } from "../../support/rows";

/* Advice names five: of the others nobody is judged, each of whom would be judged for each record that is missing. */

test("no more people are judged than are named", async () => {
  const house = await RecordHouse.open();
  const { companyId } = await house.offer(manager, commitment());
  const rights = { toolLevel: "admin", directoryLevel: "admin", canPushToAccounting: true } as const;
  const members = Array.from({ length: 40 }, () => memberOf({ id: companyId }, rights));
  await house.database.write((rows) => insertRows(rows, MemberEntity, members));
  const judged = jest.spyOn(MemberPolicy.prototype, "verdict");
  const [found] = await new RemedyPeople(house.database, house.services.policies).find([
    {
      ...{ companyId, subjectId: null, stranger: null, at: new Date().toISOString(), mutation: null },
      ...{ action: "send", resource: "commitment", record: null, missed: ["PREREQUISITE_NOT_SYNCED"] },
      right: { on: "prerequisites" },
    },
  ]);
  expect(found?.people).toHaveLength(5);
  expect(new Set(judged.mock.contexts).size).toBe(5);
  judged.mockRestore();
});

test("of somebody with a NUL in their name nothing is known, on either database", async () => {
  const house = await RecordHouse.open();
  const query = `query ($subject: ID!) { decision(input: { company: "acme", subject: $subject, action: SEND, feature: COMMITMENT }) {
    code nearestChange { mutation people { email } whenNobody } } }`;
  expect(await house.ask("admin@acme.test", query, { subject: "a\u0000b@acme.test" })).toMatchObject({
    data: { decision: { code: "NOT_A_MEMBER", nearestChange: { mutation: "addMember" } } },
  });
});
