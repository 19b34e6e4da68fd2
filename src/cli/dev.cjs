"use strict";
/** `npm run dev`: the server, started again after every change under src or schema/operations. */
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
/** Editors write in bursts. */
const QUIET_MS = 150;

let server = null;
let pending = null;
let ending = false;

function start() {
  server = spawn(process.execPath, ["src/cli/start.cjs"], { cwd: ROOT, stdio: "inherit" });
  server.on("exit", (code) => {
    server = null;
    if (ending) process.exit(code ?? 0);
    else if (code) process.stderr.write("The server ended; waiting for a change.\n");
  });
}

function restart() {
  if (!server) return start();
  process.stderr.write("Change seen, starting again.\n");
  server.once("exit", start);
  server.kill("SIGTERM");
}

function watch(folder) {
  if (!fs.existsSync(folder)) return;
  fs.watch(folder, { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(restart, QUIET_MS);
  });
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    ending = true;
    if (!server) process.exit(0);
    server.kill("SIGTERM");
  });
}
start();
watch(path.join(ROOT, "src"));
watch(path.join(ROOT, "schema/operations"));
