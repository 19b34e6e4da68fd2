import type { Bilingual, Locale } from "../../../kernel/locale";

/** The two calls of the set-up guide. */
export const CALL_KINDS = ["kick_off", "go_live"] as const;
export type CallKind = (typeof CALL_KINDS)[number];

interface Length {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** Lengths in minutes: about 60 for the kick-off, 60 to 90 for going live (set-up guide). */
export const CALL_MINUTES: Readonly<Record<CallKind, Length>> = {
  kick_off: { least: 45, usual: 60, most: 75 },
  go_live: { least: 60, usual: 90, most: 90 },
};

export const CALL_NAMES: Readonly<Record<Locale, Readonly<Record<CallKind, string>>>> = {
  en: { kick_off: "kick-off call", go_live: "go-live call" },
  fr: { kick_off: "appel de lancement", go_live: "appel de mise en service" },
};

export function callName(kind: CallKind): Bilingual {
  return { en: CALL_NAMES.en[kind], fr: CALL_NAMES.fr[kind] };
}

/** How long before its time a call may be started, in minutes. */
export const EARLY_START_MINUTES = 15;
