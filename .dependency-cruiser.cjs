"use strict";
/**
 * The structure of the house, checked by `npm run structure`: which folder may import which, no cycle, nothing dead.
 * docs/architecture.md says why.
 */

/**
 * The modules from top to bottom. A module imports from modules below its own, never upwards.
 * `app` stands for the files that lie directly in src.
 */
const MODULES = [
  "main",
  "cli",
  "dev",
  "app",
  "server",
  // The construction platform: what it asks becomes records, what became of them goes back.
  "platform",
  // The plan looks at what is offered to the ledger; records know of no plan.
  "onboarding",
  "records",
  "authorization",
  "erp",
  "directory",
  "tenant",
  "infra",
  "policy",
  "config",
  "kernel",
  "client",
  // What runs in the browser. It speaks GraphQL with the server, and shares no file with it.
  "console",
];
const NODE_MODULES = "node_modules/";
/** What is started from outside. */
const ENTRIES =
  "^src/(client/(access-client|guards|vocabulary)\\.ts|main\\.ts|console/main\\.tsx|cli/[^/]+\\.(ts|cjs)|cli/commands/(serve|emit-schema)\\.ts)$|^ormconfig\\.ts$";

/** The files of a module. */
const MODULE_PATHS = { main: "^src/main\\.ts$", app: "^src/(?!main\\.ts$)[^/]+\\.ts$" };
const pathOf = (name) => MODULE_PATHS[name] ?? `^src/${name}/`;

/** Imports that still run upwards. The list only gets shorter. */
const UPWARDS = {
  // Foreign keys name the company's entity.
  infra: ["tenant"],
  // The phase of the set-up is a fact of a decision.
  authorization: ["onboarding", "records"],
};

const directions = MODULES.map((module, index) => {
  const allowed = [...MODULES.slice(index + 1), ...(UPWARDS[module] ?? [])];
  return {
    name: `${module}-imports-downwards`,
    comment: `${module} may import ${allowed.length > 0 ? allowed.join(", ") : "nothing of ours"}.`,
    severity: "error",
    from: { path: pathOf(module) },
    to: { path: "^src/", pathNot: [pathOf(module), ...allowed.map(pathOf)] },
  };
});

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
      comment: "A new folder of src gets its place in the list above first.",
      severity: "error",
      from: { path: "^src/", pathNot: MODULES.map(pathOf) },
      to: {},
    },
    {
      name: "development-is-asked-for",
      comment:
        "What runs in production loads nothing of src/dev: the command line opens its one door when it is wanted.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/dev/" },
      to: { path: "^src/dev/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "development-has-one-door",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/dev/" },
      to: { path: "^src/dev/", pathNot: "^src/dev/development\\.ts$" },
    },
    {
      name: "console-is-served-not-imported",
      comment: "The server knows the files that the console's build left, nothing of its sources.",
      severity: "error",
      from: { pathNot: "^src/console/" },
      to: { path: "^src/console/" },
    },
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-folder-cycle",
      comment: "Between all folders of src, down to the last.",
      scope: "folder",
      severity: "error",
      from: { path: "^src/.+" },
      to: { circular: true },
    },
    {
      name: "no-orphan",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^test/.+\\.test\\.ts$", "^test/support/global-[^/]+$", "^src/server/graphiql/client/"],
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
      comment: "The console's packages, and what builds it, are needed no more once it is built.",
      from: { path: "^src/", pathNot: "^src/(console/|cli/console\\.cjs$)" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "dependencies-are-declared",
      comment: "Found by luck in node_modules, or not at all.",
      severity: "error",
      from: { path: "^(src|test|bench|ormconfig)" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      // Types alone, which is all that generated operations take of it.
      to: { couldNotResolve: true, pathNot: "^@graphql-typed-document-node/core$" },
    },
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
      from: {
        path: "^(src|bench)/",
        pathNot: ["^src/policy/judgement/ability\\.ts$", "^src/console/app/rules\\.tsx$", "^bench/"],
      },
      to: { path: "node_modules/@casl/" },
    },
    {
      name: "kernel-knows-no-framework",
      severity: "error",
      from: { path: "^src/kernel/" },
      to: { path: "node_modules/(typeorm|type-graphql|graphql|fastify|@apollo|@casl|pg|@photostructure)/" },
    },
    {
      name: "drivers-in-db",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/infra/db/" },
      to: { path: "node_modules/(pg|@photostructure)/" },
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
        "^src/server/graphiql/client/",
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
