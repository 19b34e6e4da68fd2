import { performance } from "node:perf_hooks";
import type { Answered, WatchedServer } from "../resources/support/watched-server";

/** Turns of the event loop that keep others waiting, in milliseconds of the processor (test/resources/turns). */
const MAX_TURN_MS = 250;

/** One way to do harm, against a server that it has for itself. */
export interface Attack {
  /** Who does it, as docs/threat-model.md calls them. */
  readonly who: string;
  readonly name: string;
  /** Sends what it sends by `send`, for as long as `more` says; throws an Error that says what did not hold. */
  run(target: Target): Promise<void>;
}

/** The server under attack, and what came of it. */
export class Target {
  requests = 0;
  readonly statuses = new Map<number, number>();

  constructor(
    readonly server: WatchedServer,
    private readonly until: number,
  ) {}

  /** Whether there is time left. */
  more(): boolean {
    return this.server.up && performance.now() < this.until;
  }

  async send(request: Promise<Answered>): Promise<Answered> {
    const answer = await request;
    this.requests += 1;
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500 || answer.text.includes("INTERNAL_SERVER_ERROR"))
      throw new Error(`an error of the server: ${answer.text.slice(0, 300)}`);
    return answer;
  }

  graphql(query: string, variables: object = {}, token?: string): Promise<Answered> {
    return this.send(this.server.graphql(query, variables, token));
  }
}

/** What is in a row of the table. */
export interface Outcome {
  readonly who: string;
  readonly attack: string;
  readonly requests: number;
  readonly answers: string;
  readonly "longest turn": string;
  readonly held: string;
}

/** Runs it for so many milliseconds at most, and looks whether the server is up and gives way afterwards. */
export async function outcomeOf({ who, name, run }: Attack, server: WatchedServer, most: number): Promise<Outcome> {
  if (server.up) await server.turns();
  const target = new Target(server, performance.now() + most);
  const problem = await run(target).then(
    () => null,
    (error: Error) => error.message,
  );
  const turn = server.up ? (await server.turns()).turn : Infinity;
  const answers = [...target.statuses].map(([status, count]) => `${count} x ${status}`).join(", ");
  const late = turn > MAX_TURN_MS ? `others waited ${Math.round(turn)} ms` : null;
  const held = server.up ? (problem ?? late ?? "yes") : `the process ended: ${server.complaint.slice(-200)}`;
  return { who, attack: name, requests: target.requests, answers, "longest turn": `${Math.round(turn)} ms`, held };
}

/** A table that people and Markdown read. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const names = ["who", "attack", "requests", "answers", "longest turn", "held"] as const;
  const rows = outcomes.map((outcome) => names.map((name) => String(outcome[name]).replace(/[\n|]/g, " ")));
  const widths = names.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? "").length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(names), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
