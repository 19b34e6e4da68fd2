"use strict";
/**
 * Brings a clone to where it can run: dependencies installed, `npx ledgergate` linked and, on request, src compiled to dist.
 * Plain Node without dependencies, because it runs before there are any. Speaks on stderr only: stdout belongs to the command.
 * When nothing is to be done it only compares file times and one hash.
 */
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { compile } = require("./compile.cjs");
const { alone } = require("./install-lock.cjs");
const { npm } = require("./npm.cjs");

const ROOT = path.resolve(__dirname, "../..");
const OLDEST_NODE = [20, 19];
/** There while the packages of development are added. */
const ADDING = "node_modules/.ledgergate-adding";

const say = (line) => process.stderr.write(`${line}\n`);

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** What the installed packages must agree with. None is compiled for one Node: another Node needs no other ones. */
function lockDigest(root) {
  return createHash("sha256")
    .update(fs.readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

/** Whether node_modules holds what the lock names; packages for other platforms and, on request, for development may be absent. */
function installedMatchesLock(root, wantDev) {
  const locked = readJson(path.join(root, "package-lock.json"))?.packages ?? {};
  const installed = readJson(path.join(root, "node_modules/.package-lock.json"))?.packages;
  if (!installed) return false;
  return Object.entries(locked).every(([where, entry]) => {
    if (where === "") return true;
    const found = installed[where];
    if (found) return found.version === entry.version;
    return Boolean(entry.optional || entry.devOptional || (entry.dev && !wantDev));
  });
}

/**
 * Without the packages of development, which are most of them, unless they are asked for. What is there and right stays: a
 * server may run with it. What runs in production was put there, and looked at, by somebody: a start fetches nothing anew.
 */
async function install(root, dev) {
  const which = dev ? "--include=dev" : "--omit=dev";
  if (process.env.NODE_ENV === "production")
    throw new Error(
      `node_modules is not what package-lock.json names. Nothing is installed in production: run \`npm ci ${which}\`.`,
    );
  const adding = dev && installedMatchesLock(root, false);
  if (adding) removeUnfinished(root);
  say(`Installing ${adding ? "the packages of development" : "dependencies"} ...`);
  const started = Date.now();
  const how = adding ? ["install", "--no-save"] : ["ci"];
  await npm(root, [...how, "--loglevel=error", which], say);
  if (adding) fs.rmSync(path.join(root, ADDING));
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** What an addition left that was interrupted: npm takes a package that is there in part for one that is there. */
function removeUnfinished(root) {
  const marker = path.join(root, ADDING);
  if (fs.existsSync(marker)) {
    const locked = Object.entries(readJson(path.join(root, "package-lock.json")).packages);
    for (const [where, { dev }] of locked) if (dev) fs.rmSync(path.join(root, where), { recursive: true, force: true });
  }
  fs.writeFileSync(marker, "");
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
  const lock = lockDigest(root);
  const isStamped = () => {
    const stamp = readJson(stampFile);
    return stamp?.lock === lock && (stamp.dev || !dev);
  };
  if (isStamped()) return;
  const waiting = () => say("Another command is installing; waiting for it ...");
  await alone(path.join(root, ".ledgergate-install.lock"), waiting, async () => {
    if (isStamped()) return;
    if (!installedMatchesLock(root, dev)) await install(root, dev);
    unlessReadOnly(() => fs.writeFileSync(stampFile, JSON.stringify({ lock, dev: installedMatchesLock(root, true) })));
  });
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
    // As the shell expects of what was interrupted.
    if (error.signal) process.kill(process.pid, error.signal);
    else process.exit(1);
  }
}

module.exports = { prepare, prepareOrExit, ROOT };

if (require.main === module) {
  const flags = process.argv.slice(2);
  void prepareOrExit({ dev: flags.includes("--dev"), build: flags.includes("--build") });
}
