import { junit } from "./junit";
import type { CaseOutcome } from "./outcome";

export const REPORTERS = ["list", "tap", "junit"] as const;
export type Reporter = (typeof REPORTERS)[number];

/** The report as a text with a line end. */
export function reportOf(outcomes: readonly CaseOutcome[], reporter: Reporter): string {
  if (reporter === "junit") return `${junit(outcomes).join("\n")}\n`;
  const lines = reporter === "tap" ? tap(outcomes) : list(outcomes);
  return `${[...lines, counts(outcomes, reporter === "tap" ? "# " : "")].join("\n")}\n`;
}

function list(outcomes: readonly CaseOutcome[]): string[] {
  const lines = outcomes.flatMap(({ tested, wrong, message, facts }) => {
    const name = facts === null ? tested.name : `${tested.name} [${facts} facts]`;
    if (wrong.length === 0) return [`  ok    ${name}`];
    const details = [...wrong, ...(message === null ? [] : [message])];
    return [`  FAIL  ${name}`, `        ${tested.place}`, ...details.map((detail) => `        ${detail}`)];
  });
  return [...lines, ""];
}

/** The Test Anything Protocol, version 14. */
function tap(outcomes: readonly CaseOutcome[]): string[] {
  const lines = outcomes.flatMap(({ tested, wrong, message, facts }, index) => {
    const name = tested.name.replace(/[#\\]/g, "\\$&");
    const whose = facts === null ? [] : [`facts: ${facts}`];
    if (wrong.length === 0)
      return [`ok ${index + 1} - ${name}`, ...whose.flatMap((line) => ["  ---", `  ${line}`, "  ..."])];
    const details = [
      `at: ${JSON.stringify(tested.place)}`,
      `wrong: ${JSON.stringify(wrong)}`,
      ...(message === null ? [] : [`message: ${JSON.stringify(message)}`]),
      ...whose,
    ];
    return [`not ok ${index + 1} - ${name}`, "  ---", ...details.map((detail) => `  ${detail}`), "  ..."];
  });
  return ["TAP version 14", `1..${outcomes.length}`, ...lines];
}

function counts(outcomes: readonly CaseOutcome[], mark: string): string {
  const failed = outcomes.filter(({ wrong }) => wrong.length > 0).length;
  return `${mark}${outcomes.length} cases: ${outcomes.length - failed} passed, ${failed} failed`;
}
