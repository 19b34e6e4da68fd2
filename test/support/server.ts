import type { FastifyInstance } from "fastify";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createApp, type App } from "../../src/application";
import { DEMO_PEOPLE } from "../../src/dev/demo/demo-people";
import { seedDemo } from "../../src/dev/demo/demo-seed";
import { loadConfig } from "../../src/config/config";
import type { DatabaseOptions } from "../../src/infra/db/options";
import { systemClock, type Clock } from "../../src/kernel/clock";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { afterTestFile, filledOptions, migratedOptions } from "./database";

const OPERATIONS = path.join(__dirname, "../../schema/operations");

function newDirectory(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), "ledgergate-server-"));
}

async function appOver(
  database: DatabaseOptions,
  directory: string,
  clock: Clock,
  more: Readonly<Record<string, string>>,
): Promise<App> {
  const place = database.kind === "postgres" ? { DATABASE_URL: database.url } : {};
  const config = loadConfig({ DATA_DIR: directory, NODE_ENV: "test", LOG_LEVEL: "fatal", ...more, ...place });
  const placed = database.kind === "sqlite" ? { ...config, database } : config;
  return createApp(placed, { clock, operationsDirectory: OPERATIONS, personas: DEMO_PEOPLE });
}

/** The demo of today: whatever reckons with days must not see yesterday's. */
function demoOptions(): Promise<DatabaseOptions> {
  return filledOptions(`demo-${systemClock.now().toISOString().slice(0, 10)}`, async (database) => {
    const directory = await newDirectory();
    const app = await appOver(database, directory, systemClock, {});
    await seedDemo(app).finally(() => app.close());
    await rm(directory, { recursive: true, force: true });
  });
}

async function proveTrails({ database, rightsProof }: App): Promise<void> {
  for (const company of await database.read().find(CompanyEntity)) {
    const { problems, rights } = await rightsProof.verify(company);
    expect({ company: company.slug, problems, rights }).toEqual({ company: company.slug, problems: [], rights: [] });
  }
}

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
   * @param seed what is there at the beginning; the demo on the machine's clock is the run's one, copied
   */
  static async start(
    more: Readonly<Record<string, string>> = {},
    clock: Clock = systemClock,
    seed: (app: App) => Promise<void> = seedDemo,
  ): Promise<TestServer> {
    const copied = seed === seedDemo && clock === systemClock;
    const database = copied ? await demoOptions() : await migratedOptions();
    const directory = await newDirectory();
    const app = await appOver(database, directory, clock, more);
    if (!copied) await seed(app);
    const server = new TestServer(app, await app.buildServer(), directory);
    afterTestFile(() => server.stop());
    return server;
  }

  /** Rights were changed behind the trail's back: it need not prove them. */
  tampered = false;
  private stopped: Promise<void> | undefined;

  /** Whatever the test did, the audit trail must prove the rights that it left. At the latest after the test file. */
  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  private async end(): Promise<void> {
    await this.http.close();
    if (!this.tampered) await proveTrails(this.app);
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
