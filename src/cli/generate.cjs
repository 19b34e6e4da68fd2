"use strict";
/** `npm run generate`: schema/schema.graphql from the code, then the typed operations from it: test/generated/ and src/console/generated/. */
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { prepare, ROOT } = require("./prepare.cjs");

function need(file, why) {
  if (!fs.existsSync(path.join(ROOT, file))) throw new Error(`${file} does not exist: ${why}`);
}

function run(title, args) {
  process.stderr.write(`${title} ...\n`);
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`${title} failed with status ${status}.`);
}

/** Writes the schema and the typed operations; throws an Error with a message for people. */
async function generate() {
  await prepare({ dev: true, build: true });
  need("dist/cli/commands/emit-schema.js", "src/cli/commands/emit-schema.ts, which emits the schema, is missing.");
  run("Emitting schema/schema.graphql", ["dist/cli/commands/emit-schema.js"]);
  need("schema/schema.graphql", "src/cli/commands/emit-schema.ts ended well but wrote no schema.");
  const operations = path.join(ROOT, "schema/operations");
  const named = fs.existsSync(operations) && fs.readdirSync(operations).some((name) => name.endsWith(".graphql"));
  if (!named) throw new Error("schema/operations/ holds no .graphql file: there is nothing to generate types for.");
  // The package says "exports", so its command is found by path.
  run("Generating the typed operations", ["node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.yml"]);
}

module.exports = { generate };

if (require.main === module) {
  generate().catch((error) => {
    process.stderr.write(`generate: ${error.message}\n`);
    process.exit(1);
  });
}
