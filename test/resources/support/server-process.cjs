"use strict";
/** The compiled server on any free port, in a process whose memory and event loop can be watched. */
const path = require("node:path");
const { monitorEventLoopDelay } = require("node:perf_hooks");

const DIST = path.resolve(__dirname, "../../../dist");
require("reflect-metadata");
const { createApp } = require(path.join(DIST, "application.js"));
const { loadConfig } = require(path.join(DIST, "config/config.js"));
const { seedDemo, isDemoSeeded } = require(path.join(DIST, "dev/demo/demo-seed.js"));

const loop = monitorEventLoopDelay({ resolution: 5 });

const ANSWERS = {
  token: ({ email }, app) => app.developmentIssuer.issueToken(email),
  /** The longest time that nothing else was done, in milliseconds, since it was last asked. */
  stall: () => {
    const longest = loop.max / 1e6;
    loop.reset();
    return longest;
  },
  heap: () => process.memoryUsage().heapUsed,
};

async function main() {
  const app = await createApp(loadConfig(process.env));
  await app.database.migrate();
  if (app.developmentIssuer && !(await isDemoSeeded(app))) await seedDemo(app);
  const server = await app.buildServer();
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  process.on("message", async ({ id, what, ...more }) => process.send({ id, answer: await ANSWERS[what](more, app) }));
  loop.enable();
  process.send({ address });
}

process.on("disconnect", () => process.exit(0));
main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
