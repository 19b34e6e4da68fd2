import { Initial1795500000000 } from "./migrations/1795500000000-initial";

/** All migrations, oldest first. */
export const MIGRATIONS = [Initial1795500000000] as const;
