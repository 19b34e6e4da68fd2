"use strict";
/** `npm start`: prepares the clone, then becomes the server in this same process, so that signals reach it. */
const path = require("node:path");
const { prepareOrExit, ROOT } = require("./prepare.cjs");

void prepareOrExit({ build: true }).then(() => {
  process.setSourceMapsEnabled(true);
  require(path.join(ROOT, "dist/main.js"));
});
