import { AccessFailure } from "./access-failure";
import { baseOf } from "./transport";

/** The endpoints by the path that they usually have, and the name that the metadata give them. */
const NAMED: Readonly<Record<string, string>> = {
  "/access/v1/evaluation": "access_evaluation_endpoint",
  "/access/v1/evaluations": "access_evaluations_endpoint",
  "/access/v1/search/subject": "search_subject_endpoint",
  "/access/v1/search/resource": "search_resource_endpoint",
  "/access/v1/search/action": "search_action_endpoint",
};

/**
 * Where the server says that its endpoints are. Metadata of another decision point must not be used (AuthZEN 1.0, "Policy
 * Decision Point Metadata"), nor an endpoint of another origin, since the token goes there. Throws AccessFailure, or a
 * TypeError for what is no address.
 */
export async function discoverEndpoints(
  url: string,
  timeout: number,
  request: typeof fetch,
): Promise<Readonly<Record<string, string>>> {
  const base = baseOf(url);
  const { origin, pathname } = new URL(base);
  const address = `${origin}/.well-known/authzen-configuration${pathname === "/" ? "" : pathname}`;
  const metadata = await read(address, timeout, request);
  const point = metadata["policy_decision_point"];
  if (typeof point !== "string" || point.replace(/\/+$/, "") !== base)
    throw malformed("The metadata are of another decision point.");
  const found = Object.entries(NAMED).flatMap(([path, name]) => {
    const endpoint = metadata[name];
    return endpoint === undefined ? [] : [[path, endpointIn(endpoint, name, origin)] as const];
  });
  if (!found.some(([path]) => path === "/access/v1/evaluation")) throw malformed("The metadata name no endpoint.");
  return Object.fromEntries(found);
}

async function read(address: string, timeout: number, request: typeof fetch): Promise<Record<string, unknown>> {
  let text: string;
  let status: number;
  try {
    const headers = { accept: "application/json" };
    const response = await request(address, { headers, redirect: "manual", signal: AbortSignal.timeout(timeout) });
    status = response.status;
    text = await response.text();
  } catch (cause) {
    throw new AccessFailure("network", "The server's metadata were not reached.", null, null, null, { cause });
  }
  if (status !== 200) throw new AccessFailure(status >= 500 ? "server" : "refused", `${address}: ${status}.`, status);
  try {
    const metadata: unknown = JSON.parse(text);
    if (typeof metadata === "object" && metadata !== null) return metadata as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw malformed("The metadata are no JSON object.");
}

function endpointIn(endpoint: unknown, name: string, origin: string): string {
  if (typeof endpoint === "string" && URL.canParse(endpoint) && new URL(endpoint).origin === origin) return endpoint;
  throw malformed(`${name} is no address of the server itself.`);
}

function malformed(message: string): AccessFailure {
  return new AccessFailure("malformed", message, 200);
}
