import { statfs } from "node:fs/promises";
import path from "node:path";

/** What a busy hour of writing may take, with its write-ahead log. */
export const MIN_FREE_BYTES = 64 * 1024 * 1024;

/** Throws where the disk of that file has less room than is needed to go on writing. */
export async function requireRoomFor(
  file: string,
  free: (folder: string) => Promise<number> = freeBytes,
): Promise<void> {
  const left = await free(path.dirname(file));
  if (left < MIN_FREE_BYTES)
    throw new Error(`The disk of the database has ${left} bytes left, and needs ${MIN_FREE_BYTES}`);
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
