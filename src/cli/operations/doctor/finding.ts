/** How something stands: as it should, hardly meant, or so that the server does not work. */
export type Standing = "ok" | "warn" | "fail";

/** What was found of one thing. */
export interface Finding {
  readonly standing: Standing;
  readonly about: string;
  readonly text: string;
  /** What to do; null where nothing is to be done. */
  readonly advice: string | null;
}

export interface Surroundings {
  readonly now: () => Date;
  readonly fetch: typeof fetch;
}

export function ok(about: string, text: string): Finding {
  return { standing: "ok", about, text, advice: null };
}

export function warn(about: string, text: string, advice: string): Finding {
  return { standing: "warn", about, text, advice };
}

export function fail(about: string, text: string, advice: string): Finding {
  return { standing: "fail", about, text, advice };
}

/** What went wrong, in the words of whoever threw, and of what lay beneath. */
export function said(error: unknown): string {
  const { message, cause, code } = error as { message?: string; cause?: unknown; code?: unknown };
  const own = message !== undefined && message !== "" ? message : typeof code === "string" ? code : String(error);
  return cause === undefined || cause === null ? own : `${own} (${said(cause)})`;
}

/** Time for one neighbour to answer. */
export const ANSWER_MS = 8_000;
