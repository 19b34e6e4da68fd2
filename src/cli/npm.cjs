"use strict";
/** Runs npm for the clone. Plain Node, because it runs before there are packages. */
const { spawn, spawnSync } = require("node:child_process");

const WINDOWS = process.platform === "win32";
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs npm quietly with a line of progress every 20 seconds; what npm said is shown when it fails, which throws. A signal to this
 * process ends npm with all that it has started, before the error, which then has the `signal`.
 */
function npm(root, args, say) {
  const viaNode = process.env.npm_execpath?.endsWith(".js");
  const command = viaNode ? process.execPath : WINDOWS ? "npm.cmd" : "npm";
  const child = spawn(command, [...(viaNode ? [process.env.npm_execpath] : []), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: !viaNode && WINDOWS,
    // A process group of its own, so that a signal reaches the scripts that npm runs as well.
    detached: !WINDOWS,
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(chunk));
  const started = Date.now();
  const ticking = setInterval(() => say(`  ... ${Math.round((Date.now() - started) / 1000)} s`), 20_000);
  let signal = null;
  const stop = (received) => {
    signal = received;
    end(child);
  };
  for (const name of ENDING) process.on(name, stop);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(ticking);
      for (const name of ENDING) process.off(name, stop);
      const command = `\`npm ${args.join(" ")}\``;
      if (signal !== null) return reject(Object.assign(new Error(`${command} was interrupted.`), { signal }));
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      reject(new Error(`${command} failed${code === null ? "" : ` with status ${code}`}.`));
    });
  });
}

/** At once, with what it has started: npm would go on for half a minute, to put back what nobody misses. */
function end(child) {
  if (WINDOWS) return void spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

module.exports = { npm };
