"use strict";
/** The sandbox platform as a process of its own, with the run's clock. */
const path = require("node:path");
const { movedClock } = require("./moved-clock.cjs");

const { ROOT, CLOCK_FILE, PLATFORM_FILE } = process.env;
const { SandboxPlatform } = require(path.join(ROOT, "dist/dev/platform/sandbox-platform.js"));

SandboxPlatform.start({ file: PLATFORM_FILE, port: 0, clock: movedClock(CLOCK_FILE), firstWaitMs: 100 }).then(
  (platform) => process.send(platform.address),
);
process.on("disconnect", () => process.exit(0));
