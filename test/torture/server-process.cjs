"use strict";
/** The compiled server as `npm start` runs it, with the run's clock and less patience. */
const path = require("node:path");
const { movedClock } = require("./moved-clock.cjs");

const { ROOT, CLOCK_FILE, TIMINGS } = process.env;
const { serve } = require(path.join(ROOT, "dist/cli/commands/serve.js"));

// Loaded beforehand, so that a killed server is followed by the next one at once.
process.once("message", () => {
  serve(process.env, { clock: movedClock(CLOCK_FILE), timings: JSON.parse(TIMINGS) }).then(
    () => process.send("ready"),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit(0));
process.send("loaded");
