import { DIRECTORY_RESOURCES, REQUEST_RESOURCE } from "../port/event-resources";
import type { ConstructionPlatform } from "../port/construction-platform";
import { isPassing, PlatformTrouble } from "../port/platform-trouble";
import type { ToolLevel } from "../port/set-up";
import type { PlatformTarget } from "../port/target";
import { problemOf } from "./platform-loss";
import type { ProblemCode } from "./problems";

/** The name under which our hooks are kept apart from other integrations'. */
export const NAMESPACE = "ledgergate";

/** Least levels of the service account on the company's tools. */
const NEEDED: readonly (readonly [tool: string, level: ToolLevel, problem: ProblemCode])[] = [
  ["admin", "admin", "ADMIN_LEVEL_MISSING"],
  ["directory", "admin", "DIRECTORY_LEVEL_MISSING"],
  ["erp integrations", "admin", "ERP_TOOL_LEVEL_MISSING"],
  ["webhooks api", "standard", "WEBHOOKS_LEVEL_MISSING"],
];

/** Events that are wanted: requests of the ERP tool, and all that changes the directory. */
export const WANTED_TRIGGERS: readonly (readonly [resource: string, reason: string])[] = [
  [REQUEST_RESOURCE, "create"],
  ...DIRECTORY_RESOURCES.flatMap((resource) =>
    ["create", "update", "delete"].map((reason) => [resource, reason] as const),
  ),
];

/** What the service account lacks. Throws PlatformTrouble where it is not let in at all. */
export async function missingLevels(platform: ConstructionPlatform, at: PlatformTarget): Promise<ProblemCode[]> {
  const levels = await platform.toolLevels(at);
  return NEEDED.flatMap(([tool, needed, problem]) => (reaches(levels.get(tool), needed) ? [] : [problem]));
}

/** Everything that is missing on the platform's side, in one look. Throws nothing that the platform may do. */
export async function missingThere(
  platform: ConstructionPlatform,
  at: PlatformTarget,
  destinationUrl: string,
): Promise<ProblemCode[]> {
  try {
    const problems = await missingLevels(platform, at);
    if (!(await platform.erpConnection(at))) problems.push("ERP_CONNECTION_MISSING");
    const hooks = await platform.hooks(at, NAMESPACE);
    const hook = hooks.find((one) => one.destinationUrl === destinationUrl);
    if (!hook) return [...problems, "HOOK_MISSING"];
    const there = await platform.triggers(at, hook.id);
    const lacking = WANTED_TRIGGERS.some(
      ([resource, reason]) => !there.some((one) => one.resource === resource && one.reason === reason),
    );
    return lacking ? [...problems, "TRIGGER_MISSING"] : problems;
  } catch (error) {
    return [problemIn(error)];
  }
}

/** What a trouble means for the connection. Throws what is none. */
export function problemIn(error: unknown): ProblemCode {
  if (!(error instanceof PlatformTrouble)) throw error;
  return isPassing(error) ? "NOT_REACHED" : problemOf(error);
}

const ASCENDING: readonly ToolLevel[] = ["none", "read_only", "standard", "admin"];

function reaches(has: ToolLevel | undefined, needed: ToolLevel): boolean {
  return ASCENDING.indexOf(has ?? "none") >= ASCENDING.indexOf(needed);
}
