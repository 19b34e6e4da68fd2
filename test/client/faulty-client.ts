import { AccessClient, type AccessClientSettings, type Question } from "../../src/client/access-client";
import { FaultyServer, type Behaviour } from "./faulty-server";

const servers: FaultyServer[] = [];

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
  return { server, waits, access: new AccessClient({ url: server.url, token: "secret", tools, ...settings }) };
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
