import { refusal, SEED } from "../support/house";
import { approver, changeOrder, commitment, invoice, LEDGER, manager, RecordHouse, VENDOR } from "./record-house";

let house: RecordHouse;
beforeEach(async () => (house = await RecordHouse.open()), 60_000);

describe("what the ledger answers", () => {
  it("a refusal is kept in its words; the record is rejected, corrected, sent again", async () => {
    await house.foundations();
    const { record } = await house.send(approver, await house.offer(manager, commitment()));
    const sent = { companyId: record.companyId, recordId: record.id, revision: record.revision };
    const failed = await house.services.recordOutcomes.refused(LEDGER, sent, { code: "X", text: "No such account" });
    expect(failed).toMatchObject({ state: "failed", failureText: "No such account" });
    await house.services.records.reject(approver, await house.seen(record), null);
    const again = await house.offer(manager, commitment({ title: "Other" }));
    expect(again).toMatchObject({ state: "awaiting", failureCode: null, revision: 2 });
    expect(await refusal(house.services.recordOutcomes.accepted(LEDGER, sent, "late"))).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("no answer makes it stale, and whoever lost his right since is not obeyed", async () => {
    await house.foundations();
    const { record } = await house.send(approver, await house.offer(manager, commitment()));
    const sent = { companyId: record.companyId, recordId: record.id, revision: record.revision };
    const { recordOutcomes, approver: approvers } = house.services;
    expect(await recordOutcomes.recheck(sent)).toMatchObject({ allowed: true });
    expect((await recordOutcomes.unanswered(LEDGER, sent, { code: "TIMEOUT", text: "" })).state).toBe("stale");
    await approvers.makeReadOnly(SEED, "acme", { member: "approver@acme.test", reason: "Left" });
    expect(await recordOutcomes.recheck(sent)).toMatchObject({ allowed: false });
  });

  it("a synced commitment is offered again with other lines, never with another vendor; an invoice never", async () => {
    await house.foundations();
    await house.synced(commitment(), manager);
    await house.synced(invoice(), manager);
    expect(await refusal(house.offer(manager, commitment({ title: "Other" })))).toMatchObject({ code: "LOCKED_FIELD" });
    expect(await refusal(house.offer(manager, invoice({ status: "pending_owner_approval" })))).toMatchObject({
      code: "ILLEGAL_MOVE",
    });
    const more = commitment({ lines: [{ number: "1", costCode: "05-120", amount: "2000" }] });
    expect(await house.offer(manager, more)).toMatchObject({ state: "awaiting", externalId: "erp-commitment-SC-1" });
    expect((await house.offer(manager, changeOrder())).prerequisitesBlocked).toBe(false);
  });

  it("is unlinked only when the counterpart is gone, and what builds on it waits again", async () => {
    await house.foundations();
    const vendor = await house.offer(SEED, VENDOR);
    const waiting = await house.offer(manager, commitment());
    const { records } = house.services;
    expect(await refusal(records.unlink(approver, await house.seen(vendor), false, null))).toMatchObject({
      code: "COUNTERPART_STILL_THERE",
    });
    expect((await house.record(waiting.id)).prerequisitesBlocked).toBe(false);
    const unlinked = await records.unlink(approver, await house.seen(vendor), true, null);
    expect(unlinked).toMatchObject({ state: "unlinked", externalId: null });
    expect((await house.record(waiting.id)).prerequisitesBlocked).toBe(true);
  });
});
