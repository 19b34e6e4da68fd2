import type { Meter } from "@opentelemetry/api";
import type { Database } from "../infra/db/database";
import type { Clock } from "../kernel/clock";
import { PLATFORM_STATES, PlatformConnectionEntity } from "./connect/platform-connection.entity";
import { PlatformRequestEntity, REQUEST_STATES } from "./link/platform-request.entity";

/** Of a request that is not at its end. */
const OPEN = REQUEST_STATES.filter((state) => state !== "closed");

interface Counted {
  readonly state: string;
  readonly count: string | number;
  readonly since?: string;
}

/** Shows how the connections stand, and which requests of the platform are not closed, and since when. Read when somebody collects. */
export function watchPlatform(meter: Meter, database: Database, clock: Clock): void {
  const connections = meter.createObservableGauge("ledgergate_platform_connections", {
    description: "Connections to the construction platform, by state.",
  });
  const requests = meter.createObservableGauge("ledgergate_platform_requests", {
    description: "Requests of the platform's ERP tool that are not closed, by state.",
  });
  const age = meter.createObservableGauge("ledgergate_platform_request_age_seconds", {
    description: "How long ago the request arrived that is in the state for longest; 0: there is none.",
  });
  meter.addBatchObservableCallback(
    async (result) => {
      const standing = await connectionsIn(database);
      for (const state of PLATFORM_STATES) result.observe(connections, countOf(standing, state), { state });
      const open = await requestsIn(database);
      for (const state of OPEN) {
        const since = open.find((one) => one.state === state)?.since;
        result.observe(requests, countOf(open, state), { state });
        result.observe(age, since ? Math.max(0, (clock.now().getTime() - Date.parse(since)) / 1000) : 0, { state });
      }
    },
    [connections, requests, age],
  );
}

function countOf(rows: readonly Counted[], state: string): number {
  return Number(rows.find((row) => row.state === state)?.count ?? 0);
}

function connectionsIn(database: Database): Promise<Counted[]> {
  const query = database.read().createQueryBuilder(PlatformConnectionEntity, "connection");
  return query
    .select("connection.state", "state")
    .addSelect("COUNT(*)", "count")
    .groupBy("connection.state")
    .getRawMany<Counted>();
}

/** From the connections: so closed requests, which are many, are not looked at. */
function requestsIn(database: Database): Promise<Counted[]> {
  return database
    .read()
    .createQueryBuilder(PlatformConnectionEntity, "connection")
    .innerJoin(PlatformRequestEntity, "request", "request.connectionId = connection.id")
    .select("request.state", "state")
    .addSelect("COUNT(*)", "count")
    .addSelect("MIN(request.createdAt)", "since")
    .where("request.state IN (:...open)", { open: [...OPEN] })
    .groupBy("request.state")
    .getRawMany<Counted>();
}
