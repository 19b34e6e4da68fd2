import fc from "fast-check";
import { In } from "typeorm";
import { RECORD_MACHINES } from "../../src/records/record/record-machine";
import { RecordEntity } from "../../src/records/record/record.entity";
import { isOfContract } from "../../src/policy/model/record-facts";
import { CONTRACT_MISFITS } from "../../src/policy/model/contract-misfits";
import { contractFaultsOf } from "../../src/records/readiness/contract-check";
import { misfitsIn, misfitsText } from "../../src/records/record/misfits";
import { SEED } from "../support/house";
import { changeOrder, commitment, LEDGER, manager, type RecordHouse } from "./record-house";
import { bill, openContractHouse } from "./contract-house";

/* What is stored of how records fit their contract, after whatever happens to them. */

let house: RecordHouse;
beforeEach(async () => {
  house = await openContractHouse();
}, 60_000);

/** What readiness finds now of each record that has not been sent. */
async function foundNow(): Promise<Record<string, string | null>> {
  const open = In(["draft", "awaiting", "rejected", "failed", "unlinked"]);
  const records = await house.database.read().findBy(RecordEntity, { state: open as never });
  const faults = await contractFaultsOf(house.database.read(), records);
  return Object.fromEntries(
    records.map(({ id, feature }) => {
      const codes = faults.get(id)?.map(({ code }) => code);
      return [id, codes && feature !== "commitment" ? misfitsText(codes) : null];
    }),
  );
}

async function storedNow(): Promise<Record<string, string | null>> {
  const found = await foundNow();
  const records = await house.database.read().findBy(RecordEntity, { id: In(Object.keys(found)) });
  return Object.fromEntries(records.map(({ id, misfits }) => [id, misfits]));
}

/** What is stored of those that are in the ERP or on their way. */
async function keptNow(): Promise<Map<string, string | null>> {
  const state = In(["exporting", "stale", "synced"]) as never;
  const records = await house.database.read().findBy(RecordEntity, { state, direction: "export" });
  return new Map(records.map(({ id, misfits }) => [id, misfits]));
}

it("what is stored of it is at each moment what the rows say, whatever happens in whatever order", async () => {
  const { connection, projectBinding, records, recordOutcomes } = house.services;
  await connection.add(SEED, "acme", { name: "Pty", edition: "established", country: "US", status: "authorised" });
  const numbers = ["INV-1", "inv 01", "INV-2", "INV-3", "INV-4"];
  const met = new Set<string>();
  const amounts = ["0.00", "250.00", "600.00"];
  const step = fc.record({
    what: fc.constantFrom(
      "invoice",
      "invoice",
      "invoice",
      "change",
      "send",
      "accept",
      "unanswered",
      "retry",
      "order",
      "hanging",
      "bind",
      "retrieve",
      "reject",
      "archive",
      "unlink",
    ),
    number: fc.constantFrom(...numbers),
    amount: fc.constantFrom(...amounts),
    vendor: fc.constantFrom("V-1", "V-1", "V-2"),
    costCode: fc.constantFrom("05-120", "03-100"),
    which: fc.nat(20),
  });
  const happened = new Set<string>();
  for (const { what, number, amount, vendor, costCode, which } of fc.sample(step, { numRuns: 120, seed: 4 })) {
    const all = await house.database.read().find(RecordEntity, { order: { id: "ASC" } });
    // Nothing of what can be bound anew is sent.
    const travelling = all.filter(({ feature, parentNumber }) => isOfContract(feature) && parentNumber !== "SC-2");
    const isSent = ["send", "accept", "unanswered", "retry"].includes(what);
    const held = all.filter(({ feature, number: of }) => isSent && feature === "commitment" && of === "SC-1");
    // Else they would seldom hit one of the few that wait for an answer.
    const waits = { accept: "accepted", unanswered: "unanswered", retry: "retry" } as const;
    const event = waits[what as keyof typeof waits];
    const pool = [...held, ...travelling].filter(
      ({ state }) => !event || RECORD_MACHINES.export.allows({ state }, event),
    );
    const one = pool[which % Math.max(1, pool.length)];
    const kept = await keptNow();
    // Now and then the order is closed, or opened again.
    const order = all.find(({ feature, number: of }) => feature === "commitment" && of === "SC-1");
    if (order && which % 5 === 2) {
      const { commitmentClose } = house.services;
      const change = order.closedAt === null ? "close" : "reopen";
      const changed = await commitmentClose[change](SEED, await house.seen(order), null).catch(() => null);
      if (changed) happened.add(change);
    }
    const act = async () => {
      if (what === "invoice") return house.offer(manager, bill(number, [[costCode, amount]], { vendor }));
      if (what === "change")
        return house.offer(
          manager,
          changeOrder({ number: `CO-${number}`, vendor, lines: [{ commitmentLine: "1", costCode: "05-120", amount }] }),
        );
      if (what === "bind") {
        const name = which % 2 === 0 ? null : "Pty";
        return projectBinding.bind(SEED, "acme", { project: "P-2", connection: name });
      }
      if (what === "order") {
        const lines = [{ number: "1", costCode, amount }];
        const elsewhere = { project: "P-2", number: "SC-2" };
        return house.offer(
          SEED,
          which % 2 === 0 ? commitment({ vendor, lines }) : commitment({ ...elsewhere, vendor, lines }),
        );
      }
      if (what === "hanging") {
        const lines = [{ commitmentLine: "1", costCode, amount }];
        const of = { project: "P-2", commitment: "SC-2", vendor, number };
        return house.offer(
          SEED,
          which % 2 === 0 ? changeOrder({ ...of, lines }) : bill(number, [[costCode, amount]], of),
        );
      }
      if (!one) return null;
      const address = await house.seen(one);
      const { companyId, id: recordId, revision } = one;
      const sent = { companyId, recordId, revision };
      if (what === "unanswered") return recordOutcomes.unanswered(LEDGER, sent, { code: "OUTCOME_UNKNOWN", text: "" });
      if (what === "retry") return recordOutcomes.retried(LEDGER, sent);
      if (what === "send") return house.send(SEED, one);
      if (what === "accept") return house.accept(one);
      if (what === "retrieve") return records.retrieve(manager, address);
      if (what === "reject") return records.reject(SEED, address, null);
      if (what === "archive") return records.archive(SEED, address, null);
      return records.unlink(SEED, address, true, null);
    };
    const done = await act().catch(() => null);
    if (done) happened.add(what);
    const found = await foundNow();
    expect(await storedNow()).toEqual(found);
    const still = await keptNow();
    for (const [id, misfits] of kept) if (still.has(id)) expect(still.get(id)).toBe(misfits);
    for (const text of Object.values(found)) for (const code of misfitsIn(text) ?? []) met.add(code);
  }
  expect([...met].sort()).toEqual([...CONTRACT_MISFITS].sort());
  for (const what of ["unanswered", "retry", "order", "hanging", "bind", "close", "reopen"])
    expect(happened).toContain(what);
}, 240_000);
