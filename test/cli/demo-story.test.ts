import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
}

const ROOT = path.resolve(__dirname, "../..");

test("npm run demo:story tells the set-up step by step: who, what it changed, which letters left", async () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as Package;
  const [, ...words] = (scripts["demo:story"] ?? "").split(" ");
  // Neither a database nor a folder of the environment is touched.
  const env = { ...process.env, DATA_DIR: "/nowhere", DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, env });
  expect(stderr.replace(/^Compil.*\n/gm, "")).toBe("");
  const lines = stdout.split("\n").map((line) => line.trim());
  for (const line of [
    "THE KICK-OFF CALL",
    "* phase: PREPARATION -> IMPLEMENTATION",
    "@ mail to camille@boreal.test: Bienvenue : l’intégration Xero de Constructions Boréales",
    "* Marc Pelletier sends commitments: INTEGRATION_NOT_LIVE -> ALLOWED",
    "BC-001 is in the ledger, once",
    "* phase: GETTING_STARTED -> IN_USE",
  ])
    expect(lines).toContain(line);
  expect(stdout).toMatch(/Farid Haddad, specialist, sends the welcome e-mail\.\n/);
  expect(stdout).toMatch(/\nAll \d+ steps went as they should\.\n$/);
}, 300_000);
