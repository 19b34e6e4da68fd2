import { LIVE_PHASES, type Phase } from "../policy/vocabulary";

/** From where to where an implementation may go: onwards step by step, and out of and back into the live phases. */
const MOVES: Readonly<Record<Phase, readonly Phase[]>> = {
  preparation: ["implementation"],
  implementation: ["getting_started"],
  getting_started: ["in_use", "suspended"],
  in_use: ["suspended"],
  suspended: LIVE_PHASES,
};

/** The phases that may follow, in the order of the implementation. */
export function nextPhases(phase: Phase): readonly Phase[] {
  return MOVES[phase];
}

export function isLive(phase: Phase): boolean {
  return LIVE_PHASES.includes(phase);
}
