import type { Play } from "./play";
import type { Person } from "./story-people";

/** One thing that somebody does, or that time does. */
export interface Step {
  /** Null: time passes. */
  readonly who: Person | null;
  /** In the third person, without a full stop: "sends the welcome e-mail". */
  readonly what: string;
  /** Does it. Answers what came of it, a line each. Throws StoryBroken. */
  readonly run: (play: Play) => Promise<readonly string[]>;
}

export interface Chapter {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** Time passes until the ISO-8601 instant. @param everyDays how often what recurs is done; for uneventful weeks, seldom */
export function wait(what: string, until: string, everyDays = 1): Step {
  return {
    who: null,
    what,
    run: async ({ stage }) => {
      await stage.passTo(until, everyDays);
      return [];
    },
  };
}
