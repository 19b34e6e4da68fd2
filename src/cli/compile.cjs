"use strict";
/** Compiles src/**.ts to dist with swc: only what changed since the last time, and removes what has lost its source. */
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const STAMP = ".compiled.json";

/** Goes to the browser: built by console.cjs, beside the folder of the same name in dist and then in its place. */
const CONSOLE = /^console(-\d+)?\//;

/** Files under `folder` with one of the endings, relative, with "/" between folders. */
function list(folder, endings, within = "") {
  const entries = fs.readdirSync(path.join(folder, within), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const name = within === "" ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) return list(folder, endings, name);
    return endings.some((ending) => name.endsWith(ending)) ? [name] : [];
  });
}

const isOurs = (name) => !CONSOLE.test(name);

function readStamp(dist) {
  try {
    return JSON.parse(fs.readFileSync(path.join(dist, STAMP), "utf8"));
  } catch {
    return null;
  }
}

const digest = (...files) =>
  files.reduce((hash, file) => hash.update(fs.readFileSync(file)), createHash("sha256")).digest("hex");

/** A change of these compiles everything again. */
const toolchain = (root) => digest(path.join(root, ".swcrc"), path.join(root, "node_modules/@swc/core/package.json"));

/** Time and size answer fast; the content decides when they differ, as after a copy or a checkout. */
function fingerprint(file, known) {
  const { mtimeMs, size } = fs.statSync(file);
  return known?.mtimeMs === mtimeMs && known.size === size ? known : { mtimeMs, size, content: digest(file) };
}

/** Whole files only: another process may be reading dist. */
function write(file, text) {
  const unfinished = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(unfinished, text);
  fs.renameSync(unfinished, file);
}

function compileFile(root, dist, source) {
  const { transformFileSync } = require("@swc/core");
  const output = path.join(dist, source.replace(/\.ts$/, ".js"));
  const input = path.join(root, "src", source);
  const { code, map } = transformFileSync(input, {
    cwd: root,
    configFile: path.join(root, ".swcrc"),
    sourceFileName: path.relative(path.dirname(output), input),
  });
  write(`${output}.map`, map);
  write(output, `${code}//# sourceMappingURL=${path.basename(output)}.map\n`);
}

/** In a read-only image with a good dist, times that differ are no reason to fail. */
function writeStamp(dist, stamp, needed) {
  try {
    write(path.join(dist, STAMP), JSON.stringify(stamp));
  } catch (error) {
    if (needed) throw error;
  }
}

/**
 * Brings dist in line with src. Throws with swc's message at the first source that does not parse; the next call
 * then tries again. `say` takes one line, only when something is compiled.
 */
function compile(root, say) {
  const src = path.join(root, "src");
  const dist = path.join(root, "dist");
  const tools = toolchain(root);
  const before = readStamp(dist);
  const known = before?.tools === tools ? before.sources : {};
  const outputs = new Set(fs.existsSync(dist) ? list(dist, [".js", ".js.map"]).filter(isOurs) : []);

  const sources = {};
  for (const source of list(src, [".ts"]).filter((name) => isOurs(name) && !name.endsWith(".d.ts"))) {
    sources[source] = fingerprint(path.join(src, source), known[source]);
  }
  const stale = Object.keys(sources).filter(
    (source) => known[source]?.content !== sources[source].content || !outputs.has(source.replace(/\.ts$/, ".js")),
  );
  const orphans = [...outputs].filter((output) => !sources[output.replace(/\.js(\.map)?$/, ".ts")]);
  const touched = Object.keys(sources).some((source) => known[source] !== sources[source]);
  if (!touched && orphans.length === 0 && stale.length === 0) return;

  if (stale.length > 0) say(`Compiling ${stale.length} of ${Object.keys(sources).length} files ...`);
  for (const source of stale) compileFile(root, dist, source);
  for (const orphan of orphans) fs.rmSync(path.join(dist, orphan), { force: true });
  writeStamp(dist, { tools, sources }, stale.length > 0);
}

module.exports = { compile };
