"use strict";
/** `npm run build:client [-- FOLDER]`: src/client as a package of its own, for ESM and CommonJS, with types. */
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
// By its path: a tool of development, which the program itself never needs.
const ts = require(path.join(ROOT, "node_modules/typescript"));
/** What can be imported: the client as the package itself, the others by their names. */
const ENTRIES = { ".": "access-client", "./guards": "guards", "./vocabulary": "vocabulary" };
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
  const roots = Object.values(ENTRIES).map((entry) => path.join(ROOT, "src/client", `${entry}.ts`));
  const program = ts.createProgram(roots, options(kind));
  const problems = ts.getPreEmitDiagnostics(program);
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost({})));
  program.emit(undefined, (name, text) => {
    const base = path.basename(name).replace(/(\.d)?\.[cm]?[jt]s$/, "");
    fs.writeFileSync(path.join(folder, base + (name.endsWith(".d.ts") ? types : js)), withEndings(text, js));
  });
}

function manifest() {
  const { version, license } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const entry = (name, ending, types) => ({ types: `./${name}${types}`, default: `./${name}${ending}` });
  const both = (name) => ({ import: entry(name, ".mjs", ".d.mts"), require: entry(name, ".cjs", ".d.cts") });
  const main = ENTRIES["."];
  return {
    name: "@ledgergate/client",
    version,
    description: "Asks a Ledgergate server who may do what; fails closed.",
    license,
    engines: { node: ">=20.19" },
    sideEffects: false,
    main: `./${main}.cjs`,
    module: `./${main}.mjs`,
    types: `./${main}.d.cts`,
    exports: Object.fromEntries(Object.entries(ENTRIES).map(([address, name]) => [address, both(name)])),
  };
}

/** Writes the package. Throws an Error with what the compiler says. */
function buildClient(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const format of FORMATS) emit(folder, format);
  fs.writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  fs.copyFileSync(path.join(ROOT, "src/client/README.md"), path.join(folder, "README.md"));
  fs.copyFileSync(path.join(ROOT, "LICENSE"), path.join(folder, "LICENSE"));
}

module.exports = { buildClient };

if (require.main === module) {
  const folder = path.resolve(process.argv[2] ?? path.join(ROOT, "dist/npm-client"));
  buildClient(folder);
  process.stdout.write(`${path.relative(process.cwd(), folder)} is ready to be published.\n`);
}
