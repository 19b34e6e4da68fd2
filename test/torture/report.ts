import type { BridgeReport } from "./bridge/bridge";
import type { Report } from "./torture";

const MAX_SHOWN = 30;

/** What a run says at its end. */
export function reportLines({ violations, states, blows, plan, seconds, ...counts }: Report): string[] {
  return [
    `  plan      ${plan}, ${seconds} s`,
    `  blows     ${listed(blows)}`,
    `  records   ${listed(states)}`,
    `  tries     ${counts.writes} writes, ${counts.lookUps} look-ups; ${counts.withheld} withheld at the last look`,
    ...verdict(violations, "none lost, none twice, none sent without a right, every state explained"),
  ];
}

/** What a run over the whole bridge says at its end. */
export function bridgeLines({ violations, states, blows, objects, exports, bridge, seconds, ...counts }: BridgeReport) {
  return [
    `  bridge    ${objects} objects, ${exports} exports, ${bridge.requests} requests, ${seconds} s`,
    `  blows     ${listed(blows)}`,
    `  records   ${listed(states)}`,
    `  events    ${listed(bridge.events)}`,
    `  platform  ${bridge.calls} calls, ${bridge.beyondLimits} of them beyond its limits`,
    `  tries     ${counts.writes} writes, ${counts.lookUps} look-ups; ${counts.withheld} withheld at the last look`,
    ...verdict(violations, "all green and in the ledger once, none without a right, every request closed"),
  ];
}

function listed(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, number]) => `${name} ${number}`)
    .join(", ");
}

function verdict(violations: readonly string[], well: string): string[] {
  if (violations.length === 0) return [`  verdict   ${well}`];
  return [`  verdict   ${violations.length} VIOLATIONS`, ...violations.slice(0, MAX_SHOWN).map((one) => `    ${one}`)];
}
