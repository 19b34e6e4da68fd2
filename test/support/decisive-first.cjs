"use strict";
/*
 * Mutation testing stops a mutant at the first failing file, so the files that notice most in least time come first,
 * and the one that opens a database last.
 */
const Sequencer = require("@jest/test-sequencer").default;

const ORDER = ["role-matrix", "decisions", "stories", "conditions", "junk", "gates", "laws", "casl", "condition-sql"];

const place = ({ path }) => {
  const found = ORDER.findIndex((name) => path.includes(`/${name}.test`));
  return found === -1 ? ORDER.indexOf("casl") : found;
};

module.exports = class DecisiveFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((left, right) => place(left) - place(right));
  }
};
