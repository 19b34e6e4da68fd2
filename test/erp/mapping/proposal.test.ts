import type { UsedLine } from "../../../src/erp/connector/read-usage";
import { proposals } from "../../../src/erp/mapping/proposal/proposal";

test("each line is looked at a few times, however many codes and vendors there are", () => {
  let looks = 0;
  const line = (n: number): UsedLine => ({
    get itemCode() {
      looks += 1;
      return `code ${n % 100}`;
    },
    get contactId() {
      looks += 1;
      return `contact ${n % 100}`;
    },
    accountCode: String(400 + (n % 100)),
    taxType: null,
  });
  const lines = Array.from({ length: 1_000 }, (_, n) => line(n));
  const costCodes = Array.from({ length: 300 }, (_, n) => `code ${n}`);
  const vendors = new Map(costCodes.map((_, n) => [`contact ${n}`, `V${n}`]));
  const found = proposals({ lines, items: new Map(), contacts: new Map() }, { costCodes, vendors });
  expect(found).toHaveLength(200);
  expect(found[7]).toMatchObject({
    rule: { matchOn: "cost_code", matchValue: "code 7", accountCode: "407" },
    lines: 10,
  });
  expect(looks).toBeLessThan(10 * lines.length);
});
