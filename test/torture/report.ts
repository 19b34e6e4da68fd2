import type { Report } from "./torture";

const MOST_SHOWN = 30;

/** What a run says at its end. */
export function reportLines({ violations, states, blows, plan, seconds, ...counts }: Report): string[] {
  const listed = (numbers: Readonly<Record<string, number>>) =>
    Object.entries(numbers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, number]) => `${name} ${number}`)
      .join(", ");
  return [
    `  plan      ${plan}, ${seconds} s`,
    `  blows     ${listed(blows)}`,
    `  records   ${listed(states)}`,
    `  tries     ${counts.writes} writes, ${counts.lookUps} look-ups; ${counts.withheld} withheld at the last look`,
    ...(violations.length === 0
      ? ["  verdict   none lost, none twice, none sent without a right, every state explained"]
      : [`  verdict   ${violations.length} VIOLATIONS`, ...violations.slice(0, MOST_SHOWN).map((one) => `    ${one}`)]),
  ];
}
