"use strict";
/**
 * Brings a clone to where it can run: dependencies installed, `npx ledgergate` linked and, on request, src compiled to dist.
 * Plain Node without dependencies, because it runs before there are any. Speaks on stderr only: stdout belongs to the command.
 * When nothing is to be done it only compares file times and one hash.
 */
const { createHash } = require("node:crypto");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { compile } = require("./compile.cjs");

const ROOT = path.resolve(__dirname, "../..");
const OLDEST_NODE = [20, 19];

const say = (line) => process.stderr.write(`${line}\n`);

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** What the installed packages must agree with: the lock, and the ABI that native modules were compiled for. */
function expectation(root) {
  const lock = fs.readFileSync(path.join(root, "package-lock.json"));
  return { lock: createHash("sha256").update(lock).digest("hex"), abi: process.versions.modules };
}

/** Whether node_modules holds what the lock names; packages for other platforms and, on request, for development may be absent. */
function installedMatchesLock(root, wantDev) {
  const locked = readJson(path.join(root, "package-lock.json"))?.packages ?? {};
  const installed = readJson(path.join(root, "node_modules/.package-lock.json"))?.packages ?? {};
  return Object.entries(locked).every(([where, entry]) => {
    if (where === "") return true;
    const found = installed[where];
    if (found) return found.version === entry.version;
    return Boolean(entry.optional || entry.devOptional || (entry.dev && !wantDev));
  });
}

/** Runs npm quietly with a line of progress every 20 seconds; what npm said is shown when it fails. */
function npm(root, args) {
  const viaNode = process.env.npm_execpath?.endsWith(".js");
  const command = viaNode ? process.execPath : process.platform === "win32" ? "npm.cmd" : "npm";
  const child = spawn(command, [...(viaNode ? [process.env.npm_execpath] : []), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: !viaNode && process.platform === "win32",
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(chunk));
  const started = Date.now();
  const ticking = setInterval(() => say(`  ... ${Math.round((Date.now() - started) / 1000)} s`), 20_000);
  const stop = (signal) => child.kill(signal);
  process.once("SIGTERM", stop).once("SIGINT", stop);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(ticking);
      process.off("SIGTERM", stop).off("SIGINT", stop);
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      reject(new Error(`\`npm ${args.join(" ")}\` failed${code === null ? "" : ` with status ${code}`}.`));
    });
  });
}

/** What runs in production was put there, and looked at, by somebody: it is not fetched anew by a start. */
function requireNotProduction(what, command) {
  if (process.env.NODE_ENV !== "production") return;
  throw new Error(`${what}. A start installs nothing in production: run \`${command}\`.`);
}

async function install(root, dev) {
  requireNotProduction("node_modules is not what package-lock.json names", "npm ci --omit=dev");
  say("Installing dependencies (first time, about two minutes: SQLite is compiled) ...");
  const started = Date.now();
  await npm(root, ["ci", "--loglevel=error", ...(dev ? ["--include=dev"] : [])]);
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** A stamp or a link that cannot be written costs some milliseconds next time, and is no reason to fail. */
function unlessReadOnly(write) {
  try {
    write();
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS", "EEXIST"].includes(error.code)) throw error;
  }
}

async function ensureInstalled(root, dev) {
  const stampFile = path.join(root, "node_modules/.ledgergate-installed.json");
  const wanted = expectation(root);
  const stamp = readJson(stampFile);
  if (stamp?.lock === wanted.lock && stamp.abi === wanted.abi && (stamp.dev || !dev)) return;
  if (!installedMatchesLock(root, dev) || !fs.existsSync(path.join(root, "node_modules/.package-lock.json"))) {
    await install(root, dev);
  } else if (stamp && stamp.abi !== wanted.abi) {
    requireNotProduction("SQLite was compiled for another Node", "npm rebuild better-sqlite3");
    say(`Node changed: compiling SQLite again (about two minutes) ...`);
    await npm(root, ["rebuild", "better-sqlite3", "--loglevel=error"]);
  }
  const complete = installedMatchesLock(root, true);
  unlessReadOnly(() => fs.writeFileSync(stampFile, JSON.stringify({ ...wanted, dev: complete })));
}

/** npm links the commands of dependencies only, not a package's own: without this `npx ledgergate` finds nothing in a clone. */
function ensureLinked(root) {
  const link = path.join(root, "node_modules/.bin/ledgergate");
  if (fs.existsSync(link) || process.platform === "win32") return;
  unlessReadOnly(() => {
    fs.rmSync(link, { force: true });
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync("../../src/cli/ledgergate.cjs", link);
  });
}

/** As `npm pack` and the image have it: compiled, and without a lock. There is nothing to install or to compile then. */
function isPackage(root) {
  if (fs.existsSync(path.join(root, "package-lock.json"))) return false;
  if (fs.existsSync(path.join(root, "dist/main.js"))) return true;
  throw new Error("Neither package-lock.json nor dist is there: clone the repository anew, or install the package.");
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Ledgergate needs Node ${OLDEST_NODE.join(".")} or later; this is ${process.versions.node}.`);
}

/**
 * @param {{ root?: string, dev?: boolean, build?: boolean }} options dev: the packages for development must be there too;
 *   build: dist must hold the compiled src. Throws an Error with a message for people.
 */
async function prepare({ root = ROOT, dev = false, build = false } = {}) {
  requireNode();
  if (isPackage(root)) return;
  await ensureInstalled(root, dev);
  ensureLinked(root);
  if (build) compile(root, say);
}

/** prepare(), ending the process with one line instead of a stack when it fails. */
async function prepareOrExit(options) {
  try {
    await prepare(options);
  } catch (error) {
    // swc adds its own native stack after the place in the source.
    say(`ledgergate: ${error.message.split("\n\nCaused by:")[0].trimEnd()}`);
    process.exit(1);
  }
}

module.exports = { prepare, prepareOrExit, ROOT };

if (require.main === module) {
  const flags = process.argv.slice(2);
  void prepareOrExit({ dev: flags.includes("--dev"), build: flags.includes("--build") });
}
