import type { ApolloServer, HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { GraphQLContext } from "../../infra/graphql/context";
import { isUnavailable } from "../../infra/db/constraint";
import { onceClosed } from "../../infra/http/closed";
import { httpText } from "../../infra/http/http-problem";
import { inTime } from "../../infra/http/in-time";
import { requestScope } from "../../infra/http/request-scope";
import { OperationTimedOut } from "../../kernel/deadline";
import type { AskedOperation } from "../limits/asked-operation";
import { expectSubscription, type AskedSubscription } from "../streams/asked-subscription";
import type { EventStream } from "../streams/event-stream";
import type { Streams } from "../streams/streams";
import { runSubscription } from "./subscription-run";
import { askingOf, execute, sendAnswer, type Asking, type AskingParts } from "./asking";

/** What answers by streams. */
export interface StreamingParts extends AskingParts {
  readonly schema: GraphQLSchema;
  readonly config: { readonly limits: { readonly operationSeconds: number } };
  /** Looks again and again at what a caller showed; left out: it is good for ever. */
  readonly standing?: (request: FastifyRequest) => () => Promise<boolean>;
}

interface Engine {
  readonly apollo: ApolloServer<GraphQLContext>;
  readonly parts: StreamingParts;
  readonly streams: Streams;
}

const RESULT = "application/graphql-response+json";

/**
 * Answers over GraphQL over SSE, distinct connections mode: a subscription by its events, any other operation by one. An
 * operation that is refused is told so in the stream; a request that is, as everywhere.
 */
export async function answerByStream(
  { apollo, parts, streams }: Engine,
  asked: AskedOperation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!streams.enter(request, reply)) return reply;
  const asking = await askingOf(parts, request);
  let subscription: AskedSubscription | null = null;
  const answer = await inTime(reply, parts.config.limits.operationSeconds, async (signal) => {
    const expected = expectSubscription(asking.scope);
    const checked = await execute(apollo, asking, asked, request, asking.contextFor(signal), RESULT);
    ({ subscription } = expected);
    return checked;
  });
  if (subscription === null && !isResult(answer)) return sendAnswer(reply, asking, answer);
  // Nobody is there any more to be answered.
  if (reply.raw.destroyed) return reply.hijack();
  const stream = streams.begin(reply);
  if (subscription === null) {
    stream.next(JSON.parse(textOf(answer)));
    stream.complete();
  } else {
    streams.endWithServer(stream, reply);
    listen({ asking, parts, stream }, subscription, request, reply);
  }
  return reply;
}

interface Listening {
  readonly asking: Asking;
  readonly parts: StreamingParts;
  readonly stream: EventStream;
}

function listen(
  { asking, parts, stream }: Listening,
  subscription: AskedSubscription,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const abort = new AbortController();
  onceClosed(reply.raw, () => abort.abort());
  const { scope } = asking;
  const run = requestScope.run(scope, () =>
    runSubscription(subscription, {
      ...{ schema: parts.schema, stream, scope, signal: abort.signal },
      cost: request.operation?.cost ?? 1,
      seconds: parts.config.limits.operationSeconds,
      contextFor: (signal) => asking.contextFor(signal),
      stands: parts.standing?.(request) ?? (() => Promise.resolve(true)),
    }),
  );
  run.catch((err: unknown) => {
    if (abort.signal.aborted) return;
    request.log.error({ err }, "stream failed");
    // It passes by itself: whoever listens comes back.
    if (isUnavailable(err) || err instanceof OperationTimedOut) return stream.end();
    const message = httpText("INTERNAL_SERVER_ERROR", scope.locale);
    stream.next({ errors: [{ message, extensions: { code: "INTERNAL_SERVER_ERROR", traceId: request.id } }] });
    stream.complete();
  });
}

/** Whether the answer is what came of the operation, and not of the request. */
function isResult({ status = 200, body }: HTTPGraphQLResponse): boolean {
  return body.kind === "complete" && (status === 200 || status === 400);
}

function textOf({ body }: HTTPGraphQLResponse): string {
  return body.kind === "complete" ? body.string : "{}";
}
