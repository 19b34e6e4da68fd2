import { createReadStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { readAnchor, type Anchor } from "./anchor";
import type { AnchorPlace } from "./anchor-places";

/** A file with a line for each anchor, only ever added to: on another disk, or one that is written once. */
export class FilePlace implements AnchorPlace {
  readonly name = "file";

  constructor(private readonly file: string) {}

  async put(anchor: Anchor): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true });
    const handle = await open(this.file, "a", 0o600);
    try {
      await handle.write(`${JSON.stringify(anchor)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async *read(): AsyncGenerator<Anchor | null> {
    const input = createReadStream(this.file, "utf8");
    const opened = new Promise<boolean>((resolve, reject) => {
      input.once("ready", () => resolve(true));
      input.once("error", (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? resolve(false) : reject(error)));
    });
    if (!(await opened)) return;
    for await (const line of createInterface({ input, crlfDelay: Infinity })) if (line !== "") yield readAnchor(line);
  }
}
