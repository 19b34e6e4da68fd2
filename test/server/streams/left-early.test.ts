import { HeaderMap, type ApolloServer } from "@apollo/server";
import { EventEmitter } from "node:events";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildSchema, parse } from "graphql";
import { pino } from "pino";
import { ANONYMOUS, type Caller } from "../../../src/infra/graphql/caller";
import { newContext, type GraphQLContext } from "../../../src/infra/graphql/context";
import { CompanyEventResolver, MAX_LISTENERS_OF_COMPANY } from "../../../src/records/events/company-event.graphql";
import { inTime } from "../../../src/infra/http/in-time";
import type { RequestScope } from "../../../src/infra/http/request-scope";
import { boundBodiesInFlight } from "../../../src/server/budget/bodies-in-flight";
import { answerByStream } from "../../../src/server/graphql/stream-answer";
import { runSubscription } from "../../../src/server/graphql/subscription-run";
import { EventStream, type StreamSink } from "../../../src/server/streams/event-stream";
import { MAX_STREAMS_OF_CALLER, Streams } from "../../../src/server/streams/streams";

/** A response whose client leaves when the test says so: it says that it is closed once, as Node's does. */
class Response extends EventEmitter {
  readonly written: unknown[] = [];
  readonly writableNeedDrain = false;
  writableEnded = false;
  destroyed = false;

  write = (text: string) => this.written.push(text);
  writeHead = (status: number) => this.written.push(status);

  end(): void {
    this.writableEnded = true;
  }

  leave(): void {
    this.destroyed = true;
    this.emit("close");
  }
}

const left = (): Response => {
  const response = new Response();
  response.leave();
  return response;
};

const request = { caller: null, ip: "192.0.2.1", headers: {}, id: "test" } as unknown as FastifyRequest;
const replyTo = (raw: Response) => ({ raw, hijack: jest.fn(), getHeaders: () => ({}) }) as unknown as FastifyReply;
const context = (signal: AbortSignal, caller: Caller = ANONYMOUS): GraphQLContext =>
  newContext({ caller, locale: "en", requestId: "test", signal });

/** Runs a subscription of one event; how many were made. */
async function run(stream: EventStream, signal: AbortSignal, stands: boolean): Promise<number> {
  const schema = buildSchema("type Query { a: Int } type Subscription { tick: Int! }");
  let made = 0;
  schema.getSubscriptionType()!.getFields()["tick"]!.subscribe = async function* () {
    yield { tick: ++made };
  };
  // Written to nowhere: a log of its own to standard output has a timer, where that is a pipe.
  const nothing = () => undefined;
  const scope: RequestScope = {
    ...{ requestId: "test", locale: "en", log: pino({ level: "silent" }, { write: nothing }) },
    ...{ begin: () => nothing, noteOperation: nothing, noteUnavailable: nothing, noteQuotas: nothing },
  };
  const asked = { document: parse("subscription { tick }"), operationName: null, variables: {} };
  await runSubscription(asked, {
    ...{ schema, stream, scope, cost: 1, seconds: 60, signal },
    contextFor: (wanted) => context(wanted),
    stands: () => Promise.resolve(stands),
  });
  return made;
}

