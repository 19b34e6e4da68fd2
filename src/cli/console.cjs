"use strict";
/**
 * `npm run build:console`: src/console to dist/console, unless what is there was built from the same content.
 * The server reads nothing of src/console: it serves what this has built.
 */
const { createHash } = require("node:crypto");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { promisify } = require("node:util");
const { brotliCompress, constants, gzip } = require("node:zlib");
const { alone, isAlive } = require("./install-lock.cjs");
const { prepare, ROOT } = require("./prepare.cjs");

const SOURCE = path.join(ROOT, "src/console");
const BUILT = path.join(ROOT, "dist/console");
const STAMP = ".built-from";
const LOCK = path.join(ROOT, "dist/.console.lock");
/** Where the server offers the files. */
const BASE = "/console/";

const NOT_BUILT =
  "The console is not built. Build it where it can be installed, without NODE_ENV=production: `npm run build:console`; " +
  "then copy dist/console along (docs/console.md).";

const say = (line) => process.stderr.write(`${line}\n`);

function filesOf(folder) {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** What the console is built from: its sources, this file, and the packages as the lock names them. */
function wantedStamp() {
  const hash = createHash("sha256");
  for (const file of [...filesOf(SOURCE).sort(), __filename, path.join(ROOT, "package-lock.json")])
    hash.update(path.relative(ROOT, file)).update(fs.readFileSync(file));
  return hash.digest("hex");
}

function isBuilt() {
  // A package holds no sources, and is built already.
  if (!fs.existsSync(SOURCE)) return true;
  try {
    return fs.readFileSync(path.join(BUILT, STAMP), "utf8") === wantedStamp();
  } catch {
    return false;
  }
}

/** Messages are parsed here and not in the browser, which is spared the parser. */
function compiledMessages() {
  const { compileMessage } = require("@lingui/message-utils/compileMessage");
  return {
    name: "compiled-messages",
    enforce: "pre",
    transform(code, id) {
      if (!/[/\\](?:messages|generated)[/\\][a-z]{2}[^/\\]*\.json$/.test(id)) return null;
      const compiled = Object.entries(JSON.parse(code)).map(([key, text]) => [key, compileMessage(text)]);
      return JSON.stringify(Object.fromEntries(compiled));
    },
  };
}

/** Compressed once, as small as it gets: the server has no work with it. Beside the program, whose lock has to beat. */
async function compress(folder) {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  for (const file of filesOf(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
    const content = fs.readFileSync(file);
    fs.writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    fs.writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, brotli));
  }
}

/** Builds beside what is there, and takes its place when all is well: who reads sees one or the other. */
async function build() {
  const started = Date.now();
  const stamp = wantedStamp();
  // Whoever builds it, tests among them: what is built is for use.
  process.env.NODE_ENV = "production";
  const unfinished = `${BUILT}-${process.pid}`;
  const { build: bundle } = await import("vite");
  await bundle({
    configFile: false,
    root: SOURCE,
    base: BASE,
    logLevel: "error",
    plugins: [compiledMessages()],
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      // What each script loads, for the budget of the first screen.
      manifest: "manifest.json",
      target: "es2022",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  });
  await compress(unfinished);
  fs.writeFileSync(path.join(unfinished, STAMP), stamp);
  fs.rmSync(BUILT, { recursive: true, force: true });
  fs.renameSync(unfinished, BUILT);
  say(`The console is built (${((Date.now() - started) / 1000).toFixed(1)} s).`);
}

/** What builds that were killed have left beside the console. */
function removeUnfinished() {
  const dist = path.dirname(BUILT);
  for (const name of fs.existsSync(dist) ? fs.readdirSync(dist) : []) {
    const pid = /^console-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) fs.rmSync(path.join(dist, name), { recursive: true, force: true });
  }
}

async function ensureBuilt() {
  // A package holds no sources, and was built by whoever packed it.
  if (fs.existsSync(SOURCE)) removeUnfinished();
  if (isBuilt()) return;
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  const waiting = () => say("Another command is building the console; waiting for it ...");
  await alone(LOCK, waiting, async () => {
    if (!isBuilt()) await build();
  });
}

/**
 * Begins building, if there is something to build, and lets nobody wait for it: the packages that it needs are most of those
 * that a clone installs. It gives way to the server, and ends with it.
 */
function buildInBackground() {
  if (isBuilt()) return;
  if (process.env.NODE_ENV === "production") return say(NOT_BUILT);
  say("The console is being built; it is there in a minute or two.");
  const child = spawn(process.execPath, [__filename, "--install"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  child.unref();
  process.once("exit", () => child.kill());
  try {
    os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system does not allow it.
  }
}

module.exports = { buildInBackground, ensureBuilt };

if (require.main === module) {
  const installed = process.argv.includes("--install") ? prepare({ dev: true }) : Promise.resolve();
  installed.then(ensureBuilt).catch((error) => {
    if (!error.signal) say(`build:console: ${error.message}`);
    process.exit(1);
  });
}
