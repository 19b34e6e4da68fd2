import { Command } from "commander";
import { registerEvidence } from "../../src/cli/commands/evidence";
import { approver, commitment, manager, RecordHouse } from "../records/record-house";

/* `ledgergate evidence export`, as somebody types it. */

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  house.clock.set("2026-12-01T09:00:00.000Z");
  await house.send(approver, await house.offer(manager, commitment()));
});

async function run(...given: readonly string[]): Promise<Record<string, unknown>[]> {
  const told: string[] = [];
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => told.push(String(text)) > 0);
  try {
    const program = new Command().exitOverride();
    const { database, clock } = house;
    registerEvidence(program, (work) => work({ database, clock, companies: house.services.companies }));
    await program.parseAsync(["evidence", "export", ...given], { from: "user" });
  } finally {
    write.mockRestore();
  }
  return told.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("prints a header and each sending, or those of a time", async () => {
  const numbers = async (...period: readonly string[]) =>
    (await run("--company", "acme", ...period)).slice(1).map(({ number }) => number);
  expect((await run("--company", "acme"))[0]).toMatchObject({
    format: "ledgergate-evidence/1",
    company: { slug: "acme" },
    exportedAt: "2026-12-01T09:00:00.000Z",
  });
  expect(await numbers()).toEqual(["05-120", "P-1", "V-1", "SC-1"]);
  expect(await numbers("--from", "2026-12-01")).toEqual(["SC-1"]);
  expect(await numbers("--until", "2026-12-01T09:00:00Z")).toEqual(["05-120", "P-1", "V-1"]);
});

test("knows no company that there is not, and no time that is none", async () => {
  await expect(run("--company", "nowhere")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(run("--company", "acme", "--from", "yesterday")).rejects.toMatchObject({
    code: "BAD_INPUT",
    field: ["from"],
  });
});
