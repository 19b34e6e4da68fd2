"use strict";
/**
 * Fails where schema/schema.graphql takes from those who build on schema/last-release.graphql what was not deprecated there.
 * `npm run drift` runs it. With `--release` it makes today's schema the last one.
 */
const { CriticalityLevel, ChangeType, diff, DiffRule } = require("@graphql-inspector/core");
const { buildSchema, parse, print, visit } = require("graphql");
const fs = require("node:fs");
const path = require("node:path");

const SCHEMA = path.join(__dirname, "../schema/schema.graphql");
const LAST = path.join(__dirname, "../schema/last-release.graphql");
const HEADER = "# The schema of the last release, without its words. `npm run schema:release` writes it.\n\n";

/** Inspector knows deprecated fields and values; an argument may be deprecated just so. */
function withoutDeprecatedArguments({ changes, oldSchema }) {
  return changes.filter(({ type, path: place }) => {
    if (type !== ChangeType.FieldArgumentRemoved) return true;
    const [typeName, fieldName, name] = place.split(".");
    const field = oldSchema.getType(typeName).getFields()[fieldName];
    return field.args.find((argument) => argument.name === name).deprecationReason === undefined;
  });
}

/** In words, each change of `now` (SDL) that breaks who was told of `last` only; nothing where all of it was deprecated before. */
async function breakingChanges(last, now) {
  const rules = [DiffRule.suppressRemovalOfDeprecatedField, withoutDeprecatedArguments];
  const changes = await diff(buildSchema(last), buildSchema(now), rules);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message, path: place }) => `${place}: ${message}`);
}

/** Of the files as they stand. */
function breakingOfLastRelease() {
  return breakingChanges(fs.readFileSync(LAST, "utf8"), fs.readFileSync(SCHEMA, "utf8"));
}

/** Makes today's schema the last one. */
function release() {
  const bare = visit(parse(fs.readFileSync(SCHEMA, "utf8")), {
    enter: (node) => ({ ...node, description: undefined }),
  });
  fs.writeFileSync(LAST, `${HEADER}${print(bare)}\n`);
}

module.exports = { breakingChanges, breakingOfLastRelease };

async function main() {
  if (process.argv.includes("--release")) return release();
  const broken = await breakingOfLastRelease();
  if (broken.length === 0) return;
  process.stderr.write(
    `Breaks the last release. Keep it for one, deprecated (CONTRIBUTING.md):\n  ${broken.join("\n  ")}\n`,
  );
  process.exitCode = 1;
}

if (require.main === module) void main();
