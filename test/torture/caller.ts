import { setTimeout as sleep } from "node:timers/promises";
import { loadConfig } from "../../src/config/config";
import { AuthenticationFailure } from "../../src/infra/http/authentication-failure";
import { openDevelopmentIssuer, type DevelopmentIssuer } from "../../src/server/authentication/development-issuer";
import type { RunFolder } from "./house";
import type { ServerProcess } from "./processes";
import { oneOf, type Seeded } from "./seeded";

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The run's clock was set back after the token was made: it counts again once the clock has come so far. */
const NOT_YET = new AuthenticationFailure("TOKEN_NOT_YET_VALID").message;

/** A server that was killed on a busy machine takes its time. */
const MAX_SILENCE_MS = 5 * 60_000;

/** Asks the servers as people do: whichever is up, and again where no answer came. */
export class Caller {
  /** How many answers have come. */
  answers = 0;

  private constructor(
    private readonly servers: readonly ServerProcess[],
    private readonly issuer: DevelopmentIssuer,
    private readonly random: Seeded,
  ) {}

  static async open(folder: RunFolder, servers: readonly ServerProcess[], random: Seeded): Promise<Caller> {
    const issuer = await openDevelopmentIssuer(loadConfig(folder.env(0)), folder.clock);
    return new Caller(servers, issuer, random);
  }

  /** The answer; null: it is not known what came of it, because the server went away or gave it up. */
  async ask<T>(email: string, query: string, variables: object): Promise<T | null> {
    const up = this.servers.filter((server) => server.up);
    if (up.length === 0) {
      await sleep(50);
      return null;
    }
    try {
      const answer = await fetch(`${oneOf(this.random, up).url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await this.issuer.issueToken(email)}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(20_000),
      });
      const { data, errors } = (await answer.json()) as Answer<T>;
      // A busy machine gives up what takes too long, and what came of it is not known either.
      if (errors?.every(({ extensions }) => extensions?.code === "OPERATION_TIMED_OUT")) return null;
      if (errors?.every(({ message }) => message === NOT_YET)) return null;
      if (errors) throw new Refused(errors.map(({ message }) => message).join("; "));
      this.answers += 1;
      return data ?? null;
    } catch (error) {
      if (error instanceof Refused) throw error;
      await sleep(30);
      return null;
    }
  }

  /** Until there is an answer: only for what may be done twice. */
  async insist<T>(email: string, query: string, variables: object): Promise<T> {
    for (const patience = Date.now() + MAX_SILENCE_MS; Date.now() < patience;) {
      const answer = await this.ask<T>(email, query, variables);
      if (answer) return answer;
    }
    throw new Error("No server answered any more");
  }
}

/** An error of GraphQL: a defect, for refusals come as userErrors. */
class Refused extends Error {}
