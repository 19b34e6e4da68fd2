/** Of an end that does not count itself: the last moment that does, so that a day counts whole. */
export function momentBefore(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString();
}
