import { LEVELS, PROJECT_TOOLS, type Level, type ProjectTool } from "../../policy/model/vocabulary";
import type { Levels } from "../port/directory-reading";

/** What the platform calls the tools whose levels count here, in lower case. */
const TOOL = "erp integrations";
const DIRECTORY = "directory";
const PROJECT_TOOL_NAMES: Readonly<Record<string, ProjectTool>> = {
  commitments: "commitments",
  "change orders": "change_orders",
  "prime contracts": "prime_contracts",
  admin: "project_admin",
};

export type ProjectLevels = ReadonlyMap<ProjectTool, Level>;

/** Levels of the company's tools. What is not said is none. */
export function companyLevels(levels: Levels): { readonly toolLevel: Level; readonly directoryLevel: Level } {
  return { toolLevel: levels[TOOL] ?? "none", directoryLevel: levels[DIRECTORY] ?? "none" };
}

/** Levels of a project's tools that count here, without those that are none. */
export function projectLevels(levels: Levels): ProjectLevels {
  const held = new Map<ProjectTool, Level>();
  for (const [name, tool] of Object.entries(PROJECT_TOOL_NAMES)) {
    const level = levels[name] ?? "none";
    if (level !== "none") held.set(tool, level);
  }
  return held;
}

/** Below 0: the first is less than the second. */
export function compareLevels(one: Level, other: Level): number {
  return LEVELS.indexOf(one) - LEVELS.indexOf(other);
}

/** Tools whose levels differ, in the order of the policy's list. */
export function differingTools(one: ProjectLevels, other: ProjectLevels): ProjectTool[] {
  return PROJECT_TOOLS.filter((tool) => (one.get(tool) ?? "none") !== (other.get(tool) ?? "none"));
}
