import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "../..");
const LOCK = "dist/.console.lock";

/** Stands in for vite: one script and a page. Says that it ran; does not end before two ran, or one waits for the other. */
const VITE = `
  import fs from "node:fs";
  export async function build({ build: { outDir } }) {
    fs.appendFileSync("vite-ran", "x");
    while (fs.existsSync("two-at-once") && !fs.existsSync("waited") && fs.readFileSync("vite-ran", "utf8") !== "xx")
      await new Promise((resolve) => setTimeout(resolve, 20));
    fs.mkdirSync(outDir + "/assets", { recursive: true });
    fs.writeFileSync(outDir + "/assets/main.js", "console.log(1)");
    fs.writeFileSync(outDir + "/index.html", "<script src=/console/assets/main.js></script>");
  }
`;

let clone: string;
const path = (file: string) => join(clone, file);
const put = (file: string, text: string) => {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), text);
};
const node = (args: readonly string[], settings: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, args, { cwd: clone, env: { ...process.env, ...settings }, encoding: "utf8" });
const build = () => node(["src/cli/console.cjs"]);
const viteRuns = () => (existsSync(path("vite-ran")) ? readFileSync(path("vite-ran"), "utf8").length : 0);
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "ledgergate-console-"));
  mkdirSync(path("src/cli"), { recursive: true });
  for (const file of ["prepare.cjs", "compile.cjs", "install-lock.cjs", "npm.cjs", "console.cjs"])
    copyFileSync(join(ROOT, "src/cli", file), path(`src/cli/${file}`));
  copyFileSync(join(ROOT, ".swcrc"), path(".swcrc"));
  put("package-lock.json", JSON.stringify({ packages: {} }));
  put("node_modules/.package-lock.json", JSON.stringify({ packages: {} }));
  put("node_modules/vite/package.json", JSON.stringify({ name: "vite", type: "module", exports: "./index.js" }));
  put("node_modules/vite/index.js", VITE);
  put("node_modules/@lingui/message-utils/compileMessage.js", "exports.compileMessage = (text) => text;");
  mkdirSync(path("node_modules/@swc"));
  symlinkSync(join(ROOT, "node_modules/@swc/core"), path("node_modules/@swc/core"));
  put("src/console/main.tsx", "");
  put("src/one.ts", "export const one: number = 1;\n");
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

test("compiling the server leaves the console alone, the built one and one that is being built", () => {
  const scripts = ["dist/console/assets/main.js", `dist/console-${process.pid}/assets/main.js`];
  for (const script of [...scripts, "dist/gone.js"]) put(script, "");
  expect(node(["src/cli/prepare.cjs", "--build"])).toMatchObject({ status: 0 });
  expect(scripts.filter((script) => !existsSync(path(script)))).toEqual([]);
  expect([existsSync(path("dist/gone.js")), existsSync(path("dist/one.js"))]).toEqual([false, true]);
});

test("the console is built once, and what killed builds have left is removed", () => {
  const [dead, alive] = [`dist/console-${deadPid()}`, `dist/console-${process.pid}`];
  put(`${dead}/assets/main.js`, "");
  put(`${alive}/assets/main.js`, "");
  expect(build()).toMatchObject({ status: 0 });
  expect(readdirSync(path("dist/console/assets")).sort()).toEqual(["main.js", "main.js.br", "main.js.gz"]);
  expect([existsSync(path(dead)), existsSync(path(alive))]).toEqual([false, true]);
  put(`${dead}/assets/main.js`, "");
  expect(build()).toMatchObject({ status: 0, stderr: "" });
  expect([viteRuns(), existsSync(path(dead)), existsSync(path(LOCK))]).toEqual([1, false, false]);
});

test("of two commands at once one builds, and the other waits and takes what is there", async () => {
  put("two-at-once", "");
  const command = () => {
    const child = spawn(process.execPath, ["src/cli/console.cjs"], { cwd: clone, stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.on("data", (said: Buffer) => {
      if (said.toString().includes("waiting for it")) put("waited", "");
    });
    return new Promise((resolve) => child.once("close", resolve));
  };
  expect(await Promise.all([command(), command()])).toEqual([0, 0]);
  expect([viteRuns(), existsSync(path("dist/console/assets/main.js")), existsSync(path(LOCK))]).toEqual([
    1,
    true,
    false,
  ]);
});

test("a lock that another command has taken over is left to it", () => {
  const work = `require("./src/cli/install-lock.cjs").alone("lock", () => {}, async () => require("fs").writeFileSync("lock", "1"))`;
  expect(node(["-e", work])).toMatchObject({ status: 0 });
  expect(readFileSync(path("lock"), "utf8")).toBe("1");
});

test("in production a start says what can be done for a console that is not built", () => {
  const start = 'require("./src/cli/console.cjs").buildInBackground()';
  const { stderr } = node(["-e", start], { NODE_ENV: "production" });
  expect(stderr).toMatch(/not built.*without NODE_ENV=production.*`npm run build:console`.*dist\/console/);
  expect(viteRuns()).toBe(0);
  put("package-lock.json", JSON.stringify({ packages: { "node_modules/b": { version: "1.0.0", dev: true } } }));
  const wanted = node(["src/cli/prepare.cjs", "--dev"], { NODE_ENV: "production" });
  expect([wanted.status, wanted.stderr]).toEqual([1, expect.stringContaining("`npm ci --include=dev`")]);
});
