import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const ASSETS = path.join(ROOT, "dist/console/assets");
const MAX_BYTES = 220_000;
/** What is loaded until an approver sees their queue, in one language. */
const FIRST_SCREEN = /^(?!fr-|.*-screen-|record-address-)|^tool-screen-/;

test("the first screen needs at most 220 kB of compressed scripts and styles", () => {
  const built = spawnSync(process.execPath, [path.join(ROOT, "src/cli/console.cjs")], { encoding: "utf8" });
  expect(built.stderr).toMatch(/^(The console is built .*\n)?$/);
  const loaded = readdirSync(ASSETS).filter((name) => /\.(js|css)\.gz$/.test(name) && FIRST_SCREEN.test(name));
  const bytes = loaded.reduce((sum, name) => sum + statSync(path.join(ASSETS, name)).size, 0);
  process.stdout.write(`First screen: ${Math.round(bytes / 1000)} kB compressed, ${loaded.length} files.\n`);
  expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
  expect(bytes).toBeGreaterThan(100_000);
}, 120_000);
