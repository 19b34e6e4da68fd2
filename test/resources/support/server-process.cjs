"use strict";
/** The compiled server on any free port, in a process whose memory and event loop can be watched. */
const fs = require("node:fs");
const path = require("node:path");

const DIST = path.resolve(__dirname, "../../../dist");
require("reflect-metadata");
const { createApp } = require(path.join(DIST, "application.js"));
const { loadConfig } = require(path.join(DIST, "config/config.js"));
const { seedDemo, isDemoSeeded } = require(path.join(DIST, "dev/demo/demo-seed.js"));

/**
 * In time of the processor, which other processes of the machine do not lengthen. A turn is of the thread that runs it, where
 * the system tells that (Linux): what collects garbage or compiles beside it keeps nobody waiting.
 */
const longest = { turn: 0, all: 0 };
let before = process.cpuUsage();
let turnBefore = ownThread();

function ownThread() {
  try {
    return Number(fs.readFileSync("/proc/self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** A timer fires once in each turn of the event loop, so that what is used between two of them is mostly one turn's. */
function watchTurns() {
  const used = process.cpuUsage(before);
  before = process.cpuUsage();
  const now = ownThread();
  longest.turn = Math.max(longest.turn, now - turnBefore);
  longest.all += (used.user + used.system) / 1000;
  turnBefore = now;
  setTimeout(watchTurns, 1).unref();
}

const ANSWERS = {
  token: ({ email }, app) => app.developmentIssuer.issueToken(email),
  /** The longest turn, and all that was used, in milliseconds, since it was last asked. */
  turns: () => {
    const seen = { ...longest };
    longest.turn = longest.all = 0;
    return seen;
  },
};

async function main() {
  const app = await createApp(loadConfig(process.env));
  await app.migrate();
  if (app.developmentIssuer && !(await isDemoSeeded(app))) await seedDemo(app);
  const server = await app.buildServer();
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  process.on("message", async ({ id, what, ...more }) => process.send({ id, answer: await ANSWERS[what](more, app) }));
  watchTurns();
  process.send({ address });
}

process.on("disconnect", () => process.exit(0));
main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
