import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

describe("docs/dependencies.md", () => {
  const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const [, runtime, development] = read("docs/dependencies.md").split(/^## /m);
  const named = (section: string | undefined) =>
    [...(section ?? "").matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);

  test("has a reason for each package, and no other", () => {
    expect(named(runtime)).toEqual(Object.keys(manifest["dependencies"] ?? {}).sort());
    expect(named(development)).toEqual(Object.keys(manifest["devDependencies"] ?? {}).sort());
  });

  test("versions are exact, and the lock names no registry", () => {
    const versions = Object.values({ ...manifest["dependencies"], ...manifest["devDependencies"] });
    expect(versions.filter((version) => !/^\d/.test(version))).toEqual([]);
    expect(read("package-lock.json")).not.toContain('"resolved": "http');
  });

  test("the lock of the bench's peers has an entry for each platform, so that `npm ci` takes it", () => {
    const { packages } = JSON.parse(read("bench/peers/package-lock.json")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
  });
});

/** A zombie has ended, though init has not looked yet. */
function isAlive(pid: number): boolean {
  try {
    if (existsSync("/proc/self/stat")) return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("prepare", () => {
  let clone: string;
  const path = (file: string) => join(clone, file);
  const put = (file: string, text: string) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  /** Runs the command in the clone with a stand-in for npm; what was said on stderr, and on stdout. */
  const prepare = (...given: (string | NodeJS.ProcessEnv)[]) => {
    const flags = given.filter((one) => typeof one === "string");
    const settings = given.filter((one) => typeof one === "object");
    const env = Object.assign({ ...process.env, npm_execpath: path("npm-stub.js") }, ...settings) as NodeJS.ProcessEnv;
    const ran = spawnSync(process.execPath, [path("src/cli/prepare.cjs"), ...flags], { env, encoding: "utf8" });
    return { status: ran.status, said: ran.stderr, out: ran.stdout };
  };
  const npmRuns = () => (existsSync(path("npm-ran")) ? readFileSync(path("npm-ran"), "utf8").trim().split("\n") : []);
  const lock = (packages: object) => JSON.stringify({ packages });
  const WANTED = { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.0.0", dev: true } };
  const OTHER_PLATFORM = { "node_modules/c": { version: "1.0.0", optional: true } };

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), "ledgergate-prepare-"));
    for (const file of ["prepare.cjs", "compile.cjs", "install-lock.cjs", "npm.cjs", "ledgergate.cjs"]) {
      mkdirSync(path("src/cli"), { recursive: true });
      copyFileSync(join(ROOT, "src/cli", file), path(`src/cli/${file}`));
    }
    copyFileSync(join(ROOT, ".swcrc"), path(".swcrc"));
    put("package-lock.json", lock({ ...WANTED, ...OTHER_PLATFORM }));
    const npm = `const fs = require("node:fs");
      fs.appendFileSync("npm-ran", process.argv.slice(2).join(" ") + "\\n");
      fs.mkdirSync("node_modules", { recursive: true });
      fs.writeFileSync("node_modules/.package-lock.json", ${JSON.stringify(lock(WANTED))});`;
    put("npm-stub.js", npm);
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  test("installs once in a fresh clone, says so on stderr, and links the command", () => {
    const first = prepare();
    expect(first).toMatchObject({ status: 0, out: "" });
    expect(first.said).toMatch(/^Installing dependencies \.\.\.\n/);
    expect(npmRuns()).toEqual(["ci --loglevel=error --omit=dev"]);
    expect(existsSync(path("node_modules/.bin/ledgergate"))).toBe(true);
    expect(prepare()).toMatchObject({ status: 0, said: "" });
    expect(npmRuns()).toHaveLength(1);
  });

  test("takes an installation that matches the lock as it is", () => {
    put("node_modules/.package-lock.json", lock(WANTED));
    expect(prepare("--dev")).toMatchObject({ status: 0, said: "" });
    expect(npmRuns()).toEqual([]);
  });

  test("installs again when the lock asks for another version, or for a package that is missing", () => {
    put("node_modules/.package-lock.json", lock({ "node_modules/a": { version: "0.9.0" } }));
    prepare();
    expect(npmRuns()).toHaveLength(1);
    put("package-lock.json", lock({ ...WANTED, "node_modules/new": { version: "1.0.0" } }));
    prepare();
    expect(npmRuns()).toHaveLength(2);
  });

  test("asks for the packages of development only where they are needed, and leaves the others in place", () => {
    put("node_modules/.package-lock.json", lock({ "node_modules/a": WANTED["node_modules/a"] }));
    prepare();
    expect(npmRuns()).toEqual([]);
    prepare("--dev");
    expect(npmRuns()).toEqual(["install --no-save --loglevel=error --include=dev"]);
  });

  test("takes what an interrupted addition left for nothing", () => {
    put("node_modules/.package-lock.json", lock({ "node_modules/a": WANTED["node_modules/a"] }));
    put("node_modules/a/index.js", "");
    put("node_modules/b/package.json", "{}");
    put("node_modules/.ledgergate-adding", "");
    prepare("--dev");
    expect([existsSync(path("node_modules/b")), existsSync(path("node_modules/a/index.js"))]).toEqual([false, true]);
    expect(existsSync(path("node_modules/.ledgergate-adding"))).toBe(false);
  });

  test("of two commands at once one installs, and the other waits for it", async () => {
    // Both are there before npm ends: the stand-in waits until the other one has said that it waits.
    const slow = readFileSync(path("npm-stub.js"), "utf8");
    put(
      "npm-stub.js",
      `const go = () => { ${slow} }; process.stdin.destroy();
      const look = () => (require("node:fs").existsSync("waited") ? go() : setTimeout(look, 20)); look();`,
    );
    const command = () => {
      const env = { ...process.env, npm_execpath: path("npm-stub.js") };
      const child = spawn(process.execPath, [path("src/cli/prepare.cjs")], {
        env,
        stdio: ["ignore", "ignore", "pipe"],
      });
      child.stderr.on("data", (said: Buffer) => {
        if (said.toString().includes("waiting for it")) put("waited", "");
      });
      return new Promise((resolve) => child.once("close", resolve));
    };
    expect(await Promise.all([command(), command()])).toEqual([0, 0]);
    expect(npmRuns()).toHaveLength(1);
    expect(existsSync(path(".ledgergate-install.lock"))).toBe(false);
  });

  test("takes over from a command that was killed while it installed", () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    put(".ledgergate-install.lock", String(pid));
    expect(prepare()).toMatchObject({ status: 0 });
    expect(npmRuns()).toHaveLength(1);
  });

  test("ends npm, and what npm has started, when it is interrupted", async () => {
    put(
      "npm-stub.js",
      `const { spawn } = require("node:child_process");
      const script = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
      require("node:fs").writeFileSync("started.tmp", [process.pid, script.pid].join(" "));
      require("node:fs").renameSync("started.tmp", "started");
      setInterval(() => {}, 1000);`,
    );
    const env = { ...process.env, npm_execpath: path("npm-stub.js") };
    const child = spawn(process.execPath, [path("src/cli/prepare.cjs")], { env, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
    while (!existsSync(path("started"))) await new Promise((resolve) => setTimeout(resolve, 20));
    const pids = readFileSync(path("started"), "utf8").split(" ").map(Number);
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
    // Init reaps what has no parent any more.
    while (pids.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(existsSync(path(".ledgergate-install.lock"))).toBe(false);
  });

  test("installs nothing in production, and says what to run", () => {
    const refused = prepare({ NODE_ENV: "production" });
    expect([refused.status, npmRuns()]).toEqual([1, []]);
    expect(refused.said).toContain("run `npm ci --omit=dev`");
  });

  test("shows what npm said when it fails, and fails", () => {
    put("npm-stub.js", 'console.error("no compiler"); process.exit(7);');
    const { status, said } = prepare();
    expect(status).toBe(1);
    expect(said).toContain("no compiler");
    expect(said).toContain("ledgergate: `npm ci --loglevel=error --omit=dev` failed with status 7.");
  });

  describe("--build", () => {
    const js = (name: string) => readFileSync(path(`dist/${name}.js`), "utf8");

    beforeEach(() => {
      put("node_modules/.package-lock.json", lock(WANTED));
      mkdirSync(path("node_modules/@swc"), { recursive: true });
      symlinkSync(join(ROOT, "node_modules/@swc/core"), path("node_modules/@swc/core"));
      put("src/one.ts", "export const one: number = 1;\n");
      put("src/deep/two.ts", 'import { one } from "../one";\nexport const two = one + 1;\n');
    });

    test("compiles everything once, then only what changed", () => {
      expect(prepare("--build").said).toBe("Compiling 2 of 2 files ...\n");
      expect(js("deep/two")).toContain("sourceMappingURL=two.js.map");
      expect(prepare("--build").said).toBe("");
      put("src/one.ts", "export const one: number = 11;\n");
      expect(prepare("--build").said).toBe("Compiling 1 of 2 files ...\n");
      expect(js("one")).toContain("11");
    });

    test("does not compile what was touched without a change", () => {
      prepare("--build");
      utimesSync(path("src/one.ts"), new Date(), new Date());
      expect(prepare("--build").said).toBe("");
    });

    test("removes what has lost its source, and makes again what has gone from dist", () => {
      prepare("--build");
      rmSync(path("src/deep/two.ts"));
      rmSync(path("dist/one.js"));
      expect(prepare("--build").said).toBe("Compiling 1 of 1 files ...\n");
      expect(existsSync(path("dist/deep/two.js"))).toBe(false);
      expect(existsSync(path("dist/one.js"))).toBe(true);
    });

    test("fails on a syntax error with its place, without swc's native stack, as long as it is there", () => {
      put("src/one.ts", "export const one: = 1;\n");
      for (const attempt of [prepare("--build"), prepare("--build")]) {
        expect(attempt.status).toBe(1);
        expect(attempt.said).toMatch(/src\/one\.ts:1:/);
        expect(attempt.said).not.toContain("Stack backtrace");
      }
    });
  });
});
