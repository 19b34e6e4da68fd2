"use strict";

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/.stryker-tmp/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.stryker-tmp/"],
  watchPathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/data/", "<rootDir>/reports/"],
  transform: {
    "^.+\\.ts$": "@swc/jest",
    // The only ES module among what tests load (by light-my-request, behind Fastify's inject); jest cannot require one.
    "/node_modules/cookie/.+\\.js$": ["@swc/jest", { swcrc: false, module: { type: "commonjs" } }],
  },
  transformIgnorePatterns: ["/node_modules/(?!cookie/)"],
  setupFiles: ["reflect-metadata"],
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  maxWorkers: "100%",
  testTimeout: 20_000,
};
