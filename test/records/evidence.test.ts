import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { toInstant } from "../../src/kernel/clock";
import { canonicalHash } from "../../src/kernel/canonical-hash";
import type { Evidence } from "../../src/records/evidence/evidence";
import { evidenceFile } from "../../src/records/evidence/evidence-file";
import { EvidenceReading, type EvidencePeriod } from "../../src/records/evidence/evidence-reading";
import { person, SEED } from "../support/house";
import { openLedgerHouse, putRow, type LedgerHouse } from "./ledger-house";
import { approver, commitment, manager, second } from "./record-house";

const GOLDEN = path.join(__dirname, "../../docs/examples/evidence.jsonl");
const ALWAYS: EvidencePeriod = { from: null, until: null };

let place: LedgerHouse;
beforeEach(async () => (place = await openLedgerHouse()), 60_000);
afterEach(() => place.ledger.stop());

async function lines(period = ALWAYS): Promise<string[]> {
  const { house } = place;
  const reading = new EvidenceReading(house.database);
  const file: string[] = [];
  const at = toInstant(house.clock.now());
  for await (const line of evidenceFile(reading, await house.company("acme"), period, at)) file.push(line);
  return file;
}

const parsed = (texts: readonly string[]) => texts.slice(1).map((text) => JSON.parse(text) as Evidence);

/** Ids and hashes are other ones each time: the first of a file is id-1, the next one id-2. */
function placeholders(text: string): string {
  const seen = new Map<string, string>();
  const name = (kind: string) => (found: string) => {
    if (!seen.has(found))
      seen.set(found, `${kind}-${[...seen.values()].filter((one) => one.startsWith(kind)).length + 1}`);
    return seen.get(found) ?? "";
  };
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, name("id"))
    .replace(/\b[0-9a-f]{64}\b/g, name("sha256"));
}

/** An order that two people agree to and whose answer is lost, a version of it, and one that the ledger refuses. */
async function story(): Promise<void> {
  const { house, ledger, deliver, foundations } = place;
  await foundations();
  const { services, clock } = house;
  await services.company.update(SEED, "acme", { twoPersonAbove: { minor: 50_000, currency: "USD" } });
  const order = await house.offer(manager, commitment());
  clock.advance(60_000);
  await house.send(approver, order);
  clock.advance(60_000);
  await house.send(second, order);
  ledger.faults.plan({ fault: { kind: "drop", when: "after" }, pathPart: "PurchaseOrders", count: 1 });
  await deliver();
  putRow(ledger, "PurchaseOrders", "by-hand", "SC-2", {
    PurchaseOrderID: "by-hand",
    PurchaseOrderNumber: "SC-2",
    LineItems: [],
  });
  clock.advance(86_400_000);
  const lines = [{ number: "1", costCode: "05-120", amount: "100.00" }];
  await house.send(approver, await house.offer(manager, commitment({ number: "SC-2", lines })));
  await deliver();
}

test("for each sending: who, on what right, the digest of what was sent, every try, and the answer", async () => {
  await story();
  const file = await lines();
  const all = parsed(file);
  const order = all.find(({ number }) => number === "SC-1")!;
  expect(order).toMatchObject({
    revision: 1,
    submitted: { actorName: "manager", grantId: null },
    firstApproval: { actorName: "approver" },
    sent: { actorName: "second" },
    basis: "grant",
    state: "delivered",
    attempts: [
      { kind: "call", outcome: "unknown" },
      { kind: "look_up", outcome: "delivered", idempotencyKey: null },
    ],
    answer: { at: expect.any(String) as string },
  });
  expect(order.sent!.grantId).not.toBe(order.firstApproval!.grantId);
  const record = await place.house.record(order.recordId);
  expect(order.answer.externalId).toBe(record.externalId);
  for (const { recordId, feature, item, revision, itemDigest } of all)
    expect(canonicalHash({ companyId: record.companyId, feature, item, recordId, revision })).toBe(itemDigest);
  expect(all.find(({ number }) => number === "SC-2")).toMatchObject({
    state: "refused",
    answer: { code: "ORDER_NUMBER_TAKEN", externalId: null },
  });
  const text = placeholders(file.join(""));
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(GOLDEN, text);
  expect(text).toBe(readFileSync(GOLDEN, "utf8"));
});

