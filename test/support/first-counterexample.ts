import { configureGlobal } from "fast-check";

// For mutation testing: the first counterexample kills the mutant, and shrinking it would only run into the time limit.
configureGlobal({ endOnFailure: true });
// A law that notices a mutant at all notices it in its first tries (test/policy/runs.ts).
process.env["LAW_RUNS"] ??= "0.1";
