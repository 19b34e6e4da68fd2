import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import path from "node:path";
import type { Config } from "../../../config/config";
import { isOpenToOthers } from "../../../kernel/private-files";
import { fail, ok, said, warn, type Finding } from "./finding";

const FULL_BYTES = 100 * 2 ** 20;
const LOW_BYTES = 2 ** 30;

/** The folder of the data, and the room on its disk. */
export function lookAtDisk({ dataDir, database }: Pick<Config, "dataDir" | "database">): Finding[] {
  const what = database.kind === "sqlite" ? "the database, letters and keys" : "letters and keys";
  const there = existsSync(dataDir);
  const folder = there ? dataDir : nearestOf(dataDir);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const advice = `Give the server's user the folder (chown), or set DATA_DIR to one of theirs: ${what} are kept there.`;
    return [fail("disk", `${folder} cannot be written to: ${said(error)}`, advice)];
  }
  const found = [there ? ok("disk", `${dataDir} holds ${what}`) : ok("disk", `${dataDir} is made at the first start`)];
  if (there && isOpenToOthers(dataDir))
    found.push(warn("disk", `${dataDir} can be looked into by others than its owner`, `Run: chmod 700 ${dataDir}`));
  return [...found, roomIn(folder)];
}

function roomIn(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const text = `${Math.floor(free / 2 ** 20)} MiB are free`;
  if (free < FULL_BYTES) return fail("disk", text, "Free some space: what cannot be written is refused.");
  return free < LOW_BYTES ? warn("disk", text, "Free some space before there is none.") : ok("disk", text);
}

function nearestOf(folder: string): string {
  return existsSync(folder) ? folder : nearestOf(path.dirname(folder));
}
