import { spawn } from "node:child_process";
import { OperatorRefusal, type Refusal } from "../../../kernel/errors";

const MAX_SAID = 4_000;

/**
 * Runs a client tool of PostgreSQL against the database, and answers what it prints. The password goes by the environment:
 * arguments can be read by everybody on the machine. Throws Refusal CONFIGURATION that says what to do.
 */
export function runPostgresTool(tool: string, args: readonly string[], url: string | null): Promise<string> {
  const child = spawn(tool, args, {
    env: { ...process.env, LC_ALL: "C", ...(url === null ? {} : connectionOf(url)) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: Buffer[] = [];
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    if (said.length < MAX_SAID) said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? missing(tool) : error);
    });
    child.once("close", (code) => {
      if (code === 0) resolve(Buffer.concat(printed).toString());
      else reject(failed(tool, said.trim().slice(0, MAX_SAID)));
    });
  });
}

/** As libpq reads it. */
function connectionOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const given: Record<string, string | null> = {
    PGHOST: searchParams.get("host") ?? hostname.replace(/^\[|\]$/g, ""),
    PGPORT: port || searchParams.get("port"),
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get("sslmode"),
    PGSSLROOTCERT: searchParams.get("sslrootcert"),
    PGOPTIONS: searchParams.get("options"),
  };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const CLIENT_TOOLS =
  "install PostgreSQL's client tools, of the server's version or a newer one (Debian: postgresql-client; macOS: libpq), " +
  "and have them in PATH";

function missing(tool: string): Refusal {
  return new OperatorRefusal("CONFIGURATION", `${tool} was not found: ${CLIENT_TOOLS}.`);
}

function failed(tool: string, said: string): Refusal {
  const old = /version mismatch|unsupported version/.test(said) ? `\nThe tool is too old: ${CLIENT_TOOLS}.` : "";
  return new OperatorRefusal("CONFIGURATION", `${tool} failed: ${said}${old}`);
}
