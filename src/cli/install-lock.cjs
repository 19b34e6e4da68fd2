"use strict";
/**
 * One installation at a time, and one build of the console: a second one would remove what the first has just put there.
 * Plain Node, without dependencies.
 */
const fs = require("node:fs");

const POLL_MS = 250;
const BEAT_MS = 5_000;
/** Whoever has shown no life for so long is gone, even where another process has got their number. */
const LIFELESS_MS = 60_000;

/**
 * Runs the work while no other process runs work under the same lock file: waits for one that does (`waiting` is called once),
 * and takes over from one that was killed. Answers what the work answers.
 */
async function alone(file, waiting, work) {
  let told = false;
  while (!taken(file)) {
    if (!told) waiting();
    told = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const beating = setInterval(() => beat(file), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    if (isOurs(file)) fs.rmSync(file, { force: true });
  }
}

/** Whether it is ours now. */
function taken(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    // Where nothing can be written, the installation says so better.
    if (["EACCES", "EPERM", "EROFS"].includes(error.code)) return true;
    if (error.code !== "EEXIST") throw error;
  }
  if (isAbandoned(file)) fs.rmSync(file, { force: true });
  return false;
}

/** Not where another command took this one for dead, or somebody removed the file. */
function isOurs(file) {
  try {
    return fs.readFileSync(file, "utf8") === String(process.pid);
  } catch {
    return false;
  }
}

function isAbandoned(file) {
  try {
    const { mtimeMs } = fs.statSync(file);
    const owner = Number(fs.readFileSync(file, "utf8"));
    // Between its making and its writing it is empty.
    if (Date.now() - mtimeMs > LIFELESS_MS) return true;
    return owner > 0 && !isAlive(owner);
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function beat(file) {
  if (!isOurs(file)) return;
  try {
    fs.utimesSync(file, new Date(), new Date());
  } catch {
    // Whoever removed it will say so.
  }
}

module.exports = { alone, isAlive };
