const FIRST_MS = 5_000;
const MAX_WAIT_MS = 60 * 60_000;
/** About half a day of trying, after which a person has to look. */
export const MAX_FAILURES = 14;

/** Full jitter: anything up to the doubled wait, so that many who failed together do not come back together. */
export function backOffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(MAX_WAIT_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
