/** Where the workers of one run of jest keep what they share; global-setup.ts makes it, global-teardown.ts removes it. */
export function runFolder(): string {
  const folder = process.env["TEST_RUN_FOLDER"];
  if (!folder) throw new Error("TEST_RUN_FOLDER is not set: test/support/global-setup.ts sets it.");
  return folder;
}
