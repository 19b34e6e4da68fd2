import type { ServerResponse } from "node:http";

/**
 * Does it once the response is closed: answered, or given up by whoever asked. At once where it is closed already, since it does
 * not say so again: they may have left while it was found out who they are.
 */
export function onceClosed(response: Pick<ServerResponse, "once" | "destroyed">, work: () => void): void {
  if (response.destroyed) work();
  else response.once("close", work);
}
