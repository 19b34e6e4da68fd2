"use strict";
/** `node tools/jest-counts.cjs REPORT`: "passed failed skipped" of a jest --json report, for .ci/run. */
const fs = require("node:fs");

const report = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const passed = report.numPassedTests;
// A suite that does not load has no tests to count, and hides how many it had.
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
const skipped = report.numPendingTests + report.numTodoTests;
if (![passed, failed, skipped].every(Number.isInteger)) throw new Error(`${process.argv[2]} is no jest report`);
process.stdout.write(`${passed} ${failed} ${skipped}\n`);
