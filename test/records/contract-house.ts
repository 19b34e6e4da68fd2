import { commitment, invoice, RecordHouse, VENDOR } from "./record-house";

/** With a second cost code and vendor, and a purchase order of a line of each cost code: 700.00 and 300.00. */
export async function openContractHouse(): Promise<RecordHouse> {
  const house = await RecordHouse.open();
  await house.foundations();
  const line = (number: string, costCode: string, amount: string) => ({ number, costCode, amount });
  await house.synced({
    feature: "cost_code",
    values: { code: "03-100", description: "Concrete", costType: "materials" },
  });
  await house.synced({ feature: "vendor", values: { ...VENDOR.values, number: "V-2", name: "Concrete Works" } });
  await house.synced(commitment({ lines: [line("1", "05-120", "700.00"), line("2", "03-100", "300.00")] }));
  return house;
}

/** An invoice of that order: cost code and amount of each line. */
export const bill = (number: string, lines: readonly (readonly [string, string])[], more: object = {}) =>
  invoice({ number, lines: lines.map(([costCode, amount]) => ({ costCode, amount })), ...more });
