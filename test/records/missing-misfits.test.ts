import { PRODUCT } from "../../src/app";
import { fillMissingMisfits } from "../../src/records/readiness/missing-misfits";
import { RecordEntity } from "../../src/records/record/record.entity";
import { SEED } from "../support/house";
import { approver, commitment, invoice, manager, RecordHouse } from "./record-house";

/* What was stored before it was kept how records fit their contract, in a company that has chosen. */

const OPEN = `query($record: ID!) { company(id: "acme") { erpIntegration { records(iMay: SEND, first: 20) { edges { node { number } } } } }
  decision(input: { company: "acme", action: SEND, feature: SUBCONTRACTOR_INVOICE, record: { id: $record } }) { allowed code } }`;

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  await house.synced(commitment());
}, 60_000);

const billing = (number: string, amount: string) => invoice({ number, lines: [{ costCode: "05-120", amount }] });
const forget = () => house.database.write((db) => db.updateAll(RecordEntity, { misfits: null }));

it("is found before anything is served: what waits is judged, and what is on its way goes out", async () => {
  await house.services.company.update(SEED, "acme", {
    contractControl: [{ misfit: "ZERO_INVOICE", response: "refuse" }],
  });
  const queued = await house.offer(manager, billing("I-1", "1.00"));
  await house.send(approver, queued);
  const fits = await house.offer(manager, billing("I-2", "1.00"));
  const zero = await house.offer(manager, billing("I-3", "0.00"));
  await forget();
  const recheck = () => house.services.recordOutcomes.recheck({ companyId: queued.companyId, recordId: queued.id });
  const asked = async (record: RecordEntity) => {
    const { data } = await house.ask("approver@acme.test", OPEN, { record: record.id });
    return data as never as { decision: object; company: { erpIntegration: { records: { edges: object[] } } } };
  };
  expect(await recheck()).toMatchObject({ allowed: false });

  await PRODUCT.migrated(house.services);

  expect(await recheck()).toMatchObject({ allowed: true });
  expect(await asked(fits)).toMatchObject({
    decision: { allowed: true },
    company: { erpIntegration: { records: { edges: [{ node: { number: "I-2" } }] } } },
  });
  expect((await asked(zero)).decision).toMatchObject({ allowed: false, code: "CONTRACT_MISFIT" });
});

it("is the list that the change itself would have stored, and empty for what is on its way", async () => {
  const first = await house.offer(manager, billing("I-1", "600.00"));
  await house.send(approver, first);
  const late = await house.offer(manager, billing("I-2", "0.00"));
  await house.send(approver, late);
  for (const [number, amount] of [
    ["i1", "600.00"],
    ["I-3", "0.00"],
    ["I-4", "1.00"],
  ] as const)
    await house.offer(manager, billing(number, amount));
  const rows = async () => {
    const found = await house.database.read().find(RecordEntity, { order: { id: "ASC" } });
    return found.map(({ id, misfits, version }) => [id, misfits, version]);
  };
  const before = await rows();
  await forget();
  expect(await fillMissingMisfits(house.database, house.services.companies)).toBe(5);
  expect(await rows()).toEqual(before.map(([id, ...rest]) => (id === late.id ? [id, ",", rest[1]] : [id, ...rest])));
  expect(before.map(([, misfits]) => misfits)).toContain(",OVER_ORDER,OVER_ORDER_LINE,NUMBER_USED_BEFORE,");
  expect(await fillMissingMisfits(house.database, house.services.companies)).toBe(0);
});

it("costs one search of a small index where there is nothing to find", async () => {
  const counted = house.database.countStatements();
  await fillMissingMisfits(house.database, house.services.companies);
  expect(counted.stop()).toBe(1);
  if (house.database.kind === "postgres") return;
  const plan = await house.database.read().query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${counted.selects[0]}`);
  expect(plan[0]?.detail).toContain("ix_erp_record_misfits_unknown");
});
