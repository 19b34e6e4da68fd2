"use strict";

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/support/environment.cjs",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/.stryker-tmp/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.stryker-tmp/"],
  watchPathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/data/", "<rootDir>/reports/"],
  transform: {
    "^.+\\.ts$": "@swc/jest",
    // The ES modules among what tests load (cookie by light-my-request, behind Fastify's inject); jest cannot require one.
    "/node_modules/(cookie|openid-client|oauth4webapi)/.+\\.js$": [
      "@swc/jest",
      { swcrc: false, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?<!/openid-client/node_modules/)(?!(cookie|openid-client|oauth4webapi)/)"],
  setupFiles: ["reflect-metadata"],
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  maxWorkers: "100%",
  // A hang is found all the same; a law over random companies takes a minute on a busy machine of two cores.
  testTimeout: 240_000,
};