/** Answers an operation; something happens while it is executed. */
async function answer(reply: FastifyReply, streams: Streams, meanwhile: () => void): Promise<void> {
  const apollo = {
    executeHTTPGraphQLRequest: () => {
      meanwhile();
      return Promise.resolve({ headers: new HeaderMap(), body: { kind: "complete", string: '{"data":{}}' } });
    },
  } as unknown as ApolloServer<GraphQLContext>;
  const parts = {
    schema: buildSchema("type Query { a: Int }"),
    config: { limits: { operationSeconds: 60 } },
    contextFor: (_caller: unknown, { signal }: { signal: AbortSignal }) => context(signal),
  };
  await answerByStream({ apollo, parts, streams }, {} as never, request, reply);
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe("who leaves before their first event leaves nothing behind", () => {
  it("of the places of a caller", () => {
    const streams = new Streams();
    for (let count = 0; count <= MAX_STREAMS_OF_CALLER; count++)
      expect(streams.enter(request, replyTo(left()))).not.toBeNull();
  });

  it("of the places of a company", async () => {
    const resolver = new CompanyEventResolver(
      { find: () => Promise.resolve({ id: "demo" }) } as never,
      { knows: () => Promise.resolve(true) } as never,
      { require: () => Promise.resolve() } as never,
      { events: () => [] } as never,
      {} as never,
    );
    for (let count = 0; count <= MAX_LISTENERS_OF_COMPANY; count++)
      await resolver.listen(
        { company: "demo" },
        context(AbortSignal.abort(), { kind: "service", keyId: "key", companyIds: ["demo"] } as never),
      );
  });

  it("of the places of large bodies", () => {
    type Hook = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;
    const hooks: Hook[] = [];
    const app = { addHook: (_name: string, hook: Hook) => hooks.push(hook) } as unknown as FastifyInstance;
    boundBodiesInFlight(app, 1_000_000, 1_000_000);
    const large = { ...request, headers: { "content-length": "200000" } } as unknown as FastifyRequest;
    const done = jest.fn();
    for (let count = 0; count < 3; count++) hooks[0]!(large, replyTo(left()), done);
    expect(done).toHaveBeenCalledTimes(3);
  });

  it("of the work that an operation is", async () => {
    const seen = await inTime(replyTo(left()), 60, (signal) => Promise.resolve(signal.aborted));
    expect([seen, jest.getTimerCount()]).toEqual([true, 0]);
  });

  it("of the pulse and of the streams that are ended with the server", () => {
    const streams = new Streams();
    const gone = replyTo(left());
    const stream = streams.begin(gone);
    streams.endWithServer(stream, gone);
    expect([stream.over, streams.size, jest.getTimerCount()]).toEqual([true, 0, 0]);
    const response = new Response();
    streams.endWithServer(streams.begin(replyTo(response)), replyTo(response));
    expect([streams.size, jest.getTimerCount()]).toEqual([1, 1]);
    response.leave();
    expect([streams.size, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it("of the looks at what they showed, nor is an event made for them", async () => {
    const made = await run(new EventStream(left() as unknown as StreamSink), AbortSignal.abort(), true);
    expect([made, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it("of the answer, where they left while it was made", async () => {
    const response = new Response();
    const reply = replyTo(response);
    await answer(reply, new Streams(), () => response.leave());
    expect(reply.hijack).toHaveBeenCalledTimes(1);
    expect([response.written, jest.getTimerCount()]).toEqual([[], 0]);
  });
});

it("the looks at what somebody showed end with their stream", async () => {
  const response = new Response();
  const stream = new EventStream(response as unknown as StreamSink);
  await run(stream, new AbortController().signal, false);
  response.leave();
  expect([stream.over, jest.getTimerCount()]).toEqual([true, 0]);
});

describe("while the server stops", () => {
  it("a stream that is begun is ended at once, as those that were open", () => {
    const streams = new Streams();
    const open = new Response();
    streams.endWithServer(streams.begin(replyTo(open)), replyTo(open));
    streams.endAll();
    const late = new Response();
    const begun = streams.begin(replyTo(late));
    streams.endWithServer(begun, replyTo(late));
    expect([open.writableEnded, begun.over]).toEqual([true, true]);
    for (const response of [open, late]) response.leave();
    expect([streams.size, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it("an operation is answered to its end", async () => {
    const response = new Response();
    const streams = new Streams();
    await answer(replyTo(response), streams, () => streams.endAll());
    expect(response.written.join("")).toContain('event: next\ndata: {"data":{}}\n\nevent: complete');
    response.leave();
  });
});
