/**
 * How often a law is tried, and with which seed. The seed is fixed, so that a commit is judged alike everywhere and each time;
 * `LAW_SEED=random` looks elsewhere (the seed is printed with a counterexample), and `LAW_RUNS=50` tries all of them fifty
 * times as often: `LAW_SEED=random LAW_RUNS=50 npx jest test/policy`.
 */
export function runs(usual: number): { numRuns: number; seed?: number } {
  const numRuns = Math.ceil(usual * Number(process.env["LAW_RUNS"] ?? 1));
  const seed = process.env["LAW_SEED"] ?? "20261124";
  return seed === "random" ? { numRuns } : { numRuns, seed: Number(seed) };
}
