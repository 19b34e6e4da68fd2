"use strict";
/** `npm start`: prepares the clone, then becomes the server in this same process, so that signals reach it.
 * The console is built beside it when it is not yet. */
const path = require("node:path");
const { buildInBackground } = require("./console.cjs");
const { prepareOrExit, ROOT } = require("./prepare.cjs");

void prepareOrExit({ build: true }).then(() => {
  buildInBackground();
  process.setSourceMapsEnabled(true);
  require(path.join(ROOT, "dist/main.js"));
});
