interface Listening {
  readonly listeners: Set<() => void>;
  readonly tell: () => void;
}

/** One listener of the signal for all who want to hear of it: Node warns of a leak at the eleventh. */
const LISTENING = new WeakMap<AbortSignal, Listening>();

/** Calls once when the signal is aborted; what it returns takes that back. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const { listeners, tell } = LISTENING.get(signal) ?? listenTo(signal);
  // Its own function for each call: the same listener may be given twice.
  const own = () => listener();
  listeners.add(own);
  return () => {
    if (!listeners.delete(own) || listeners.size > 0) return;
    signal.removeEventListener("abort", tell);
    LISTENING.delete(signal);
  };
}

function listenTo(signal: AbortSignal): Listening {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const listening = { listeners, tell };
  LISTENING.set(signal, listening);
  signal.addEventListener("abort", tell, { once: true });
  return listening;
}
