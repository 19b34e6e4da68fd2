import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./support";

/* What `npm pack` makes: a package that starts without a build. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lg-package-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, ...env } });
}

test("it has what is compiled, and starts from that alone", () => {
  // As `prepack` does it, but for what it would install.
  const compiled = run(
    process.execPath,
    ["-e", `require("./src/cli/compile.cjs").compile(".", () => undefined)`],
    ROOT,
  );
  expect(compiled.stderr).toBe("");
  expect(run(process.execPath, ["src/cli/console.cjs"], ROOT).status).toBe(0);
  const packed = run("npm", ["pack", "--ignore-scripts", "--json", `--pack-destination=${folder}`], ROOT);
  expect(packed.status).toBe(0);
  const [{ filename, files }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf("["))) as [
    { filename: string; files: { path: string }[] },
  ];
  const paths = files.map((file) => file.path);
  expect(paths).toEqual(
    expect.arrayContaining([
      "dist/main.js",
      "dist/cli/main.js",
      "dist/console/index.html",
      "src/cli/ledgergate.cjs",
      ".env.example",
    ]),
  );
  // Neither sources nor tests, nor what somebody has lying about.
  expect(
    paths.filter((file) => /\.ts$|^(test|bench|data|node_modules)\/|^\.env$|package-lock|\.tmp$/.test(file)),
  ).toEqual([]);
  expect(run("tar", ["xzf", filename], folder).status).toBe(0);
  const unpacked = path.join(folder, "package");
  symlinkSync(path.join(ROOT, "node_modules"), path.join(unpacked, "node_modules"));
  const env = { DATA_DIR: path.join(folder, "data"), NODE_ENV: "development", DATABASE_URL: "", TEST_POSTGRES_URL: "" };
  const doctor = run(process.execPath, [path.join(unpacked, "src/cli/ledgergate.cjs"), "doctor"], folder, env);
  expect(doctor.stderr).toBe("");
  expect(doctor.stdout).toMatch(/^ok {4}configuration: [\s\S]*The server can run\.\n$/);
  const migrated = run(process.execPath, [path.join(unpacked, "src/cli/ledgergate.cjs"), "migrate"], folder, env);
  expect(migrated.stdout).toBe("The database is up to date.\n");
});
