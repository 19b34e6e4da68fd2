import fc from "fast-check";
import { duplicatesOf } from "../../src/records/matching/duplicates";
import { matchesOf } from "../../src/records/matching/matches";
import { SEED } from "../support/house";
import { RecordHouse } from "./record-house";

const vendor = (id: string, title: string, taxNumber: string | null = null) => ({
  ...{ id, number: id, title, payload: taxNumber === null ? {} : { taxNumber } },
});
const shown = (found: ReturnType<typeof duplicatesOf>) =>
  found.map(({ reasons, records }) => `${records.map(({ id }) => id).join()}: ${reasons.join()}`);

test("what may be the same is put together, the surest first, each in one group", () => {
  const vendors = [
    vendor("a", "Bâtir S.A.S."),
    vendor("b", "BATIR"),
    vendor("c", "Harbour Steel"),
    vendor("d", "harbour  steel"),
    vendor("e", "North", "FR 12-3"),
    vendor("f", "Northern Holding", "fr123"),
    vendor("g", "Alone"),
    vendor("h", "Batir, Inc."),
  ];
  expect(shown(duplicatesOf(vendors))).toEqual(["e,f: tax_number", "c,d: name", "a,b,h: similar_name"]);
});

test("law: two are in one group whenever a match would be suggested for that reason, and no record is in two", () => {
  const name = fc.constantFrom("Bâtir", "BATIR SAS", "batir", "Steel & Sons", "Steel and Sons Ltd", "North");
  const one = fc.tuple(name, fc.option(fc.constantFrom("1", "2", "3"), { nil: null }));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (drawn) => {
      const vendors = drawn.map(([title, tax], index) => vendor(String(index), title, tax));
      const groups = duplicatesOf(vendors);
      const held = groups.flatMap(({ records }) => records);
      expect(new Set(held).size).toBe(held.length);
      for (const group of groups) expect(group.reasons.length).toBeGreaterThan(0);
      for (const { record, counterpart, reasons } of matchesOf(vendors, vendors)) {
        if (record === counterpart || reasons.every((reason) => reason === "number")) continue;
        expect(groups.filter(({ records }) => records.includes(record) && records.includes(counterpart))).toHaveLength(
          1,
        );
      }
    }),
  );
});

test("the tool proposes them to who may see them, archived ones aside", async () => {
  const house = await RecordHouse.open();
  for (const [number, name] of [
    ["V-1", "Harbour Steel Inc"],
    ["V-2", "HARBOUR-STEEL"],
    ["V-3", "Else"],
  ])
    await house.offer(SEED, { feature: "vendor", values: { number, name, counterpartLookedFor: true } });
  const query = `{ company(slug: "acme") { erpIntegration { duplicateVendors { direction reasons records { number } } } } }`;
  const { data } = await house.ask("reader@acme.test", query);
  expect(data!["company"]).toMatchObject({
    erpIntegration: {
      duplicateVendors: [
        { direction: "EXPORT", reasons: ["SIMILAR_NAME"], records: [{ number: "V-1" }, { number: "V-2" }] },
      ],
    },
  });
  const stranger = await house.ask("admin@other.test", query);
  expect(stranger.data?.["company"] ?? null).toBeNull();
}, 60_000);
