import type { Variables } from "./config-variables";

/** What can be, but is hardly meant: told at every start. Names variables, never what is in them. */
export function configWarnings(values: Variables): string[] {
  const warnings: string[] = [];
  const production = values.NODE_ENV === "production";
  if (production && values.SMTP_URL === undefined)
    warnings.push("SMTP_URL is not set: letters are not sent, but written into the data directory");
  if (production && values.SMTP_URL !== undefined && values.MAIL_FROM.includes("@localhost"))
    warnings.push("MAIL_FROM is not set: letters come from an address that does not exist");
  if (production && values.PUBLIC_URL === undefined)
    warnings.push("PUBLIC_URL is not set: links in letters and answers lead to the address that is listened on");
  if (!production && (values.OIDC_ISSUER !== undefined || values.OIDC_ISSUERS !== undefined))
    warnings.push("A token issuer is configured, but NODE_ENV is not production: GraphiQL and introspection are open");
  if (!production && values.DEVELOPMENT_TOKENS)
    warnings.push("DEVELOPMENT_TOKENS is true: everyone who reaches the server can act as a demo person");
  return warnings;
}
