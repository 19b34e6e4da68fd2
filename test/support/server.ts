import type { FastifyInstance } from "fastify";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createApp, type App } from "../../src/app";
import { DEMO_PEOPLE } from "../../src/cli/demo-people";
import { seedDemo } from "../../src/cli/demo-seed";
import { loadConfig } from "../../src/config";
import { systemClock, type Clock } from "../../src/kernel/clock";
import { migratedOptions } from "./database";

const OPERATIONS = path.join(__dirname, "../../schema/operations");

/** What GraphQL answered. */
export interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The real server over a fresh database with the demo companies, asked as a client would. */
export class TestServer {
  private constructor(
    readonly app: App,
    readonly http: FastifyInstance,
    private readonly directory: string,
  ) {}

  /**
   * @param clock of everything in it, also of the tokens, which are good for twelve hours
   * @param seed what is there at the beginning
   */
  static async start(
    more: Readonly<Record<string, string>> = {},
    clock: Clock = systemClock,
    seed: (app: App) => Promise<void> = seedDemo,
  ): Promise<TestServer> {
    const directory = await mkdtemp(path.join(os.tmpdir(), "ledgergate-server-"));
    const database = await migratedOptions();
    const env = {
      DATA_DIR: directory,
      NODE_ENV: "test",
      LOG_LEVEL: "fatal",
      ...more,
      ...(database.kind === "postgres" ? { DATABASE_URL: database.url } : {}),
    };
    const config = loadConfig(env);
    const place = database.kind === "sqlite" ? { ...config, database } : config;
    const app = await createApp(place, { clock, operationsDirectory: OPERATIONS, personas: DEMO_PEOPLE });
    await seed(app);
    return new TestServer(app, await app.buildServer(), directory);
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.app.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  async token(email: string): Promise<string> {
    return this.app.developmentIssuer!.issueToken(email);
  }

  /** What a browser shows at the path; with a form, after it was sent. */
  async open(url: string, form?: Readonly<Record<string, string>>): Promise<string> {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const sent = form ? { method: "POST" as const, headers, payload: new URLSearchParams(form).toString() } : {};
    return (await this.http.inject({ method: "GET", url, ...sent })).body;
  }

  /** Asks GraphQL as the person, or as nobody. */
  async ask(email: string | null, query: string, variables: object = {}, headers: object = {}): Promise<Answer> {
    const answer = await this.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { ...(email ? { authorization: `Bearer ${await this.token(email)}` } : {}), ...headers },
      payload: { query, variables },
    });
    return answer.json<Answer>();
  }
}
