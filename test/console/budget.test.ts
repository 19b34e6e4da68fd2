import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const BUILT = path.join(ROOT, "dist/console");
const MAX_BYTES = 220_000;
/** What is loaded until an approver sees their queue, in one language; each brings what it imports. */
const FIRST_SCREEN = [
  "index.html",
  "frame/inside.tsx",
  "home/home-screen.tsx",
  "tool/tool-screen.tsx",
  "messages/en.json",
  "generated/words-en.json",
];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

function loadedBy(manifest: Readonly<Record<string, Chunk>>): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}.`);
    if (files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(visit);
  };
  FIRST_SCREEN.forEach(visit);
  return files;
}

test("the first screen needs at most 220 kB of compressed scripts and styles", () => {
  const built = spawnSync(process.execPath, [path.join(ROOT, "src/cli/console.cjs")], { encoding: "utf8" });
  expect(built.stderr).toMatch(/^(The console is built .*\n)?$/);
  const manifest = JSON.parse(readFileSync(path.join(BUILT, "manifest.json"), "utf8")) as Record<string, Chunk>;
  const loaded = [...loadedBy(manifest)];
  const bytes = loaded.reduce((sum, name) => sum + statSync(path.join(BUILT, `${name}.gz`)).size, 0);
  process.stdout.write(`First screen: ${Math.round(bytes / 1000)} kB compressed, ${loaded.length} files.\n`);
  expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
  expect(bytes).toBeGreaterThan(100_000);
}, 120_000);
