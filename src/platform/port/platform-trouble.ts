/** Why a call to the platform came to nothing. */
export const TROUBLE_KINDS = [
  /** 400, 404, 406, 409, 422: refused with reasons; again would not help. */
  "refused",
  /** The credentials or the token are not accepted. */
  "unauthorised",
  /** 403: an administrator took the app away from the company. */
  "app_not_connected",
  /** 403: the service account lacks a right. */
  "forbidden",
  /** 429, or our own account of the windows: the call was not done. */
  "rate_limited",
  /** 500, 502, 503: the platform is not well; what was written may have been done. */
  "unavailable",
  /** The connection was never made. */
  "not_reached",
  /** A time-out or a cut connection: it may have been done. */
  "unknown",
] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

export interface TroubleDetails {
  readonly status?: number;
  /** How long the platform asks to be left alone; null: it does not say. */
  readonly retryAfterMs?: number | null;
  /** The platform's own words, one reason each. */
  readonly texts?: readonly string[];
}

/** An answer of the platform that is not a success, or no answer. Its message holds no secret. */
export class PlatformTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    message: string,
    readonly details: TroubleDetails = {},
  ) {
    super(message);
    this.name = "PlatformTrouble";
  }
}

/** Whether the same call may succeed later, without anybody doing anything. */
export function isPassing({ kind }: PlatformTrouble): boolean {
  return kind === "rate_limited" || kind === "unavailable" || kind === "not_reached" || kind === "unknown";
}
