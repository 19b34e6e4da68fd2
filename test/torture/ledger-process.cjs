"use strict";
/** The sandbox ledger as a process of its own, with the run's clock. */
const path = require("node:path");
const { movedClock } = require("./moved-clock.cjs");

const { ROOT, CLOCK_FILE, LEDGER_FILE } = process.env;
const { SandboxLedger } = require(path.join(ROOT, "dist/dev/ledger/http/sandbox-ledger.js"));

SandboxLedger.start({ file: LEDGER_FILE, port: 0, clock: movedClock(CLOCK_FILE) }).then((ledger) =>
  process.send(ledger.address),
);
process.on("disconnect", () => process.exit(0));
