import pino, { type DestinationStream, type Logger } from "pino";
import type { Config } from "../../config/config";
import { boundedLine, loggedError } from "./log-bounds";

/** Fields that never reach a log line, wherever they stand. Headers and bodies are not logged in the first place. */
const SECRET = ["authorization", "cookie", "token", "key", "password", "secret"];
const REDACTED = [...SECRET, ...SECRET.map((name) => `*.${name}`), ...SECRET.map((name) => `*.*.${name}`)];

/** A structured logger: JSON lines, or for people's eyes one readable line each; none of them is long, whatever happened. */
export function createLogger(config: Config["log"], destination: DestinationStream = process.stdout): Logger {
  return pino(
    {
      level: config.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => loggedError(error) },
      redact: { paths: REDACTED, censor: "[redacted]" },
    },
    {
      write: (line: string) =>
        destination.write(config.format === "json" ? boundedLine(line) : readable(boundedLine(line))),
    },
  );
}

function readable(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${plain(value)}`);
  const stack = (err as { stack?: string } | undefined)?.stack;
  const clock = String(time).slice(11, 23);
  return `${[clock, String(level).padEnd(5), plain(msg), ...fields].join(" ")}\n${stack ? `${stack}\n` : ""}`;
}

/** Control characters stay escaped, so that nobody can forge a line. */
function plain(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value) ?? "";
  return JSON.stringify(value).slice(1, -1).replace(/\\"/g, '"');
}
