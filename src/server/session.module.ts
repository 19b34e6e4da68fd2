import type { Base } from "../infra/infra.module";
import type { Module } from "../infra/module/module";
import { SessionEntity } from "./session/session.entity";
import { Sessions } from "./session/sessions";
import { ServerTables } from "./migrations/server-tables";

const CLEAR_EVERY_MS = 10 * 60_000;

function services({ database, clock, config }: Base) {
  return { sessions: new Sessions(database, clock, config.sessions) };
}

/** Sessions of people who signed in at the console. */
export const sessionModule: Module<Base, ReturnType<typeof services>> = {
  name: "sessions",
  entities: [SessionEntity],
  migrations: [ServerTables],
  services,
  jobs: ({ sessions }) => [{ name: "ended sessions", everyMs: CLEAR_EVERY_MS, work: () => sessions.clear() }],
};
