import { accessSync, constants } from "node:fs";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of an installed Chromium: CHROMIUM_PATH, else where systems put it; null where there is none. */
export function findChromium(): string | null {
  for (const path of [process.env.CHROMIUM_PATH, ...USUAL]) {
    if (!path) continue;
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not there: the next one.
    }
  }
  return null;
}

/** `describe` for tests that need Chromium: without one they are skipped, and one plain line says so. */
export function describeInChromium(name: string, tests: (executable: string) => void): void {
  const executable = findChromium();
  if (executable) {
    describe(name, () => tests(executable));
    return;
  }
  process.stderr.write(`No Chromium found (set CHROMIUM_PATH): not tested in a browser: ${name}\n`);
  describe.skip(name, () => tests(""));
}
