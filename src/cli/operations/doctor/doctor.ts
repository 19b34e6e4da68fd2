import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { TABLES } from "../../../app";
import { loadConfig, type Config } from "../../../config/config";
import { lookAtDatabase } from "./database";
import { fail, ok, said, warn, type Finding, type Surroundings } from "./finding";
import { lookAtIssuers } from "./issuer";
import { lookAtDisk } from "./machine";
import { lookAtEvidence, lookAtLedger, lookAtMail, lookAtPlatform } from "./neighbours";
import { lookAtToken } from "./token";

const SURROUNDINGS: Surroundings = { now: () => new Date(), fetch: (...asked) => fetch(...asked) };

/** Adds `ledgergate doctor`: looks at everything the server needs, changes nothing, and says what to do. */
export function registerDoctor(program: Command, env: NodeJS.ProcessEnv = process.env): void {
  program
    .command("doctor")
    .description(
      "look at configuration, disk, database, clock, issuer, mail, ledger and platform; exits 1 where something fails",
    )
    .option("--token <token>", "an access token, which is read as the server would; - reads it from standard input")
    .action(async ({ token }: { token?: string }) => {
      const given = token === "-" ? readFileSync(0, "utf8") : token;
      let failed = 0;
      for await (const finding of examine(env, given?.trim().replace(/^Bearer +/i, ""))) {
        process.stdout.write(`${lineOf(finding)}\n`);
        if (finding.standing === "fail") failed += 1;
      }
      process.stdout.write(failed === 0 ? "The server can run.\n" : `${failed} to mend.\n`);
      if (failed > 0) process.exitCode = 1;
    });
}

/** What is found, as it is found. */
export async function* examine(
  env: NodeJS.ProcessEnv,
  token?: string,
  surroundings: Surroundings = SURROUNDINGS,
): AsyncGenerator<Finding> {
  let config: Config;
  try {
    config = loadConfig(env);
  } catch (error) {
    yield fail("configuration", said(error), "Set them as .env.example tells; nothing else was looked at.");
    return;
  }
  yield ok("configuration", `${config.environment}, at ${config.publicUrl}`);
  for (const warning of config.warnings) yield warn("configuration", warning, "Set it as .env.example tells.");
  yield* lookAtDisk(config);
  const { findings, database } = await lookAtDatabase(config, TABLES, surroundings.now());
  try {
    yield* findings;
    yield* await lookAtIssuers(config, surroundings);
    if (token !== undefined) yield* await lookAtToken(token, config, database, surroundings.now());
    yield await lookAtMail(config);
    yield* await lookAtLedger(config, database, surroundings);
    yield* await lookAtPlatform(config, surroundings);
    yield* lookAtEvidence(config);
  } finally {
    await database?.close();
  }
}

const MARKS = { ok: "ok  ", warn: "warn", fail: "FAIL" } as const;

export function lineOf({ standing, about, text, advice }: Finding): string {
  const line = `${MARKS[standing]}  ${about}: ${text}`;
  return advice === null ? line : `${line}\n      ${advice}`;
}
