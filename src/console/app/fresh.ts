import { useEffect } from "react";
import { useQuery, type AnyVariables, type TypedDocumentNode } from "urql";

const listeners = new Set<() => void>();

/** Something was changed: whatever is on the screen asks again. */
export function somethingChanged(): void {
  for (const listener of listeners) listener();
}

interface Freshness {
  /** Asks again that often while the page can be seen, in milliseconds; left out: not by itself. */
  readonly everyMs?: number;
  readonly pause?: boolean;
}

/** A query that is asked again after each change, when the page is looked at again, and while something is under way. */
export function useFresh<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { everyMs, pause = false }: Freshness = {},
) {
  const [result, ask] = useQuery({ query, variables, pause });
  useEffect(() => {
    if (pause) return undefined;
    const again = () => {
      if (document.visibilityState === "visible") ask({ requestPolicy: "network-only" });
    };
    listeners.add(again);
    document.addEventListener("visibilitychange", again);
    const timer = everyMs === undefined ? undefined : setInterval(again, everyMs);
    return () => {
      listeners.delete(again);
      document.removeEventListener("visibilitychange", again);
      clearInterval(timer);
    };
  }, [ask, everyMs, pause]);
  return { ...result, retry: () => ask({ requestPolicy: "network-only" }) };
}
