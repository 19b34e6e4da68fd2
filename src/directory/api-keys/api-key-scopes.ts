/** Ask for decisions about others. */
export const READ_DECISIONS = "decisions:read";

export const API_KEY_SCOPES: readonly string[] = [READ_DECISIONS];
