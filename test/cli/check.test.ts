import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Command } from "commander";
import { DecisionEntryEntity } from "../../src/authorization/log/decision-entry.entity";
import { registerCheck } from "../../src/cli/commands/check";
import { casesOf } from "../../src/cli/check/case-file";
import { caseFileJsonSchema } from "../../src/cli/check/case-schema";
import { outcomeOf } from "../../src/cli/check/outcome";
import { reportOf } from "../../src/cli/check/report";
import { complaintOf } from "../../src/cli/commands/exit";
import { newId } from "../../src/kernel/ids";
import { TEST_KIND, testFolder } from "../support/database";
import { TestServer } from "../support/server";

const ROOT = path.resolve(__dirname, "../..");
const PASSING = `company: demo
cases:
  - { subject: commitments-only@demo.test, action: send, resource: commitment, expect: allow }
`;
const FAILING = `${PASSING}  - name: invoices too
    subject: commitments-only@demo.test
    action: send
    resource: subcontractor_invoice
    expect: allow
    code: ALLOWED
    reasons: []
`;

/** A thousand cases a line more, had it one. */
const MULTIPLYING = ["cases", "b", "a"]
  .map(
    (key, index, all) =>
      `${key}: &${key} [${Array<string>(12)
        .fill(all[index + 1] ? `*${all[index + 1]}` : "x")
        .join(", ")}]`,
  )
  .reverse()
  .join("\n");

const faults = (text: string): string[] => {
  try {
    casesOf(text, "a.yaml");
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
};

describe("a file of cases", () => {
  test("says where each case stands, and inherits from its top", () => {
    const [first, second] = casesOf(
      FAILING.replace("company: demo", "company: demo\nat: 2026-11-24T00:00:00Z"),
      "a.yaml",
    );
    expect(first).toMatchObject({ place: "a.yaml:4:5", name: "commitments-only@demo.test send commitment" });
    expect(second).toMatchObject({
      place: "a.yaml:5:5",
      name: "invoices too",
      question: {
        resource: { type: "feature", id: "subcontractor_invoice", properties: { company: "demo" } },
        context: { at: "2026-11-24T00:00:00.000Z" },
      },
    });
  });

  test.each([
    [
      "an unknown key",
      PASSING.replace("expect:", "outcome: x, expect:"),
      'a.yaml:3:80: there is no "outcome" in cases.0',
    ],
    ["an unknown key at the top", `companies: x\n${PASSING}`, 'a.yaml:1:1: there is no "companies" in a file of cases'],
    ["a word that is none", PASSING.replace("allow", "maybe"), "a.yaml:3:80: cases.0.expect: Invalid option"],
    ["what is missing", PASSING.replace("action: send, ", ""), "a.yaml:3:5: cases.0.action: Invalid option"],
    ["no company", PASSING.replace("company: demo\n", ""), "a.yaml:2:5: name the company"],
    ["no instant", PASSING.replace("expect", "at: soon, expect"), "is no instant"],
    ["no amount", PASSING.replace("expect", "record: {amount: {value: 1.005, currency: USD}}, expect"), "no amount"],
    ["an alias of nothing", PASSING.replace("commitments-only@demo.test", "*who"), "a.yaml:3:16: nothing before it"],
    ["aliases of aliases", MULTIPLYING, "a.yaml:1:1: Excessive alias count"],
    ["broken YAML", "cases: [", "a.yaml:1:9: "],
    ["nothing", "", "a.yaml:1:1: "],
  ])("with %s is refused at its place", (_what, text, expected) => {
    expect(faults(text).join("\n")).toContain(expected);
  });

  test("says which of several connections a record is of", () => {
    const [one] = casesOf(PASSING.replace("expect", "record: { connection: second }, expect"), "a.yaml");
    expect(one!.question.resource.properties).toEqual({ company: "demo", connection: "second" });
  });

  test("has a schema for editors, which is the one that is published", () => {
    const published = readFileSync(path.join(ROOT, "schema/check/cases.schema.json"), "utf8");
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(caseFileJsonSchema())));
  });
});

