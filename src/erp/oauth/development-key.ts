import { chmod, link, readFile, unlink, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { newId } from "../../kernel/ids";
import { makePrivateFolder } from "../../kernel/private-files";
import type { SealingKey } from "./sealing";

const FILE = "development-token-key";

/** The key of a data directory, for development: made at the first use, readable by the owner only. */
export async function developmentKey(dataDir: string): Promise<SealingKey> {
  const file = path.join(dataDir, FILE);
  const kept = await read(file);
  if (kept) return kept;
  makePrivateFolder(dataDir);
  const draft = `${file}.${newId()}`;
  await writeFile(draft, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  try {
    // A link appears whole, or not at all where another process was first: then its key counts.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await unlink(draft);
  }
  const made = await read(file);
  if (!made) throw new Error(`${file} cannot be read`);
  return made;
}

async function read(file: string): Promise<SealingKey | null> {
  try {
    const secret = Buffer.from(await readFile(file, "utf8"), "base64");
    await chmod(file, 0o600);
    return { id: "development", secret };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
