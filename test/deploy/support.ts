import { readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.join(__dirname, "../..");

export const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** The variables that .env.example tells of. */
export const KNOWN: ReadonlySet<string> = new Set(
  [...read(".env.example").matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name!),
);

export const unknown = (names: readonly string[]): string[] => names.filter((name) => !KNOWN.has(name));

/** A unit of systemd: its directives by section; several of a name are a list. */
export function unitOf(file: string): Record<string, Record<string, string[]>> {
  const sections: Record<string, Record<string, string[]>> = {};
  let section: Record<string, string[]> = {};
  for (const line of read(file).split("\n")) {
    const [, named] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (named !== undefined) section = sections[named] ??= {};
    else if (key !== undefined) (section[key] ??= []).push(value ?? "");
    else if (line !== "" && !line.startsWith("#")) throw new Error(`${file}: ${line}`);
  }
  return sections;
}
