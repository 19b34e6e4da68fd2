import { FIRST_COMMITMENT_CHAPTER } from "./first-commitment";
import { GETTING_STARTED_CHAPTER } from "./getting-started";
import { GOING_LIVE_CHAPTER } from "./going-live";
import { KICK_OFF_CHAPTER } from "./kick-off";
import { Play, StoryBroken } from "./play";
import { PREPARATION_CHAPTER } from "./preparation";
import { PURCHASE_CHAPTER } from "./purchase";
import { SCHEDULING_CHAPTER } from "./scheduling";
import type { SentLetter, Stage } from "./stage";
import type { Chapter, Step } from "./story";
import { COMPANY } from "./story-people";
import { changesOf, whereNow, type Where } from "./where";

/** When the story begins: a Monday morning in Toronto. ISO-8601. */
export const STORY_BEGINS = "2027-03-01T14:00:00.000Z";

/** The set-up guide told as one story: from the purchase to the day after the specialist's help. */
export const SET_UP_STORY: readonly Chapter[] = [
  PURCHASE_CHAPTER,
  SCHEDULING_CHAPTER,
  KICK_OFF_CHAPTER,
  PREPARATION_CHAPTER,
  GOING_LIVE_CHAPTER,
  FIRST_COMMITMENT_CHAPTER,
  GETTING_STARTED_CHAPTER,
];

/** A step that went as it should. */
export interface Told {
  readonly chapter: string;
  /** From 1 on. */
  readonly number: number;
  readonly step: Step;
  readonly at: Date;
  /** What came of it. */
  readonly said: readonly string[];
  readonly changes: readonly string[];
  /** Letters that left with it. */
  readonly letters: readonly SentLetter[];
  /** How it stands after the step; null: the company is not there yet. */
  readonly where: Where | null;
}

/** Plays the story step by step. Throws StoryBroken, whose message names the step. */
export async function* tell(stage: Stage, story: readonly Chapter[] = SET_UP_STORY): AsyncGenerator<Told> {
  const play = new Play(stage);
  const seen = new Set((await stage.letters(COMPANY)).map(({ id }) => id));
  let before: Where | null = null;
  let number = 0;
  for (const { title: chapter, steps } of story)
    for (const step of steps) {
      number += 1;
      const { said, where, at } = await taken(play, step, number);
      const letters = (await stage.letters(COMPANY)).filter(({ id }) => !seen.has(id));
      for (const { id } of letters) seen.add(id);
      yield { chapter, number, step, at, said, changes: changesOf(before, where), letters, where };
      before = where;
    }
}

async function taken(play: Play, step: Step, number: number) {
  try {
    const said = await step.run(play);
    const at = play.stage.now();
    await play.stage.passMoment();
    return { said, at, where: await whereNow(play) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoryBroken(`Step ${number}, ${step.who?.name ?? "time"}: ${step.what}. It went wrong: ${reason}`);
  }
}
