"use strict";
/**
 * The structure of the house, checked by `npm run structure`: which folder may import which, no cycle, nothing dead.
 * docs/architecture.md says why.
 */

/**
 * Rows from top to bottom. A folder imports from rows below its own, never from its own row and never upwards.
 * `entities` is the list of tables, which app, cli, ormconfig.ts and tests hand to the database.
 */
const ROWS = [
  ["index"],
  ["cli"],
  ["app"],
  ["entities", "config"],
  ["server"],
  ["access"],
  ["digest"],
  // The plan looks at what is offered to the ledger; records know of no plan.
  ["implementation"],
  ["record", "tenancy"],
  ["outbox", "connector", "member", "project", "feature", "connection", "stakeholder"],
  ["audit", "authzen", "mail", "schedule"],
  ["company"],
  ["graphql", "db"],
  ["policy"],
  ["metrics"],
  ["kernel", "client"],
];
/** What the rows do not say: settings are plain values, and reading them needs nothing but the kernel. */
const BELOW = { config: ["kernel"], server: ["config"] };

const anyOf = (names) => `(${names.join("|")})`;
/** A folder of src, or a file of src itself. */
const path = (names) => `^src/${anyOf(names)}(/|\\.ts$|-[^/]+\\.ts$)`;
/** What is started from outside. */
const ENTRIES = "^src/(index\\.ts|cli/[^/]+\\.(ts|cjs))$|^ormconfig\\.ts$";
const NODE_MODULES = "node_modules/";

const directions = ROWS.flatMap((row, index) =>
  row.map((folder) => {
    const rowsBelow = ROWS.slice(index + 1).flat();
    const allowed = folder === "config" ? BELOW.config : [...rowsBelow, ...(BELOW[folder] ?? [])];
    return {
      name: `${folder}-imports-downwards`,
      comment: `src/${folder} may import ${allowed.length > 0 ? allowed.join(", ") : "nothing of ours"}.`,
      severity: "error",
      from: { path: path([folder]) },
      to: { path: "^src/", pathNot: [path([folder]), ...(allowed.length > 0 ? [path(allowed)] : [])] },
    };
  }),
);

/** A file is seen by what it imports and by who imports it: a law on names looks at both. */
const names = (name, comment, pattern) => [
  { name, comment, severity: "error", from: { path: pattern }, to: {} },
  { name: `${name}-imported`, comment, severity: "error", from: {}, to: { path: pattern } },
];

module.exports = {
  forbidden: [
    ...directions,
    {
      name: "folder-in-the-plan",
      comment: "A new folder or file of src gets its row above first.",
      severity: "error",
      from: { path: "^src/", pathNot: path(ROWS.flat()) },
      to: {},
    },
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-folder-cycle",
      comment: "Between the folders of src; within one folder, subfolders are chapters of it.",
      scope: "folder",
      severity: "error",
      from: { path: "^src/[^/]+$" },
      to: { circular: true, path: "^src/[^/]+$" },
    },
    {
      name: "no-orphan",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^test/.+\\.test\\.ts$", "^test/support/global-[^/]+$", "^src/server/graphiql-client/"],
      },
      to: {},
    },
    {
      name: "no-dead-module",
      comment: "The program never reaches it: test-only code lives in test/, the rest goes.",
      severity: "error",
      from: { path: ENTRIES },
      to: { path: "^src/", pathNot: ENTRIES, reachable: false },
    },
    {
      name: "src-stands-alone",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|bench|dist|schema)/|^ormconfig\\.ts$" },
    },
    {
      name: "no-dev-dependency-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "dependencies-are-declared",
      comment: "Found by luck in node_modules, or not at all.",
      severity: "error",
      from: { path: "^(src|test|bench|ormconfig)" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "policy-is-pure",
      comment: "No I/O, no clock, no ORM: of all packages CASL alone.",
      severity: "error",
      from: { path: "^src/policy/" },
      to: { pathNot: ["^src/", "node_modules/@casl/ability/"] },
    },
    {
      name: "casl-in-one-file",
      severity: "error",
      from: { path: "^(src|bench)/", pathNot: ["^src/policy/ability\\.ts$", "^bench/"] },
      to: { path: "node_modules/@casl/" },
    },
    {
      name: "kernel-knows-no-framework",
      severity: "error",
      from: { path: "^src/kernel/" },
      to: { path: "node_modules/(typeorm|type-graphql|graphql|fastify|@apollo|@casl|pg|better-sqlite3)/" },
    },
    {
      name: "drivers-in-db",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/db/" },
      to: { path: "node_modules/(pg|better-sqlite3)/" },
    },
    ...names("no-barrel", "index.ts stands in src only.", "^(src|test|bench)/.+/index\\.ts$"),
    ...names(
      "named-after-what-it-is",
      "utils, helpers, common and manager say nothing.",
      "^(src|test|bench)/.*[/-](util|utils|helper|helpers|common|manager|managers)[/.-]",
    ),
    ...names("kebab-case", "Files and folders are named in kebab-case.", "^(src|test|bench)/.*[A-Z_]"),
  ],
  options: {
    doNotFollow: { path: NODE_MODULES },
    exclude: {
      // What runs in the browser only is no module of the server.
      path: [
        "^src/server/graphiql-client/",
        "^(dist|data|coverage|reports|docs|schema|test/generated|\\.stryker-tmp)/",
        "^[^/]+\\.(cjs|mjs)$",
      ],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default", "types"] },
  },
};
