"use strict";
/** `npm run build:client [-- FOLDER]`: src/client as a package of its own, for ESM and CommonJS, with types. */
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
// By its path: a tool of development, which the program itself never needs.
const ts = require(path.join(ROOT, "node_modules/typescript"));
const ENTRY = "access-client";
const FORMATS = [
  { kind: ts.ModuleKind.ESNext, js: ".mjs", types: ".d.mts" },
  { kind: ts.ModuleKind.CommonJS, js: ".cjs", types: ".d.cts" },
];

function options(module) {
  return {
    module,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
    typeRoots: [path.join(ROOT, "node_modules/@types")],
    strict: true,
    declaration: true,
    ignoreDeprecations: "6.0",
    skipLibCheck: true,
    rootDir: path.join(ROOT, "src/client"),
    outDir: "/out",
    // CommonJS does not go with the bundler's resolution; nothing but siblings is imported.
    ...(module === ts.ModuleKind.CommonJS ? { moduleResolution: ts.ModuleResolutionKind.Node10 } : {}),
  };
}

/** Imports of siblings name the file that they become: `from "./retry"` in ESM, `require("./retry")` in CommonJS. */
function withEndings(text, ending) {
  return text.replace(/(from |require\()"(\.\/[a-z-]+)"/g, (_, before, name) => `${before}"${name}${ending}"`);
}

function emit(folder, { kind, js, types }) {
  const program = ts.createProgram([path.join(ROOT, "src/client", `${ENTRY}.ts`)], options(kind));
  const problems = ts.getPreEmitDiagnostics(program);
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost({})));
  program.emit(undefined, (name, text) => {
    const base = path.basename(name).replace(/(\.d)?\.[cm]?[jt]s$/, "");
    fs.writeFileSync(path.join(folder, base + (name.endsWith(".d.ts") ? types : js)), withEndings(text, js));
  });
}

function manifest() {
  const { version, license } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const entry = (ending, types) => ({ types: `./${ENTRY}${types}`, default: `./${ENTRY}${ending}` });
  return {
    name: "@ledgergate/client",
    version,
    description: "Asks a Ledgergate server who may do what; fails closed.",
    license,
    engines: { node: ">=20.19" },
    sideEffects: false,
    main: `./${ENTRY}.cjs`,
    module: `./${ENTRY}.mjs`,
    types: `./${ENTRY}.d.cts`,
    exports: { ".": { import: entry(".mjs", ".d.mts"), require: entry(".cjs", ".d.cts") } },
  };
}

/** Writes the package. Throws an Error with what the compiler says. */
function buildClient(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const format of FORMATS) emit(folder, format);
  fs.writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  fs.copyFileSync(path.join(ROOT, "docs/client.md"), path.join(folder, "README.md"));
  fs.copyFileSync(path.join(ROOT, "LICENSE"), path.join(folder, "LICENSE"));
}

module.exports = { buildClient };

if (require.main === module) {
  const folder = path.resolve(process.argv[2] ?? path.join(ROOT, "dist/npm-client"));
  buildClient(folder);
  process.stdout.write(`${path.relative(process.cwd(), folder)} is ready to be published.\n`);
}
