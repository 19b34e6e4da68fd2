import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Beside src and dist alike: dist/console. */
export const BUILT_CONSOLE = path.join(__dirname, "../../../dist/console");

export interface ConsoleFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** What the build of the console left, read once for as long as no newer build takes its place. */
export class ConsoleFiles {
  private stamp: string | null = null;
  private files: ReadonlyMap<string, ConsoleFile> = new Map();

  constructor(private readonly folder = BUILT_CONSOLE) {}

  /** The page that all begins with; null: not built, or not yet. */
  async page(): Promise<ConsoleFile | null> {
    await this.refresh();
    return this.files.get("index.html") ?? null;
  }

  /** A file by its name below /console/; only what was found in the folder has a name. */
  async file(name: string): Promise<ConsoleFile | null> {
    if (!this.files.has(name)) await this.refresh();
    return this.files.get(name) ?? null;
  }

  private async refresh(): Promise<void> {
    const stamp = await readFile(path.join(this.folder, ".built-from"), "utf8").catch(() => null);
    if (stamp === null || stamp === this.stamp) return;
    const before = this.files;
    const found = await readAll(this.folder).catch(() => null);
    if (!found) return;
    // Whoever opened the page before the newer build still asks for the files of the older one.
    this.files = new Map([...before, ...found]);
    this.stamp = stamp;
  }
}

async function readAll(folder: string): Promise<ReadonlyMap<string, ConsoleFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
  const known = names.filter((name) => path.extname(name) in TYPES);
  return new Map(await Promise.all(known.map(async (name) => [name, await readOne(folder, name)] as const)));
}

async function readOne(folder: string, name: string): Promise<ConsoleFile> {
  const file = path.join(folder, name);
  const [body, gzip, brotli] = await Promise.all([readFile(file), optional(`${file}.gz`), optional(`${file}.br`)]);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { type: TYPES[path.extname(name)] ?? "application/octet-stream", body, etag, gzip, brotli };
}

function optional(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null);
}
