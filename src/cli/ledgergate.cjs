#!/usr/bin/env node
"use strict";
/** The `ledgergate` command: prepares the clone, then runs the compiled command line in this same process. */
const path = require("node:path");
const { prepareOrExit, ROOT } = require("./prepare.cjs");

void prepareOrExit({ build: true }).then(() => {
  process.setSourceMapsEnabled(true);
  require(path.join(ROOT, "dist/cli/main.js"));
});
