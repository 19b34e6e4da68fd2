import { Refusal } from "../kernel/errors";

/** Ends the process with an error that its user can act on; a stack only for what nobody foresaw. */
export function exitWith(error: unknown): never {
  const known = error instanceof Refusal;
  const unforeseen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${known ? error.message : unforeseen}\n`);
  process.exit(1);
}
