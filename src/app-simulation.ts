import { ChangeReading } from "./authorization/simulation/change-reading";
import { DecisionReplay } from "./authorization/simulation/decision-replay";
import { Simulator, type SimulationParts } from "./authorization/simulation/simulation";
import { SimulationResolver } from "./authorization/simulation/simulation.graphql";
import { GrantScope } from "./authorization/facts/grant-scope";
import { StoredRecords } from "./authorization/facts/stored-records";

/** Answers "what if". */
export function simulationResolvers(parts: Omit<SimulationParts, "changes" | "replay">): object[] {
  const { database, facts, clock } = parts;
  const changes = new ChangeReading(database, new GrantScope(database));
  const replay = new DecisionReplay(database, facts, new StoredRecords(database));
  return [new SimulationResolver(new Simulator({ ...parts, changes, replay }), clock)];
}

export const SIMULATION_RESOLVERS = [SimulationResolver] as const;
