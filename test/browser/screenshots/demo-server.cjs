"use strict";
/** The compiled server over a fresh demo on any free port, with the demo people to sign in as; tells its parent the address. */
const path = require("node:path");

const DIST = path.resolve(__dirname, "../../../dist");
require("reflect-metadata");
const { createApp } = require(path.join(DIST, "application.js"));
const { loadConfig } = require(path.join(DIST, "config/config.js"));
const { DEMO_PEOPLE } = require(path.join(DIST, "dev/demo/demo-people.js"));
const { seedDemo } = require(path.join(DIST, "dev/demo/demo-seed.js"));

async function main() {
  const app = await createApp(loadConfig(process.env), { personas: DEMO_PEOPLE });
  await app.migrate();
  await seedDemo(app);
  const server = await app.buildServer();
  process.send({ address: await server.listen({ host: "127.0.0.1", port: 0 }) });
}

process.on("disconnect", () => process.exit(0));
main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
