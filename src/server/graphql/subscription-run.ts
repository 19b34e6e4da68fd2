import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import type { GraphQLContext } from "../../infra/graphql/context";
import { httpText, type HttpCode } from "../../infra/http/http-problem";
import type { RequestScope } from "../../infra/http/request-scope";
import { wantedUntil } from "../../kernel/deadline";
import type { Locale } from "../../kernel/locale";
import { formatError } from "./graphql-errors";
import type { AskedSubscription } from "../streams/asked-subscription";
import { KEEP_ALIVE_MS, type EventStream } from "../streams/event-stream";

/** What a running subscription needs of the request that it belongs to. */
export interface SubscriptionParts {
  readonly schema: GraphQLSchema;
  readonly stream: EventStream;
  /** Aborted when nobody listens any more. */
  readonly signal: AbortSignal;
  readonly scope: RequestScope;
  /** What an event costs, in fields. */
  readonly cost: number;
  /** The most time that one event may take, in seconds. */
  readonly seconds: number;
  /** Of one event: whoever asks is asked anew who they are, and nothing is remembered from the event before. */
  contextFor(signal: AbortSignal): GraphQLContext;
  /** Whether what the caller showed is still good. */
  stands(): Promise<boolean>;
}

/** Tells events until there are no more, nobody listens, or somebody may not listen any more; the stream is ended then. */
export async function runSubscription(asked: AskedSubscription, parts: SubscriptionParts): Promise<void> {
  const { schema, stream, signal } = parts;
  const { document, operationName, variables: variableValues } = asked;
  const args = { schema, document, operationName, variableValues };
  const source = await createSourceEventStream({ ...args, contextValue: parts.contextFor(signal) });
  if (!(Symbol.asyncIterator in source)) {
    return tellLast(stream, formatted(source));
  }
  // They left meanwhile: the source is not begun.
  if (signal.aborted) return;
  const watch = setInterval(
    () => void endUnlessStands(parts).catch((err: unknown) => parts.scope.log.warn({ err }, "standing")),
    KEEP_ALIVE_MS,
  );
  watch.unref();
  try {
    await tellEvents(source, parts, args);
  } finally {
    clearInterval(watch);
  }
}

/** Codes of what passes by itself: the database is away, there is no room just now, an event took too long. */
const PASSING = new Set<unknown>(["UNAVAILABLE", "OPERATION_TIMED_OUT"]);

/** Whoever may not know any more is told why, and hears no more; where it passes by itself they come back by themselves. */
function tellLast(stream: EventStream, result: FormattedResult): void {
  if (result.errors?.some(({ extensions }) => PASSING.has(extensions?.["code"]))) return stream.end();
  stream.next(result);
  stream.complete();
}

async function tellEvents(source: AsyncIterable<unknown>, parts: SubscriptionParts, args: EventArgs): Promise<void> {
  const { stream } = parts;
  for await (const rootValue of source) {
    if (stream.over) return;
    const refused = (await parts.stands()) ? null : codedError("UNAUTHENTICATED", parts.scope.locale);
    const result = refused ? { errors: [refused] } : await answerOne(parts, { ...args, rootValue });
    if (!result.data) return tellLast(stream, result);
    stream.next(result);
    if (await stream.taken()) continue;
    if (!stream.over) {
      stream.next({ errors: [codedError("SLOW_READER", parts.scope.locale)] });
      stream.complete();
    }
    return;
  }
  stream.end();
}

/** Also where nothing happens. */
async function endUnlessStands(parts: SubscriptionParts): Promise<void> {
  const { stream, scope } = parts;
  if (stream.over || (await parts.stands())) return;
  stream.next({ errors: [codedError("UNAUTHENTICATED", scope.locale)] });
  stream.complete();
}

type EventArgs = Pick<Parameters<typeof execute>[0], "schema" | "document" | "rootValue"> & {
  readonly operationName: string | null;
  readonly variableValues: Readonly<Record<string, unknown>>;
};

/** An event costs what a question of its fields costs, of the same budgets. */
async function answerOne(parts: SubscriptionParts, args: EventArgs): Promise<FormattedResult> {
  const begun = parts.scope.begin(parts.cost);
  if (typeof begun === "object") return { errors: [{ message: begun.message, extensions: { code: begun.code } }] };
  const late = new AbortController();
  const giveUp = () => late.abort();
  const timer = setTimeout(giveUp, parts.seconds * 1000);
  parts.signal.addEventListener("abort", giveUp);
  try {
    const contextValue = parts.contextFor(late.signal);
    return formatted(await wantedUntil(late.signal, async () => execute({ ...args, contextValue })));
  } finally {
    clearTimeout(timer);
    parts.signal.removeEventListener("abort", giveUp);
    begun();
  }
}

interface FormattedResult {
  readonly data?: ExecutionResult["data"];
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Errors as the engine tells those of questions: with codes, and masked where they are not for the caller. */
export function formatted({ data, errors }: ExecutionResult): FormattedResult {
  if (!errors?.length) return { data };
  const told = errors.map((error) => formatError(withCode(error), error));
  return data === undefined ? { errors: told } : { data, errors: told };
}

function withCode(error: GraphQLError): GraphQLFormattedError {
  const formattedError = error.toJSON();
  return { ...formattedError, extensions: { code: "INTERNAL_SERVER_ERROR", ...formattedError.extensions } };
}

function codedError(code: HttpCode, locale: Locale): GraphQLFormattedError {
  return { message: httpText(code, locale), extensions: { code } };
}
