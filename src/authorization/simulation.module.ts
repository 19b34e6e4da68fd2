import type { Base } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { DecisionPointServices } from "./decision-point.module";
import { GrantScope } from "./facts/grant-scope";
import { StoredRecords } from "./facts/stored-records";
import { ChangeReading } from "./simulation/change-reading";
import { DecisionReplay } from "./simulation/decision-replay";
import { Simulator } from "./simulation/simulation";
import { SimulationResolver } from "./simulation/simulation.graphql";

/** What would change if rights changed. */
export const simulationModule: Module<Base & DecisionPointServices> = {
  name: "simulation",
  resolvers: [
    resolver(SimulationResolver, (s) => {
      const { database, facts } = s;
      const changes = new ChangeReading(database, new GrantScope(database));
      const replay = new DecisionReplay(database, facts, new StoredRecords(database));
      return new SimulationResolver(new Simulator({ ...s, changes, replay }));
    }),
  ],
};
