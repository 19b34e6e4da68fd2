import type { Command } from "commander";
import { once } from "node:events";
import { startOwnServer, type OwnServer } from "./own-server";
import { StoryBroken } from "./play";
import type { Stage } from "./stage";
import type { Chapter } from "./story";
import { stepText } from "./story-text";
import { SET_UP_STORY, tell, type Told } from "./telling";

/** Adds `ledgergate story`: the set-up guide played from the purchase on. Ends with 1 where a step goes wrong. */
export function registerStory(program: Command): void {
  program
    .command("story")
    .description("play the set-up of a company against a server of its own whose clock it moves")
    .option("--stay", "leave the server running at the end, to look around; Ctrl-C ends it", false)
    .action(async ({ stay }: { stay: boolean }) => {
      const server = await startOwnServer();
      try {
        process.stdout.write(`${PREFACE} Played against ${server.address}.\n`);
        const well = await playStory(server.stage, (text) => process.stdout.write(text));
        if (!well) process.exitCode = 1;
        else if (stay) await untilStopped(server);
      } finally {
        await server.stop();
      }
    });
}

const PREFACE = `The set-up of a company, step by step; times are those of the company.
  *  what is otherwise than before    @  a letter that left
 `;

/** Plays the story and says each step. Whether all went well; if not, the last thing said is the step that went wrong. */
export async function playStory(
  stage: Stage,
  say: (text: string) => void,
  story: readonly Chapter[] = SET_UP_STORY,
): Promise<boolean> {
  let last: Told | null = null;
  try {
    for await (const told of tell(stage, story)) {
      say(stepText(told, last));
      last = told;
    }
  } catch (error) {
    if (!(error instanceof StoryBroken)) throw error;
    say(`\n${error.message}\n`);
    return false;
  }
  say(`\nAll ${last?.number ?? 0} steps went as they should.\n`);
  return true;
}

async function untilStopped({ address, mail }: OwnServer): Promise<void> {
  process.stdout.write(`The server stays at ${address}/graphiql, its letters are in ${mail}. Ctrl-C ends it.\n`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
}
