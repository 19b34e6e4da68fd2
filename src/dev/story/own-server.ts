import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { createApp, type App } from "../../application";
import { loadConfig } from "../../config/config";
import { FixedClock } from "../../kernel/clock";
import { startSandboxDelivery } from "../demo/sandbox-delivery";
import { seedVendorStaff } from "../demo/demo-seed";
import { stageOf, type Stage, type StageAnswer } from "./stage";
import { ANTOINE, CAMILLE, ELISE, FARID, HANA, LUCIE, MARC, NADIA, RAVI } from "./story-people";
import { STORY_BEGINS } from "./telling";

/** A server of the story's own, that listens on loopback. */
export interface OwnServer {
  readonly stage: Stage;
  readonly address: string;
  /** Where its letters are, one file each. */
  readonly mail: string;
  /** Also throws away what it kept. */
  stop(): Promise<void>;
}

const PEOPLE = [FARID, HANA, ANTOINE, CAMILLE, LUCIE, RAVI, MARC, NADIA, ELISE];

/** Starts the server of `npm start` over a fresh folder, without the demo companies, with a clock that stands at the story's beginning. */
export async function startOwnServer(): Promise<OwnServer> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "ledgergate-story-"));
  const port = await freePort();
  const config = loadConfig({ DATA_DIR: directory, PORT: String(port), LOG_LEVEL: "fatal" });
  const clock = new FixedClock(STORY_BEGINS);
  const personas = PEOPLE.map(({ email, name, part: title }) => ({ email, name, title }));
  const app = await createApp(config, { clock, personas });
  await app.migrate();
  // No company beside the story's: its days would cost as much again.
  await seedVendorStaff(app);
  const server = await app.buildServer();
  await server.listen({ host: config.host, port });
  const delivery = await startSandboxDelivery(app, () => undefined);
  return {
    stage: stageOf(app, clock, {
      ask: (email, query, variables) => ask(app, email, { query, variables }),
      open: (page, form) => open(`${config.publicUrl}${page}`, form),
    }),
    address: config.publicUrl,
    mail: path.join(directory, "mail"),
    stop: async () => {
      await server.close();
      await delivery.stop();
      await app.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Asks as any program would: over HTTP, with a token of the person's. */
async function ask({ config, developmentIssuer }: App, email: string, body: object): Promise<StageAnswer> {
  const token = await developmentIssuer?.issueToken(email);
  const answer = await fetch(`${config.publicUrl}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${token ?? ""}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as StageAnswer;
}

async function open(address: string, form?: Readonly<Record<string, string>>): Promise<string> {
  const sent = form ? { method: "POST", body: new URLSearchParams(form) } : {};
  return (await fetch(address, sent)).text();
}

/** The links in letters name the port, so it has to be known before the server listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
