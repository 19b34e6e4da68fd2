/** `none`: there is no such call, or the last one was cancelled. */
export const CALL_STATES = ["none", "arranging", "scheduled", "running", "closed", "cancelled"] as const;
export type CallState = (typeof CALL_STATES)[number];
export type StoredCallState = Exclude<CallState, "none">;

export const CALL_MOVES = [
  "propose",
  "suggest",
  "answer",
  "withdraw",
  "confirm",
  "reschedule",
  "cancel",
  "start",
  "tick",
  "note",
  "add_follow_up",
  "close",
] as const;
export type CallMove = (typeof CALL_MOVES)[number];
