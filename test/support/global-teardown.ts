/** Ends the PostgreSQL that global-setup.ts started. */
export = async function globalTeardown(): Promise<void> {
  await globalThis.postgresOfThisRun?.stop();
  globalThis.postgresOfThisRun = undefined;
};
