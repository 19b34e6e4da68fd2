import { writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { registerImport } from "../../../src/cli/commands/import";
import { testFolder } from "../../support/database";
import { held, listHouse, stateOf } from "./access-list-house";

const LIST = "E-mail;Name;Role;Features\r\nbo@acme.test;Zoé;approver;Commitment\r\n";

describe("ledgergate import", () => {
  let made: Awaited<ReturnType<typeof listHouse>>;
  let out: string;
  let told: string;
  beforeEach(async () => {
    made = await listHouse();
    [out, told] = ["", ""];
    jest.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
    // Whatever ran before in this worker.
    process.exitCode = undefined;
    jest.spyOn(process.stderr, "write").mockImplementation((text) => ((told += String(text)), true));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
  });

  async function run(list: string | Buffer, ...more: string[]): Promise<void> {
    const file = path.join(testFolder(), "list.csv");
    writeFileSync(file, list);
    const { house, lists } = made;
    const program = new Command().exitOverride();
    registerImport(program, (work) =>
      work({ database: house.database, companies: house.companies, accessList: lists }),
    );
    const given = ["import", "--company", "acme", "--file", file, "--locale", "en", ...more];
    await program.parseAsync(given, { from: "user" });
  }

  test("shows who gains what, and writes only when told to", async () => {
    const before = await stateOf(made.house);
    await run(LIST);
    expect(out).toContain("bo@acme.test  + level Standard on the tool\n              + may push to accounting\n");
    expect(out).toContain("+ Commitment (export)");
    expect(out).toContain("1 people added, 0 changed, 0 unchanged; 1 rights given, 0 revoked.");
    expect(out).toContain("nothing was written. Add --apply");
    expect(await stateOf(made.house)).toEqual(before);
    await run(LIST, "--apply", "--reason", "List");
    expect(out).toMatch(/Written; it counts from policy revision \d+\./);
    expect(await held(made.house, "bo@acme.test")).toEqual(["commitment export"]);
    await run(LIST, "--apply");
    expect(out).toContain("Everything is so already: nothing had to change.");
    expect(process.exitCode).toBeUndefined();
  });

  test("errors are told by place, nothing is written, and the exit code says so", async () => {
    await run(`${LIST}nobody\u001b[2J;X;none;\r\n`, "--apply");
    expect(out).toContain("line 3, column E-mail, EMAIL_INVALID: ");
    expect(out).toContain("1 errors: nothing was written.");
    // What the file holds does not reach the terminal as a command.
    expect(out).not.toContain("\u001b");
    expect(process.exitCode).toBe(1);
    expect(await held(made.house, "bo@acme.test")).toEqual([]);
  });

  test.each([
    ["windows-1252", Buffer.from(LIST, "latin1")],
    ["utf-16le", Buffer.from(`\ufeff${LIST}`, "utf16le")],
    ["utf-8", Buffer.from(`\ufeff${LIST}`)],
  ])("a file in %s keeps its accents", async (encoding, bytes) => {
    await run(bytes, "--apply");
    expect((await stateOf(made.house)).members.find(({ email }) => email === "bo@acme.test")?.name).toBe("Zoé");
    expect(told.includes(encoding)).toBe(encoding !== "utf-8");
  });

  test("on behalf of a person the policy decides", async () => {
    await made.house.addMember("acme", "al@acme.test", { toolLevel: "admin" });
    await expect(run(LIST, "--apply", "--as", "al@acme.test")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await run(LIST, "--apply", "--as", "Admin@acme.test");
    expect(out).toContain("Written");
    await expect(run(LIST, "--file", "/nowhere.csv")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
