import type { Rate } from "./decisions";
import { median } from "./machine";
import type { Footprint } from "./memory";
import type { Starts } from "./start";

export const GOALS = { perSecond: 2_000_000, bytes: 10e6, startMilliseconds: 2_000 };

export const whole = (value: number): string => Math.round(value).toLocaleString("en-GB");
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const kept = (goal: string, met: boolean): string => `${met ? "met" : "MISSED"}: ${goal}`;

/** As Markdown takes it: the first row is the head, numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const rule = head.map((_, column) => (column === 0 ? "---" : "--:"));
  return [head, rule, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Rates beside that of `base`, by name. */
export function ratesTable(rates: readonly Rate[], base: Rate): string {
  const rows = rates.map(({ name, perSecond, perCpuSecond, slowest, fastest }) => [
    name,
    whole(perSecond),
    whole(perCpuSecond),
    `${whole(slowest)} to ${whole(fastest)}`,
    `${(perSecond / base.perSecond).toFixed(2)} x`,
  ]);
  return table([["", "decisions/s", "a CPU second", "slowest to fastest round", `to ${base.name}`], ...rows]);
}

export function memoryTable(footprints: readonly (readonly [string, Footprint])[]): string {
  const rows = footprints.map(([name, { kept: bytes, members, rss, buildMilliseconds }]) => [
    name,
    whole(members),
    megabytes(bytes),
    `${whole(bytes / members)} B`,
    `${(buildMilliseconds / 1_000).toFixed(1)} s`,
    megabytes(rss),
  ]);
  return table([["", "members", "kept", "a member", "built in", "RSS of the process"], ...rows]);
}

export function startsText(measured: Starts): string {
  if ("unavailable" in measured) return `  not available: ${measured.unavailable}`;
  const { starts } = measured;
  const times = starts.map(({ milliseconds }) => milliseconds);
  const cpu = starts.flatMap(({ cpuMilliseconds }) => (cpuMilliseconds === null ? [] : [cpuMilliseconds]));
  const sizes = starts.flatMap(({ rssBytes }) => (rssBytes === null ? [] : [rssBytes]));
  const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(2)} s`;
  return [
    `  first answer after ${seconds(median(times))} (median of ${times.map(seconds).join(", ")})`,
    `  processor time until then, npm included: ${cpu.length > 0 ? seconds(median(cpu)) : "not told by this system"}`,
    `  RSS of the server then: ${sizes.length > 0 ? megabytes(median(sizes)) : "not told by this system"}`,
    `  ${kept("first answer within 2 s", median(times) <= GOALS.startMilliseconds)}`,
  ].join("\n");
}

/** The goals, and whether this run meets them. */
export function speedVerdicts(ours: Rate, casl: Rate): string {
  return lines([
    kept("at least four times plain CASL", ours.perSecond >= 4 * casl.perSecond),
    kept("2,000,000 decisions a second", ours.perSecond >= GOALS.perSecond),
  ]);
}

export function memoryVerdicts(tables: Footprint, abilities: Footprint): string {
  return lines([
    kept("in less memory than plain CASL", tables.kept < abilities.kept),
    kept("20,000 members in at most 10 MB", tables.kept <= GOALS.bytes),
  ]);
}

const lines = (all: readonly string[]): string => all.map((line) => `  ${line}`).join("\n");
