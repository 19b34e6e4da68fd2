import DataLoader from "dataloader";
import type { Locale } from "../../kernel/locale";
import type { Caller } from "./caller";

/** What every resolver of one request shares. Services are handed to resolvers when they are made, not through here. */
export interface GraphQLContext {
  readonly caller: Caller;
  readonly locale: Locale;
  /** Also the trace id of masked errors, and the `requestId` of log lines. */
  readonly requestId: string;
  /** Aborted when the operation has used up its time; long work should look at it. */
  readonly signal: AbortSignal;
  /** Batch loaders of this request, by a key that their owner chooses. */
  readonly loaders: Map<unknown, DataLoader<unknown, unknown>>;
}

export function newContext(parts: Omit<GraphQLContext, "loaders">): GraphQLContext {
  return { ...parts, loaders: new Map() };
}

/** This request's loader under `key`, made at the first call. The batch answers in the order of its keys. */
export function loaderFor<K, V>(
  context: GraphQLContext,
  key: unknown,
  batch: (keys: readonly K[]) => Promise<ArrayLike<V | Error>>,
): DataLoader<K, V> {
  let loader = context.loaders.get(key);
  if (!loader) {
    loader = new DataLoader<K, V>(batch);
    context.loaders.set(key, loader);
  }
  return loader as unknown as DataLoader<K, V>;
}
