import { Initial1795500000000 } from "./migrations/1795500000000-initial";
import { RightsHistory1795510800000 } from "./migrations/1795510800000-rights-history";
import { Calls1795610000000 } from "./migrations/1795610000000-calls";
import { Records1795660000000 } from "./migrations/1795660000000-records";

/** All migrations, oldest first. */
export const MIGRATIONS = [
  Initial1795500000000,
  RightsHistory1795510800000,
  Calls1795610000000,
  Records1795660000000,
] as const;