test("an export covers the period that is asked for", async () => {
  await story();
  const all = parsed(await lines());
  const second = all.find(({ number }) => number === "SC-2")!.sent!.at;
  const numbers = async (period: EvidencePeriod) => parsed(await lines(period)).map(({ number }) => number);
  expect(await numbers({ from: second, until: null })).toEqual(["SC-2"]);
  expect(await numbers({ from: null, until: second })).toEqual(["05-120", "P-1", "V-1", "SC-1"]);
});

test("a later version is another sending, with the item as it was then", async () => {
  const { house, deliver, foundations } = place;
  await foundations();
  const first = await house.offer(manager, commitment());
  await house.send(approver, first);
  await deliver();
  const lines = [{ number: "1", costCode: "05-120", amount: "1250.00" }];
  const again = await house.offer(manager, commitment({ lines }));
  expect(again.revision).toBe(2);
  await house.send(approver, again);
  await deliver();
  const found = await new EvidenceReading(house.database).ofRecords([again]);
  const amounts = found.get(again.id)!.map(({ revision, item }) => [revision, JSON.stringify(item["lines"])]);
  expect(amounts).toEqual([
    [1, expect.stringContaining("1000.00")],
    [2, expect.stringContaining("1250.00")],
  ]);
});

test("on a record it is for who may review; a member without a level on the tool does not reach it", async () => {
  const { house, deliver, foundations } = place;
  await foundations();
  await house.send(approver, await house.offer(manager, commitment()));
  await deliver();
  const query = `{ company(slug: "acme") { erpIntegration { records(search: "SC-1") { edges { node {
    evidence { revision itemDigest state sent { actorName grantId policyRevision } attempts { kind outcome idempotencyKey } answer { externalId } } } } } } } }`;
  const seen = await house.ask("reader@acme.test", query);
  expect(seen.errors).toBeUndefined();
  expect(JSON.stringify(seen.data)).toContain('"state":"DELIVERED"');
  expect(JSON.stringify(seen.data)).toMatch(/"answer":\{"externalId":"[^"]+"\}/);
  const select = async () => {
    const window = house.database.countStatements();
    await house.ask("reader@acme.test", query.replace('search: "SC-1"', "first: 50"));
    return window.stop();
  };
  const few = await select();
  for (const number of ["SC-2", "SC-3", "SC-4"])
    await house.send(approver, await house.offer(manager, commitment({ number })));
  expect(await select()).toBe(few);
  const stranger = await house.ask("admin@globex.test", query);
  expect(stranger.data).toEqual({ company: null });
  // Who submits may offer it again, and so finds it; how it was sent is not for them.
  const own = (fields: string) =>
    house.ask(
      "manager@acme.test",
      query.replace('search: "SC-1"', "iMay: RESUBMIT").replace(/evidence .*\} \}$/s, fields),
    );
  expect(JSON.stringify((await own("number } } } } } }")).data)).toContain('"SC-1"');
  const refused = await own("evidence { revision } } } } } } }");
  expect(refused.errors?.map(({ path }) => path?.at(-1))).toEqual(["evidence"]);
  expect(JSON.stringify(refused.data ?? null)).not.toContain("revision");
});

test("the right that a sending rests on is the sender's own", async () => {
  const { house, deliver, foundations } = place;
  await foundations();
  const order = await house.offer(manager, commitment());
  await house.send(person("admin@acme.test"), order);
  await deliver();
  const [evidence] = (await new EvidenceReading(house.database).ofRecords([order])).get(order.id)!;
  expect(evidence).toMatchObject({
    basis: "directory_administrator",
    sent: { grantId: null, actorName: "Admin of acme" },
  });
});
