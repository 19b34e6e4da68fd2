import { ErpWatermarkEntity } from "../../src/records/import/erp-watermark.entity";
import { SEED } from "../support/house";
import { BooksHouse } from "./books-house";

let at: BooksHouse;
beforeEach(async () => (at = await BooksHouse.open()), 60_000);
afterEach(() => at.close());

describe("reading", () => {
  it("goes on behind the last page that was kept, whatever breaks", async () => {
    await at.foundations();
    for (let part = 0; part < 5; part += 1)
      await at.inLedger("POST", "Contacts", {
        Contacts: Array.from({ length: 50 }, (_, index) => ({ Name: `C ${part}-${index}` })),
      });
    at.pass(25 * 60);
    at.ledger.faults.plan({ fault: { kind: "status", status: 500 }, method: "GET", pathPart: "Contacts", count: 1 });
    const { ledgerImport } = at.house.services;
    const system = { kind: "system", id: "t", name: "t" } as const;
    expect(await ledgerImport.read(system, await at.connection(), ["vendor"], 1)).toMatchObject([
      { outcome: "put_off", read: 0 },
    ]);
    expect(await ledgerImport.read(system, await at.connection(), ["vendor"], 1)).toMatchObject([
      { outcome: "put_off", read: 100 },
    ]);
    const mark = await at.house.database.read().findOneByOrFail(ErpWatermarkEntity, { kind: "contact" });
    expect(mark).toMatchObject({ changedUpTo: expect.any(String) as string, sweptAt: null });
    expect(await ledgerImport.read(system, await at.connection(), ["vendor"])).toMatchObject([{ outcome: "complete" }]);
    expect(await at.records("vendor")).toHaveLength(250);
  });

  it("leaves a ledger alone for a while that does not answer", async () => {
    await at.foundations();
    const { ledgerImport } = at.house.services;
    at.pass(25 * 60);
    at.ledger.faults.plan({ fault: { kind: "status", status: 500 }, method: "GET", count: 100 });
    const calls = () => at.ledger.store.arrivals(500).filter(({ method }) => method === "GET").length;
    await ledgerImport.run();
    const asked = calls();
    await ledgerImport.run();
    expect(calls()).toBe(asked);
    at.pass(6);
    await ledgerImport.run();
    expect(calls()).toBeGreaterThan(asked);
  });

  it("shares the organisation's allowance, and waits while a relay serves the lane", async () => {
    await at.foundations();
    const { laneCalls } = at.house.services;
    const lane = { id: (await at.connection()).id, companyId: (await at.house.company("acme")).id };
    at.pass(2);
    for (let count = 0; count < 60; count += 1) await laneCalls.call(lane, () => Promise.resolve());
    const call = () => laneCalls.call(lane, () => Promise.resolve()).catch((error: unknown) => error);
    expect(await call()).toMatchObject({ name: "LaneBusy" });
    at.pass(2);
    const inside = await laneCalls.call(lane, call);
    expect(inside).toMatchObject({ name: "LaneBusy", until: null });
  });

  it("is for who may import, and only what is switched on", async () => {
    await at.foundations();
    const read = (who: string) =>
      at.house.ask(
        who,
        `mutation { importFromErp(input: { company: "acme", features: [VENDOR] }) {
           results { feature outcome read } userErrors { code } } }`,
      );
    expect((await read("reader@acme.test")).data!["importFromErp"]).toMatchObject({
      results: [],
      userErrors: [{ code: "TOOL_LEVEL_TOO_LOW" }],
    });
    at.pass(5);
    expect((await read("admin@acme.test")).data!["importFromErp"]).toMatchObject({
      results: [{ feature: "VENDOR", outcome: "COMPLETE", read: 1 }],
    });
    await at.house.services.featureSwitch.set(SEED, "acme", { feature: "vendor", enabled: false });
    const { ledgerImport } = at.house.services;
    const system = { kind: "system", id: "t", name: "t" } as const;
    expect(await ledgerImport.read(system, await at.connection(), ["vendor"])).toMatchObject([{ outcome: "not_open" }]);
  });
});