describe("a report", () => {
  const [first, second] = casesOf(FAILING, "a.yaml");
  const outcomes = [
    outcomeOf(first!, { decision: true, context: { code: "ALLOWED" } }),
    outcomeOf(second!, {
      decision: false,
      context: { code: "X", message: "No.", reasons: [{ code: "X", message: "" }] },
    }),
    outcomeOf(second!, new Error("gone")),
  ];

  test("as a list", () => {
    expect(reportOf(outcomes, "list").split("\n")).toEqual([
      "  ok    commitments-only@demo.test send commitment",
      "  FAIL  invoices too",
      "        a.yaml:4:5",
      "        expected allow, got deny (X)",
      "        expected the code ALLOWED, got X",
      "        expected the reasons none, got X",
      "        No.",
      "  FAIL  invoices too",
      "        a.yaml:4:5",
      "        no answer: gone",
      "",
      "3 cases: 1 passed, 2 failed",
      "",
    ]);
  });

  test("as TAP", () => {
    expect(reportOf(outcomes, "tap").split("\n")).toEqual([
      "TAP version 14",
      "1..3",
      "ok 1 - commitments-only@demo.test send commitment",
      "not ok 2 - invoices too",
      "  ---",
      '  at: "a.yaml:4:5"',
      expect.stringContaining('wrong: ["expected allow, got deny (X)","expected the code'),
      '  message: "No."',
      "  ...",
      "not ok 3 - invoices too",
      "  ---",
      '  at: "a.yaml:4:5"',
      '  wrong: ["no answer: gone"]',
      "  ...",
      "# 3 cases: 1 passed, 2 failed",
      "",
    ]);
  });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a shell would: what is installed, in a process of its own. */
function inShell(args: string[], env: Record<string, string>): Promise<Ended> {
  const command = [path.join(ROOT, "src/cli/ledgergate.cjs"), "check", ...args];
  const options = { cwd: ROOT, env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "test", LOG_LEVEL: "fatal", ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** Runs the command in this process, which takes milliseconds. */
async function check(args: string[], env: Record<string, string>): Promise<Ended> {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
  const [variables, code] = [process.env, process.exitCode];
  process.env = { PATH: variables["PATH"], NODE_ENV: "test", LOG_LEVEL: "fatal", ...env };
  const program = new Command();
  registerCheck(program);
  try {
    await program.parseAsync(["check", ...args], { from: "user" });
    return { code: Number(process.exitCode ?? 0), out: written.join(""), err: "" };
  } catch (error) {
    return { code: 1, out: written.join(""), err: complaintOf(error) };
  } finally {
    spy.mockRestore();
    process.env = variables;
    process.exitCode = code;
  }
}

describe("ledgergate check", () => {
  let server: TestServer;
  let url: string;
  let file: string;
  const folder = testFolder();
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };

  beforeAll(async () => {
    server = await TestServer.start();
    await server.http.listen({ port: 0, host: "127.0.0.1" });
    url = `http://127.0.0.1:${(server.http.server.address() as AddressInfo).port}`;
    file = write("failing.yaml", FAILING);
  }, 60_000);
  afterAll(() => server.stop());

  test("asks a server, and ends with 1 where a case fails", async () => {
    const env = { LEDGERGATE_TOKEN: await server.token("admin@demo.test") };
    const passing = await check([write("passing.yaml", PASSING), "--url", url], env);
    expect(passing).toMatchObject({ code: 0, err: "" });
    expect(passing.out).toContain("1 cases: 1 passed, 0 failed");
    const failing = await inShell([file, "--url", url], env);
    expect(failing).toMatchObject({ code: 1, out: expect.stringContaining(`${file}:4:5`) as string });
    expect(failing.out).toContain("expected allow, got deny (FEATURE_NOT_GRANTED)");
  }, 60_000);

  test("without a right to ask, or without a server, no case passes", async () => {
    const env = { LEDGERGATE_TOKEN: "wrong" };
    expect(await check([file, "--url", url], env)).toMatchObject({ code: 1 });
    expect((await check([file, "--url", "http://127.0.0.1:9"], env)).out).toContain("no answer");
    expect((await check([file, "--url", url], {})).err).toContain("takes a token");
    expect((await check([file, "--url", "nowhere"], env)).err).toMatch(/^url is no address[^\n]*$/);
  }, 60_000);

  (TEST_KIND === "sqlite" ? test : test.skip)(
    "asks a data directory, and changes nothing in it",
    async () => {
      const revision = async () => (await server.app.companies.find("demo"))!.policyRevision;
      const before = await revision();
      const place = path.dirname((server.app.config.database as { file: string }).file);
      const asked = await inShell([file, "--data", place, "--reporter", "tap"], {});
      expect(asked).toMatchObject({ code: 1 });
      expect(asked.out).toContain("not ok 2 - invoices too");
      expect(await revision()).toBe(before);
      const logged = { asker: "policy check" };
      expect(await server.app.database.read().countBy(DecisionEntryEntity, logged)).toBe(0);
      const nowhere = await check([file, "--data", path.join(folder, newId())], {});
      expect(nowhere).toMatchObject({ code: 1, out: "" });
      expect(nowhere.err).toContain("There is no database");
    },
    60_000,
  );
});
