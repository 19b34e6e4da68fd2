/** How often a law is tried. `LAW_RUNS=50 npx jest test/policy` tries all of them fifty times as often. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Math.ceil(usual * Number(process.env["LAW_RUNS"] ?? 1)) };
}
