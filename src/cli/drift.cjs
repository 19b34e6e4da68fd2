"use strict";
/**
 * `npm run drift`: fails when generating again changes the schema or the typed operations, and names the files; and when the schema
 * takes away what the last release had and had not deprecated.
 */
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { ROOT } = require("./prepare.cjs");
const { generate } = require("./generate.cjs");

const GENERATED = ["schema", "test/generated", "src/console/generated"];

/** Every file under the generated folders with its content. */
function snapshot() {
  const files = new Map();
  for (const folder of GENERATED.map((name) => path.join(ROOT, name)).filter((name) => fs.existsSync(name))) {
    for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile()) files.set(path.relative(ROOT, file), fs.readFileSync(file, "utf8"));
    }
  }
  return files;
}

async function drift() {
  const before = snapshot();
  await generate();
  const after = snapshot();
  // Says itself what is broken.
  const { status } = spawnSync(process.execPath, [".ci/schema-changes.cjs"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
}

drift().then(
  (changed) => {
    if (changed.length === 0) return;
    process.stderr.write(`Out of date, now generated again; look at them and commit:\n  ${changed.join("\n  ")}\n`);
    process.exitCode = 1;
  },
  (error) => {
    process.stderr.write(`drift: ${error.message}\n`);
    process.exitCode = 1;
  },
);
