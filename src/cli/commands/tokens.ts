import type { Command } from "commander";
import type { App } from "../../application";

type WithApp = (work: (app: App) => Promise<unknown>) => Promise<void>;

/** `ledgergate tokens reseal`: brings stored tokens under the newest of TOKEN_KEYS, so that an older key can go. */
export function registerTokens(program: Command, withApp: WithApp): void {
  const tokens = program.command("tokens").description("the sealed tokens of consents");
  tokens
    .command("reseal")
    .description("bring every stored token under the first of TOKEN_KEYS; then older keys can be taken away")
    .action(() => withApp(reseal));
}

async function reseal(app: App): Promise<void> {
  const { resealed, fresh, broken } = await app.tenancy.resealTokens();
  process.stdout.write(`${resealed} resealed, ${fresh} under the newest key already, ${broken} cannot be opened.\n`);
  if (broken > 0) process.exitCode = 1;
}
