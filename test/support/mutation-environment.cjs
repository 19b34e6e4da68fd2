"use strict";
/**
 * For mutation testing: once a mutant is killed the rest of its tests is skipped, which Stryker's jest runner does not do
 * by itself. Lives outside the sandbox of a test file, so that one file's failure spares the next files too.
 */
const { TestEnvironment } = require("jest-environment-node");

let killed = null;

module.exports = class MutationEnvironment extends TestEnvironment {
  handleTestEvent(event) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) return;
    if (event.name === "test_fn_failure") killed = mutant;
    if (event.name === "test_start" && killed === mutant) event.test.mode = "skip";
  }
};
