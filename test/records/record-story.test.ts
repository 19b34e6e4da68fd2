import { refusal, SEED } from "../support/house";
import { admin, approver, commitment, manager, reader, RecordHouse, second } from "./record-house";
import { RecordRevisionEntity } from "../../src/records/record/record-revision.entity";
import { OutboxMessageEntity } from "../../src/infra/outbox/outbox-message.entity";
import { deliveryKey } from "../../src/records/delivery/outbox-delivery";
import type { Refusal } from "../../src/kernel/errors";

let house: RecordHouse;
beforeEach(async () => (house = await RecordHouse.open()), 60_000);

async function history(id: string) {
  const rows = await house.database
    .read()
    .find(RecordRevisionEntity, { where: { recordId: id }, order: { version: "ASC" } });
  return rows.map(({ event, toState, actorName }) => `${event} ${toState} ${actorName}`);
}

describe("a commitment's way", () => {
  it("is offered, sent by an approver, taken by the ledger, and all of it is told", async () => {
    await house.foundations();
    const offered = await house.offer(manager, commitment());
    expect(offered).toMatchObject({ state: "awaiting", prerequisitesBlocked: false, amountMinor: 100_000 });
    const { record, outcome } = await house.send(approver, offered);
    expect([outcome, record.state]).toEqual(["sent", "exporting"]);
    const waiting = await house.database.read().findBy(OutboxMessageEntity, { subjectId: record.id });
    expect(waiting).toMatchObject([{ key: deliveryKey(record), topic: "commitment", state: "waiting" }]);
    const synced = await house.accept(record);
    expect(synced).toMatchObject({ state: "synced", externalId: "erp-commitment-SC-1" });
    expect(await history(offered.id)).toEqual([
      "submit awaiting manager",
      "send exporting approver",
      "accepted synced ledger",
    ]);
    const grants = await house.database.read().findBy(RecordRevisionEntity, { recordId: offered.id, event: "send" });
    expect(grants[0]?.grantId).toEqual(expect.any(String));
  });

  it("is sent once, however many send it at the same moment", async () => {
    await house.foundations();
    const offered = await house.offer(manager, commitment());
    const answers = await Promise.allSettled([approver, second, approver].map((actor) => house.send(actor, offered)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await history(offered.id)).toHaveLength(2);
  });

  it("tells in French what is wrong with it", async () => {
    const french = { ...manager, locale: "fr" } as const;
    await expect(house.offer(french, commitment({ title: "" }))).rejects.toMatchObject({
      faults: [{ code: "REQUIRED", message: "« title » est obligatoire." }],
    });
  });

  it("is not sent by who offered it, who may only look, or a stranger", async () => {
    await house.foundations();
    const { member, project } = house.services;
    await project.setLevels(SEED, "acme", {
      project: "P-1",
      member: "approver@acme.test",
      levels: [{ tool: "commitments", level: "admin" }],
    });
    const own = await house.offer(approver, commitment());
    expect(await refusal(house.send(approver, own))).toMatchObject({ code: "OWN_RECORD" });
    expect(await refusal(house.send(reader, own))).toMatchObject({ code: "TOOL_LEVEL_TOO_LOW" });
    const { id } = own;
    const elsewhere = { ...(await house.seen(own)), company: "globex" };
    expect(await refusal(house.services.records.send(manager, elsewhere))).toEqual({
      code: "NOT_FOUND",
      field: ["company"],
    });
    expect(member).toBeDefined();
    expect((await house.record(id)).state).toBe("awaiting");
  });

  it("waits for what it builds on, and goes once that is in the ledger", async () => {
    const offered = await house.offer(manager, commitment());
    expect(offered.prerequisitesBlocked).toBe(true);
    expect(await refusal(house.send(approver, offered))).toMatchObject({ code: "PREREQUISITE_NOT_SYNCED" });
    await house.foundations();
    expect((await house.record(offered.id)).prerequisitesBlocked).toBe(false);
    expect((await house.send(approver, offered)).outcome).toBe("sent");
  });

  it("is rejected with a reason, corrected, offered again", async () => {
    await house.foundations();
    const offered = await house.offer(manager, commitment());
    const rejected = await house.services.records.reject(approver, await house.seen(offered), "Wrong price");
    expect(rejected).toMatchObject({ state: "rejected", rejectReason: "Wrong price" });
    const corrected = commitment({ lines: [{ number: "1", costCode: "05-120", amount: "900" }] });
    const again = await house.services.offering.offer(manager, "acme", corrected);
    expect(again).toMatchObject({
      outcome: "resubmitted",
      record: { state: "awaiting", revision: 2, amountMinor: 90_000 },
    });
    expect(again.record.id).toBe(offered.id);
    const same = await house.services.offering.offer(manager, "acme", corrected);
    expect(same).toMatchObject({ outcome: "unchanged", record: { version: again.record.version } });
  });

  it("is pulled back by who offered it, and by nobody else", async () => {
    const offered = await house.offer(manager, commitment());
    expect(await refusal(house.services.records.retrieve(admin, await house.seen(offered)))).toMatchObject({
      code: "PROJECT_LEVEL_TOO_LOW",
    });
    expect(await house.services.records.retrieve(manager, await house.seen(offered))).toMatchObject({ state: "draft" });
    expect(await refusal(house.services.records.retrieve(manager, await house.seen(offered)))).toMatchObject({
      code: "RECORD_STATE",
    });
  });
});

describe("above the company's amount", () => {
  beforeEach(async () => {
    await house.foundations();
    await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 50_000, currency: "USD" } });
  });

  it("two people agree, neither of them the submitter", async () => {
    const offered = await house.offer(manager, commitment());
    const first = await house.send(approver, offered);
    expect([first.outcome, first.record.state]).toEqual(["first_approval", "awaiting"]);
    expect(await refusal(house.send(approver, offered))).toMatchObject({ code: "SECOND_APPROVAL_NEEDED" });
    expect(await refusal(house.send(reader, offered))).toMatchObject({ code: "TOOL_LEVEL_TOO_LOW" });
    expect((await house.send(second, offered)).outcome).toBe("sent");
    expect(await history(offered.id)).toEqual([
      "submit awaiting manager",
      "approve_first awaiting approver",
      "send exporting second",
    ]);
  });

  it("a correction is agreed to anew", async () => {
    const offered = await house.offer(manager, commitment());
    await house.send(approver, offered);
    await house.services.records.retrieve(manager, await house.seen(offered));
    const again = await house.offer(manager, commitment({ title: "Steel, once more" }));
    expect(again.hasFirstApproval).toBe(false);
    expect((await house.send(second, again)).outcome).toBe("first_approval");
  });

  it("of two who send at the same moment one is the first, and the other looks again", async () => {
    const offered = await house.offer(manager, commitment());
    const seen = await house.seen(offered);
    const { records } = house.services;
    const sendings = await Promise.allSettled([approver, second].map((actor) => records.send(actor, seen)));
    const told = sendings.map((one) => (one.status === "fulfilled" ? one.value.outcome : (one.reason as Refusal).code));
    expect(told.sort()).toEqual(["STALE_EDIT", "first_approval"]);
    const other = (await house.record(offered.id)).firstApproverId === null ? approver : second;
    expect(other).toBe(second);
  });

  it("an amount in another currency cannot be compared, so it takes two as well", async () => {
    const offered = await house.offer(
      manager,
      commitment({ currency: "EUR", lines: [{ number: "1", costCode: "05-120", amount: "1" }] }),
    );
    expect((await house.send(approver, offered)).outcome).toBe("first_approval");
    expect((await house.send(second, offered)).outcome).toBe("sent");
  });

  it("a small one goes at once", async () => {
    const small = commitment({ lines: [{ number: "1", costCode: "05-120", amount: "500.00" }] });
    expect((await house.send(approver, await house.offer(manager, small))).outcome).toBe("sent");
  });
});
