import type { ErrorCode } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";
import { LIVE_PHASES, type Phase } from "../../policy/model/vocabulary";
import { notNext, notReady } from "./phase-texts";

/** From where to where an implementation may go: onwards step by step, and out of and back into the live phases. */
const MOVES: Readonly<Record<Phase, readonly Phase[]>> = {
  preparation: ["implementation"],
  implementation: ["getting_started"],
  getting_started: ["in_use", "suspended"],
  in_use: ["suspended"],
  suspended: LIVE_PHASES,
};

/** What of a plan a step depends on. */
export interface PhaseSituation {
  readonly phase: Phase;
  /** Whether the company was live before. */
  readonly wasLive: boolean;
  /** Until when the specialist's help runs, ISO-8601; null: it does not, or no longer. */
  readonly helpUntil: string | null;
  /** In words, what stands between the company and going live for the first time. */
  readonly unmet: readonly Bilingual[];
}

export interface PhaseRefusal {
  readonly code: ErrorCode;
  readonly message: Bilingual;
  readonly field: readonly string[];
}

/** The phases that may follow, in the order of the implementation. While the help runs, nobody ends it by hand. */
export function nextPhases(phase: Phase, helpUntil: string | null): readonly Phase[] {
  return helpUntil === null ? MOVES[phase] : MOVES[phase].filter((next) => next !== "in_use");
}

export function isLive(phase: Phase): boolean {
  return LIVE_PHASES.includes(phase);
}

/** Whether entering the phase takes the company live for the first time. */
export function goesLive({ wasLive }: Pick<PhaseSituation, "wasLive">, to: Phase): boolean {
  return isLive(to) && !wasLive;
}

/** Until when a plan's help runs, ISO-8601; null: it does not at that instant. */
export function runningHelp({ helpUntil }: { readonly helpUntil: string | null }, at: string): string | null {
  return helpUntil !== null && at < helpUntil ? helpUntil : null;
}

/** The phase entered, or why not and what is allowed instead. */
export function movePhase(situation: PhaseSituation, to: Phase): Phase | PhaseRefusal {
  const { phase, helpUntil, unmet } = situation;
  const allowed = nextPhases(phase, helpUntil);
  if (!allowed.includes(to))
    return { code: "CONFLICT", message: notNext(phase, to, allowed, helpUntil), field: ["input", "phase"] };
  if (!goesLive(situation, to) || unmet.length === 0) return to;
  return { code: "NOT_READY", message: notReady(unmet), field: ["input", "company"] };
}
