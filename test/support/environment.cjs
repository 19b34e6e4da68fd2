"use strict";
/**
 * Jest's Node environment, except that a worker compiles each source once, not once for every test file. Each file still
 * gets globals and modules of its own, made anew from the same code. Reading the
 * application's 1,900 sources again is half of what it costs a test file to load it. Where jest stops calling
 * `compileFunction`, only the time is lost.
 */
const { AsyncLocalStorage } = require("node:async_hooks");
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

/** By file name. */
const compiled = new Map();
/** Of the test file that runs now: a script that kept its own would keep that file's whole world. */
let importForNow;

function compileOnce(source, parameters, { filename, parsingContext, importModuleDynamically }) {
  importForNow = importModuleDynamically;
  const head = `(function (${parameters.join(",")}) {`;
  const text = `${head}${source}\n})`;
  let known = compiled.get(filename);
  if (known?.text !== text) {
    const place = { filename, columnOffset: -head.length };
    known = {
      text,
      script: new vm.Script(text, { ...place, importModuleDynamically: (...asked) => importForNow(...asked) }),
    };
    compiled.set(filename, known);
  }
  return known.script.runInContext(parsingContext);
}

vm.compileFunction = compileOnce;

// A worker that has nothing left to do ends without taking its heap apart: that takes longer than the half second after
// which jest kills it and warns of a leak. One that has something left is still killed and warned of.
if (process.send) process.once("beforeExit", () => process.exit());

/**
 * Node 20 and 22 copy the store of every AsyncLocalStorage that was ever used to each new promise, so that those of test files
 * that are over make every further file slower, and keep what they held. Those of a file end with it. A Node without
 * the method keeps no such list.
 */
const used = new Set();
const enable = AsyncLocalStorage.prototype._enable;
if (enable)
  AsyncLocalStorage.prototype._enable = function enableForThisFile() {
    if (!this.enabled) used.add(this);
    return enable.call(this);
  };

module.exports = class FileEnvironment extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
};
