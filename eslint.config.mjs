import eslint from "@eslint/js";
import graphql from "@graphql-eslint/eslint-plugin";
import prettier from "eslint-config-prettier";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** A default export has no name of its own: every importer may call it something else. */
const NO_DEFAULT_EXPORT = { selector: "ExportDefaultDeclaration", message: "Export by name, never by default." };
const NO_DEFAULT_EXPORT_ALIAS = {
  selector: "ExportSpecifier[exported.name='default']",
  message: "Export by name, never by default.",
};
const NO_BARREL = { selector: "ExportAllDeclaration", message: "No barrels: import from the file that declares it." };
const NO_QUADRATIC_RELATIONS = {
  selector: "Property[key.name='relationLoadStrategy']",
  message: "relationLoadStrategy is quadratic in rows: join, or load in a batch.",
};
const NO_GLOBAL_MIDDLEWARE = {
  selector: "Property[key.name='globalMiddlewares']",
  message: "A global type-graphql middleware wraps every scalar field and doubles the cost of a list.",
};
const EVERYWHERE = [
  NO_DEFAULT_EXPORT,
  NO_DEFAULT_EXPORT_ALIAS,
  NO_BARREL,
  NO_QUADRATIC_RELATIONS,
  NO_GLOBAL_MIDDLEWARE,
];

/** On SQLite one connection is shared: a transaction or a save outside the write queue mixes with somebody else's. */
const OUTSIDE_DB = [
  {
    selector: "CallExpression[callee.property.name=/^(transaction|startTransaction|createQueryRunner)$/]",
    message: "Use Database.write(): only src/infra/db opens transactions.",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(save|remove|softRemove)$/]" +
      ":not([callee.object.name='manager']):not([callee.object.callee.object.name='manager'])",
    message: "Save and remove with the manager that Database.write() hands in, under the name `manager`.",
  },
];

/** policy/ is a function of its arguments. */
const PURE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "policy/ has no clock: take `at`." },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "policy/ has no clock: take `at`.",
  },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "policy/ is deterministic." },
  { selector: "MemberExpression[object.name='process']", message: "policy/ reads no environment." },
  { selector: ":matches(AwaitExpression, FunctionDeclaration[async=true])", message: "policy/ is synchronous." },
];

const CASL_ONLY_IN_ABILITY = {
  regex: "^@casl/",
  message: "CASL is known to src/policy/judgement/ability.ts only.",
};
const DATA_SOURCE_ONLY_IN_DB = {
  name: "typeorm",
  importNames: ["DataSource", "getRepository", "getConnection", "getManager"],
  message: "Only src/infra/db holds the DataSource; take a Database.",
};

export default defineConfig(
  globalIgnores([
    "dist/",
    "data/",
    "coverage/",
    "reports/",
    ".stryker-tmp/",
    "test/generated/",
    "src/console/generated/",
    "docs/",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { ...eslint.configs.recommended, ignores: ["**/*.graphql"] },
  {
    // What Relay asks of a schema: connections, edges, their arguments.
    files: ["schema/schema.graphql"],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema/schema.graphql" } },
    },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: true }],
      "@graphql-eslint/relay-connection-types": "error",
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      "@graphql-eslint/relay-page-info": "error",
      "@graphql-eslint/require-deprecation-reason": "error",
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Its auto-fix erases the classes that decorator metadata needs at run time.
      "@typescript-eslint/consistent-type-imports": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.ts", "bench/**/*.ts", "ormconfig.ts"],
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 40 }],
      "no-restricted-syntax": ["error", ...EVERYWHERE],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": ["error", ...EVERYWHERE, ...OUTSIDE_DB],
      "no-restricted-imports": ["error", { paths: [DATA_SOURCE_ONLY_IN_DB], patterns: [CASL_ONLY_IN_ABILITY] }],
    },
  },
  {
    files: ["src/policy/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...EVERYWHERE, ...OUTSIDE_DB, ...PURE] },
  },
  {
    files: ["src/policy/judgement/ability.ts"],
    rules: { "no-restricted-imports": ["error", { paths: [DATA_SOURCE_ONLY_IN_DB] }] },
  },
  {
    files: ["src/infra/db/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...EVERYWHERE],
      "no-restricted-imports": ["error", { patterns: [CASL_ONLY_IN_ABILITY] }],
    },
  },
  {
    // The browser's one file that knows CASL.
    files: ["src/console/app/rules.tsx"],
    rules: { "no-restricted-imports": "off" },
  },
  { files: ["src/cli/**/*.ts", "src/dev/**/*.ts", "bench/**/*.ts"], rules: { "no-console": "off" } },
  {
    // A table of columns is one long function, and is read as one.
    files: ["src/infra/db/migrations/*.ts"],
    rules: { "max-lines": "off", "max-lines-per-function": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // One describe() is a chapter, not a function.
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: {
      sourceType: "commonjs",
      globals: Object.fromEntries(
        [
          "__dirname",
          "__filename",
          "Buffer",
          "clearInterval",
          "clearTimeout",
          "console",
          "process",
          "setInterval",
          "setTimeout",
        ].map((name) => [name, "readonly"]),
      ),
    },
    rules: { "max-lines": ["error", { max: 250 }], "max-lines-per-function": ["error", { max: 40 }], eqeqeq: "error" },
  },
  prettier,
);
