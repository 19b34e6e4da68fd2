import { AccessClient, type AccessClientSettings, type Question } from "../../src/client/access-client";
import { FaultyServer, type Behaviour } from "./faulty-server";

const servers: FaultyServer[] = [];
/** Beyond what a busy machine makes of a call: which test means a time-out says so. */
const PATIENT = { timeout: 60_000, retry: { deadline: 120_000 } };

/** To be called after each test. */
export async function stopServers(): Promise<void> {
  for (const server of servers.splice(0)) await server.stop();
}

/** A client of a server that behaves so; waits take no time but are written down. */
export async function client(behave: Behaviour, settings: Partial<AccessClientSettings> = {}) {
  const server = await FaultyServer.start(behave);
  servers.push(server);
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const tools = { wait, random: () => 0.5 };
  const { retry, ...others } = { ...PATIENT, ...settings };
  const patience = { ...PATIENT.retry, ...retry };
  return {
    server,
    waits,
    access: new AccessClient({ url: server.url, token: "secret", tools, ...others, retry: patience }),
  };
}

export function question(id: string): Question {
  return { subject: { type: "user", id }, action: { name: "send" }, resource: { type: "feature", id: "commitment" } };
}

/** What the work fails with. */
export const failure = (work: Promise<unknown>) =>
  work.then(
    () => "no failure",
    (error: unknown) => error,
  );
