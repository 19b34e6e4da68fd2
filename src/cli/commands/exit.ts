import { types } from "node:util";
import { Refusal } from "../../kernel/errors";

/** What the system itself refused, and what a person can do about it. */
const SYSTEM: Readonly<Record<string, string>> = {
  EADDRINUSE: "Another program listens there already: stop it, or set PORT to a free port.",
  EADDRNOTAVAIL: "This machine has no such address: set HOST to one of its own, for instance 127.0.0.1.",
  EACCES: "This user is not allowed to: choose another PORT (above 1023), or a folder that can be written to.",
  ECONNREFUSED: "Nothing answers there: is the server (PostgreSQL, for DATABASE_URL) running?",
  ENOSPC: "The disk is full: free some space and start again; nothing was lost.",
};

/** Ends the process with an error that its user can act on; a stack only for what nobody foresaw. */
export function exitWith(error: unknown): never {
  process.stderr.write(`${complaintOf(error)}\n`);
  process.exit(1);
}

/** What to tell the user about it. */
export function complaintOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (!types.isNativeError(error)) return String(error);
  const advice = SYSTEM[(error as NodeJS.ErrnoException).code ?? ""];
  return advice ? `${error.message}\n${advice}` : (error.stack ?? error.message);
}
