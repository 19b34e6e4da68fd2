import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { OperatorRefusal } from "../../../kernel/errors";
import { makePrivateFile } from "../../../kernel/private-files";

/** What a backup is, once it is whole. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Has a backup written beside its place, readable by its owner alone, and puts it there once it is whole and on the disk.
 * Throws Refusal CONFIGURATION where something is there already.
 */
export async function writtenWhole(file: string, write: (part: string) => Promise<void>): Promise<Backup> {
  if (existsSync(file)) throw new OperatorRefusal("CONFIGURATION", `${file} is there already: name another file.`);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  makePrivateFile(part);
  try {
    await write(part);
    onDisk(part);
    renameSync(part, file);
    onDisk(path.dirname(path.resolve(file)));
  } finally {
    rmSync(part, { force: true });
  }
  return { file, bytes: statSync(file).size };
}

/** A file, or a folder's list of files. */
export function onDisk(file: string): void {
  const opened = openSync(file, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Throws Refusal CONFIGURATION where there is no such file. */
export function requireFile(file: string): void {
  if (!existsSync(file)) throw new OperatorRefusal("CONFIGURATION", `There is no file ${file}.`);
}
