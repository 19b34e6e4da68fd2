import { ChangeReading } from "./access/simulation/change-reading";
import { DecisionReplay } from "./access/simulation/decision-replay";
import { Simulator, type SimulationParts } from "./access/simulation/simulation";
import { SimulationResolver } from "./access/simulation/simulation.graphql";
import { GrantScope } from "./access/grant-scope";
import { StoredRecords } from "./access/stored-records";

/** Answers "what if". */
export function simulationResolvers(parts: Omit<SimulationParts, "changes" | "replay">): object[] {
  const { database, facts, clock } = parts;
  const changes = new ChangeReading(database, new GrantScope(database));
  const replay = new DecisionReplay(database, facts, new StoredRecords(database));
  return [new SimulationResolver(new Simulator({ ...parts, changes, replay }), clock)];
}

export const SIMULATION_RESOLVERS = [SimulationResolver] as const;
