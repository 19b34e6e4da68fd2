import { existsSync } from "node:fs";
import { createApp } from "../../application";
import type { Config } from "../../config/config";
import { AccessClient, type Decision } from "../../client/access-client";
import { systemActor } from "../../kernel/actor";
import { OperatorRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import type { PlacedCase } from "./case-file";

/** Answers cases; an Error is the case's own, and no answer. */
export interface CaseAsker {
  ask(tested: PlacedCase): Promise<Decision | Error>;
  close(): Promise<void>;
}

/** Asks a running server, over AuthZEN. Throws Refusal BAD_INPUT for an address that can be none. */
export function serverAsker(url: string, token: string): CaseAsker {
  const clients = new Map<Locale, AccessClient>();
  const clientFor = (locale: Locale) => {
    const client = clients.get(locale) ?? new AccessClient({ url, token, language: locale, timeout: 10_000 });
    clients.set(locale, client);
    return client;
  };
  try {
    clientFor("en");
  } catch (error) {
    throw new OperatorRefusal("BAD_INPUT", asError(error).message);
  }
  return {
    ask: ({ question, locale }) => clientFor(locale).evaluate(question).catch(asError),
    close: () => Promise.resolve(),
  };
}

/** Asks the policy over a database of ours, which is only read: it is not migrated, and nothing is logged in it. */
export async function dataAsker(config: Config): Promise<CaseAsker> {
  const { database } = config;
  if (database.kind === "sqlite" && !existsSync(database.file))
    throw new OperatorRefusal(
      "CONFIGURATION",
      `There is no database at ${database.file}; name its directory with --data.`,
    );
  const decisionLog = { ...config.decisionLog, mode: "off" } as const;
  const app = await createApp({ ...config, decisionLog, log: { ...config.log, level: "error" } });
  // The system asks: who reads the directory may know all rights in it.
  const caller = systemActor("policy check") as never;
  await app.companies.find("any").catch(async (error: unknown) => {
    await app.close();
    throw new OperatorRefusal(
      "CONFIGURATION",
      `The database cannot be read; run \`ledgergate migrate\`. ${asError(error).message}`,
    );
  });
  return {
    ask: async ({ question, locale }) => {
      try {
        return await app.authzen.evaluate({ caller, locale }, question);
      } catch (error) {
        return asError(error);
      }
    },
    close: () => app.close(),
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
