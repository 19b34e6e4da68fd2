import { loadConfig } from "../../config/config";
import { openDevelopmentIssuer } from "../../server/authentication/development-issuer";

/** Prints a development token and nothing else, so that a shell can put it into a variable. */
export async function printToken(email: string): Promise<void> {
  const issuer = await openDevelopmentIssuer(loadConfig(process.env));
  process.stdout.write(`${await issuer.issueToken(email)}\n`);
}
