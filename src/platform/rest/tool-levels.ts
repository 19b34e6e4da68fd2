import { TOOL_LEVELS, type ToolLevel } from "../port/set-up";

/** The platform writes levels as words or as numbers, ascending. */
export function levelOf(value: unknown): ToolLevel {
  if (typeof value === "number") return TOOL_LEVELS[value] ?? "none";
  if (typeof value === "object" && value !== null && "name" in value) return levelOf(value.name);
  if (typeof value !== "string") return "none";
  const word = value
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return TOOL_LEVELS.find((level) => level === word) ?? "none";
}

/** Levels by the tool's name in lower case. */
export function levelsOf(permissions: Readonly<Record<string, unknown>> | null | undefined): Record<string, ToolLevel> {
  const pairs = Object.entries(permissions ?? {}).map(([tool, level]) => [tool.toLowerCase(), levelOf(level)] as const);
  return Object.fromEntries(pairs);
}
