import { compile, WatchedServer } from "../resources/support/watched-server";
import { type Outcome, outcomeOf, tableOf } from "./attack";
import { INSIDERS } from "./insiders";
import { OUTSIDERS } from "./outsiders";

/** Milliseconds for each attack; what is not over by then is not begun anew. */
const MAX_ATTACK_MS = 20_000;
/** With little memory the process ends sooner where it can be ended. */
const HEAP_MEGABYTES = 160;

/**
 * `npm run attack [-- PART]`: each attack against a server that is started for it, whose name or attacker holds PART. Prints a
 * table; exits 1 where something did not hold.
 */
async function main(part = ""): Promise<void> {
  const attacks = [...OUTSIDERS, ...INSIDERS].filter(({ who, name }) => `${who}: ${name}`.includes(part));
  compile();
  const outcomes: Outcome[] = [];
  for (const attack of attacks) {
    const server = await WatchedServer.start(HEAP_MEGABYTES, { NODE_ENV: "test" });
    try {
      // What is compiled for the first time is not the attack's.
      for (let times = 0; times < 5; times += 1) await server.graphql("{ __typename }", {});
      outcomes.push(await outcomeOf(attack, server, MAX_ATTACK_MS));
    } finally {
      await server.stop();
    }
    process.stderr.write(`${attack.who}: ${attack.name}: ${outcomes.at(-1)?.held}\n`);
  }
  process.stdout.write(`${tableOf(outcomes)}\n`);
  if (outcomes.some(({ held }) => held !== "yes")) process.exitCode = 1;
}

void main(process.argv[2]);
