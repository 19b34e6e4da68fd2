import type { RecordEntity } from "../../src/records/record/record.entity";
import { RecordRevisionEntity } from "../../src/records/record/record-revision.entity";
import { refusal, SEED } from "../support/house";
import { approver, commitment, manager, RecordHouse, second } from "./record-house";

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 50_000, currency: "USD" } });
});

const APPROVER = { member: "approver@acme.test", reason: "Changed places" };
const history = async ({ id: recordId }: RecordEntity) => {
  const order = { version: "ASC" } as const;
  const rows = await house.database.read().find(RecordRevisionEntity, { where: { recordId }, order });
  return rows.map(({ event, actorName }) => `${event} ${actorName}`);
};
const iMaySend = async (email: string) => {
  const query = `{ company(slug: "acme") { erpIntegration { records(iMay: SEND) { edges { node { number } } } } } }`;
  const { data } = await house.ask(email, query);
  const { edges } = data!["company"]!["erpIntegration"]["records"] as { edges: { node: { number: string } }[] };
  return edges.map(({ node }) => node.number);
};

async function agreed(): Promise<RecordEntity> {
  const offered = await house.offer(manager, commitment());
  expect((await house.send(approver, offered)).outcome).toBe("first_approval");
  return offered;
}

test("a first approval falls at once with the right it rested on, and the next to send is the first", async () => {
  const offered = await agreed();
  await house.services.approver.makeReadOnly(SEED, "acme", APPROVER);
  expect(await house.record(offered.id)).toMatchObject({ firstApproverId: null, hasFirstApproval: false });
  expect(await iMaySend("second@acme.test")).toEqual(["SC-1"]);
  expect((await house.send(second, offered)).outcome).toBe("first_approval");
  expect(await history(offered)).toEqual([
    "submit manager",
    "approve_first approver",
    "approval_lapsed two-person rule",
    "approve_first second",
  ]);
});

test("it stands while the integration is suspended: that takes nobody's right", async () => {
  const offered = await agreed();
  const { implementation } = house.services;
  await implementation.suspend(SEED, "acme", "A pause");
  await implementation.resume(SEED, "acme", "Go on");
  expect((await house.send(second, offered)).outcome).toBe("sent");
});

test("where the right ends by itself, a duty takes the approval back, and sending does so before", async () => {
  const { grant, approver: approvers, firstApprovals } = house.services;
  await approvers.makeReadOnly(SEED, "acme", APPROVER);
  await approvers.designate(SEED, "acme", APPROVER);
  const validUntil = new Date(house.clock.now().getTime() + 60_000).toISOString();
  await grant.give(SEED, "acme", { ...APPROVER, feature: "commitment", validUntil });
  const offered = await agreed();
  const other = await house.offer(manager, commitment({ number: "SC-2" }));
  await house.send(approver, other);
  expect(await firstApprovals.lapseOverdue()).toBe(0);
  house.clock.advance(60_000);
  expect((await house.send(second, offered)).outcome).toBe("first_approval");
  expect(await firstApprovals.lapseOverdue()).toBe(1);
  expect((await house.record(other.id)).firstApproverId).toBeNull();
  expect(await firstApprovals.lapseOverdue()).toBe(0);
});

test("what was sent is not delivered once the first of the two may not send it any more", async () => {
  const offered = await agreed();
  await house.send(second, offered);
  const { recordOutcomes } = house.services;
  const sent = { companyId: offered.companyId, recordId: offered.id };
  expect(await recordOutcomes.recheck(sent)).toMatchObject({ allowed: true });
  await house.services.member.deactivate(SEED, "acme", APPROVER);
  expect(await recordOutcomes.recheck(sent)).toMatchObject({ allowed: false, code: "SECOND_APPROVAL_NEEDED" });
});

describe("where records skip the approver", () => {
  beforeEach(async () => {
    await house.services.featureSwitch.set(SEED, "acme", { feature: "commitment", directExport: "without_workflow" });
  });

  it("whoever submitted a large one is neither of the two, and a small one is still theirs to send", async () => {
    const offered = await house.offer(manager, commitment());
    expect(await refusal(house.send(manager, offered))).toMatchObject({ code: "SECOND_APPROVAL_NEEDED" });
    expect((await house.record(offered.id)).hasFirstApproval).toBe(false);
    expect(await iMaySend("manager@acme.test")).toEqual([]);
    await house.send(approver, offered);
    expect(await refusal(house.send(manager, offered))).toMatchObject({ code: "SECOND_APPROVAL_NEEDED" });
    expect((await house.send(second, offered)).outcome).toBe("sent");
    const lines = [{ number: "1", costCode: "05-120", amount: "500.00" }];
    const small = await house.offer(manager, commitment({ number: "SC-2", lines }));
    expect((await house.send(manager, small)).outcome).toBe("sent");
  });

  it("an approval that rested on it falls when the company switches it off", async () => {
    const { project, member } = house.services;
    await member.add(SEED, "acme", { email: "site@acme.test", name: "site" });
    const levels = [{ tool: "commitments", level: "admin" }] as const;
    await project.setLevels(SEED, "acme", { project: "P-1", member: "site@acme.test", levels });
    const offered = await house.offer(manager, commitment());
    const site = { ...approver, email: "site@acme.test", subject: "https://issuer.test|site@acme.test" };
    expect((await house.send(site, offered)).outcome).toBe("first_approval");
    await house.services.featureSwitch.set(SEED, "acme", { feature: "commitment", directExport: "off" });
    expect((await house.record(offered.id)).firstApproverId).toBeNull();
  });
});
