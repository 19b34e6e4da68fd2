import type { Bilingual } from "../../kernel/locale";
import { StateMachine, type Hindrance } from "../../kernel/state-machine";
import { LIVE_PHASES, PHASES, type Phase } from "../../policy/model/vocabulary";
import { notNext, notReady } from "./phase-texts";

/** What of a plan a step depends on. */
export interface PhaseSituation {
  readonly state: Phase;
  /** Whether the company was live before. */
  readonly wasLive: boolean;
  /** Until when the specialist's help runs, ISO-8601; null: it does not, or no longer. */
  readonly helpUntil: string | null;
  /** In words, what stands between the company and going live for the first time. */
  readonly unmet: readonly Bilingual[];
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

/** The phases that may follow, in the order of the implementation; whether the company is ready for them is not looked at. */
export function nextPhases(state: Phase, helpUntil: string | null): readonly Phase[] {
  return PHASE_MACHINE.allowed({ state, helpUntil, wasLive: true, unmet: [] });
}

function illegal({ state, helpUntil }: PhaseSituation, to: Phase): Hindrance<Phase> {
  const message = () => notNext(state, to, nextPhases(state, helpUntil), helpUntil);
  return { code: "CONFLICT", message, field: ["input", "phase"] };
}

/** While the help runs, nobody ends it by hand. Nobody goes live for the first time before all is there. */
function guard(situation: PhaseSituation, to: Phase): Hindrance<Phase> | null {
  if (to === "in_use" && situation.helpUntil !== null) return illegal(situation, to);
  if (!goesLive(situation, to) || situation.unmet.length === 0) return null;
  return { code: "NOT_READY", message: notReady(situation.unmet), field: ["input", "company"] };
}

/** Onwards step by step, and out of and back into the live phases. A move is named by the phase that it enters. */
export const PHASE_MACHINE = new StateMachine<Phase, Phase, PhaseSituation>({
  moves: PHASES,
  table: {
    preparation: { implementation: "implementation" },
    implementation: { getting_started: "getting_started" },
    getting_started: { in_use: "in_use", suspended: "suspended" },
    in_use: { suspended: "suspended" },
    suspended: { getting_started: "getting_started", in_use: "in_use" },
  },
  illegal,
  guard,
});
