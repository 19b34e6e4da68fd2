import { chmodSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import path from "node:path";

const OWNER_DIRECTORY = 0o700;
const OWNER_FILE = 0o600;
const OTHERS = 0o077;

/** Makes the folder, and those above it that are missing, for the owner alone. One that is there stays as it is. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_DIRECTORY });
}

/**
 * Makes the file, empty, where it is missing, and takes all rights to it from everybody but its owner. Whoever opens it
 * then writes into it; what SQLite puts beside it has the same rights.
 */
export function makePrivateFile(file: string): void {
  makePrivateFolder(path.dirname(path.resolve(file)));
  closeSync(openSync(file, "a", OWNER_FILE));
  if ((statSync(file).mode & OTHERS) !== 0) chmodSync(file, OWNER_FILE);
}

/** Whether somebody but its owner may look into the folder. Windows knows no such rights. */
export function isOpenToOthers(folder: string): boolean {
  return process.platform !== "win32" && (statSync(folder).mode & OTHERS) !== 0;
}
