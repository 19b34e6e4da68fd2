import helmet from "helmet";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../config/config";

/**
 * The security headers of every answer, made once: they are the same for all requests, and making them for each costs more
 * than many an answer does. A route may set one anew.
 */
export function securityHeaders({ publicUrl }: Pick<Config, "publicUrl">): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string) => (headers[name.toLowerCase()] = value);
  const answer = { setHeader, removeHeader: () => undefined } as unknown as ServerResponse;
  const apply = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    xFrameOptions: { action: "deny" },
    strictTransportSecurity: publicUrl.startsWith("https:"),
  });
  apply({} as IncomingMessage, answer, (error?: unknown) => {
    if (error) throw error as Error;
  });
  return headers;
}
