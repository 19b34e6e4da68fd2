import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { registerRecords } from "../../src/cli/commands/records";
import { commitment, RecordHouse } from "../records/record-house";
import { SEED } from "../support/house";

/* `ledgergate records import`, as somebody types it: what is wrong is said where it is wrong. */

let house: RecordHouse;
let folder: string;
beforeEach(async () => {
  house = await RecordHouse.open();
  folder = mkdtempSync(path.join(tmpdir(), "ledgergate-list-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = undefined;
});

async function run(items: readonly object[], ...given: readonly string[]): Promise<string> {
  const file = path.join(folder, "items.jsonl");
  writeFileSync(file, items.map((one) => JSON.stringify(one)).join("\n"));
  const told: string[] = [];
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => told.push(String(text)) > 0);
  try {
    const program = new Command().exitOverride();
    registerRecords(program, (work) => work(house.services));
    await program.parseAsync(["records", "import", "--file", file, "--locale", "en", ...given], { from: "user" });
    return told.join("");
  } finally {
    write.mockRestore();
  }
}

const ITEM = { feature: "commitment", ...commitment().values };

test("names the person or the company that there is not", async () => {
  const by = (company: string, ...as: string[]) => run([ITEM], "--company", company, ...as);
  await expect(by("acme", "--as", "nobody@acme.test")).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: "nobody@acme.test is not of acme: no member, and no vendor staff assigned to it.",
  });
  await expect(by("nowhere", "--as", "manager@acme.test")).rejects.toThrow('There is no company "nowhere".');
  await expect(by("nowhere")).rejects.toThrow('There is no company "nowhere".');
  expect(await by("acme", "--as", " Manager@acme.test")).toContain("1 submitted");
  await house.services.company.addVendorStaff(SEED, { email: "farid@vendor.test", name: "Farid" });
  await expect(by("acme", "--as", "farid@vendor.test")).rejects.toThrow("is not of acme");
  await house.services.staff.assign(SEED, "acme", { email: "farid@vendor.test", role: "specialist" });
  expect(await by("acme", "--as", "farid@vendor.test")).toContain("1 refused");
});

test("says of a number without quotes how to write it, in place of what it is not", async () => {
  const lines = [{ number: 1, costCode: "05-120", amount: 1000.5 }];
  const told = await run([{ ...ITEM, number: 7, lines }], "--company", "acme");
  for (const [field, written] of Object.entries({ number: "7", "lines.0.number": "1", "lines.0.amount": "1000.5" }))
    expect(told).toContain(`line 1, ${field}, NUMBER_WITHOUT_QUOTES: Write it as text, in quotes: "${written}".`);
  expect(told).toContain("0 submitted, 0 resubmitted, 0 unchanged, 1 refused.");
  expect(told.match(/line 1/g)).toHaveLength(3);
});
