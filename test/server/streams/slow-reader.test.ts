import { buildSchema, parse, type GraphQLSchema } from "graphql";
import { pino } from "pino";
import { newContext } from "../../../src/infra/graphql/context";
import { ANONYMOUS } from "../../../src/infra/graphql/caller";
import type { RequestScope } from "../../../src/infra/http/request-scope";
import { OperationTimedOut } from "../../../src/kernel/deadline";
import { runSubscription } from "../../../src/server/graphql/subscription-run";
import { KEEP_ALIVE_MS, type EventStream } from "../../../src/server/streams/event-stream";

const SCHEMA = buildSchema("type Query { a: Int } type Subscription { tick: Int! }");
let told = 0;
SCHEMA.getSubscriptionType()!.getFields()["tick"]!.subscribe = async function* () {
  for (;;) yield { tick: ++told };
};

/** Tells nothing until nobody listens any more. */
function silent(signal: AbortSignal): GraphQLSchema {
  const schema = buildSchema("type Query { a: Int } type Subscription { tick: Int! }");
  schema.getSubscriptionType()!.getFields()["tick"]!.subscribe = async function* () {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    yield* [];
  };
  return schema;
}

const scope: RequestScope = {
  requestId: "test",
  locale: "fr",
  log: pino({ level: "silent" }),
  begin: () => () => undefined,
  noteOperation: () => undefined,
  noteUnavailable: () => undefined,
  noteQuotas: () => undefined,
};

/** A stream whose reader takes so many events. */
class Taking {
  readonly results: { data?: unknown; errors?: { extensions: { code: string }; message: string }[] }[] = [];
  over = false;
  completed = false;

  constructor(private readonly takes: number) {}

  next(result: (typeof this.results)[number]): void {
    this.results.push(result);
  }

  taken(): Promise<boolean> {
    return Promise.resolve(this.results.length <= this.takes);
  }

  complete(): void {
    this.completed = true;
    this.end();
  }

  end(): void {
    this.over = true;
  }
}

const run = (stream: Taking, more: object = {}) =>
  runSubscription(
    { document: parse("subscription { tick }"), operationName: null, variables: {} },
    {
      ...{ schema: SCHEMA, scope, cost: 1, seconds: 60, signal: new AbortController().signal },
      stream: stream as unknown as EventStream,
      contextFor: (signal) => newContext({ caller: ANONYMOUS, locale: "fr", requestId: "test", signal }),
      stands: () => Promise.resolve(true),
      ...more,
    },
  );

beforeEach(() => (told = 0));

it("a reader who takes nothing any more is told so and dropped; no event is made for them meanwhile", async () => {
  const stream = new Taking(2);
  await run(stream);
  expect([told, stream.over]).toEqual([3, true]);
  expect(stream.results.at(-1)).toMatchObject({ errors: [{ extensions: { code: "SLOW_READER" } }] });
  expect(stream.results.at(-1)!.errors![0]!.message).toContain("Reprenez avec `after`");
});

it("who shows what is good no more hears no more", async () => {
  const stream = new Taking(99);
  let looks = 0;
  await run(stream, { stands: () => Promise.resolve(++looks < 3) });
  expect(stream.results.map(({ data, errors }) => errors?.[0]?.extensions.code ?? data)).toEqual([
    { tick: 1 },
    { tick: 2 },
    "UNAUTHENTICATED",
  ]);
});

it("an event costs of the budget, and the last one is why there is no more", async () => {
  const stream = new Taking(99);
  let left = 2;
  const refused = { status: 429, code: "RATE_LIMITED", message: "Enough", retryAfter: 1 } as const;
  await run(stream, { scope: { ...scope, begin: () => (left-- > 0 ? () => undefined : refused) } });
  expect(stream.results.at(-1)).toEqual({ errors: [{ message: "Enough", extensions: { code: "RATE_LIMITED" } }] });
  expect([stream.results.length, stream.over]).toEqual([3, true]);
});

describe("what passes by itself breaks the stream off, so that whoever listens comes back", () => {
  const UNAVAILABLE = { status: 503, code: "UNAVAILABLE", message: "Not now", retryAfter: 1 } as const;
  const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const failing = (error: Error, at: "subscribe" | "resolve"): GraphQLSchema => {
    const schema = buildSchema("type Query { a: Int } type Subscription { tick: Int! }");
    const field = schema.getSubscriptionType()!.getFields()["tick"]!;
    const fails = () => Promise.reject(error);
    if (at === "subscribe") return Object.assign(field, { subscribe: fails }) && schema;
    field.subscribe = async function* () {
      yield {};
    };
    return Object.assign(field, { resolve: fails }) && schema;
  };

  it.each([
    ["no room just now", { scope: { ...scope, begin: () => UNAVAILABLE } }],
    ["a database that is away at an event", { schema: failing(away, "resolve") }],
    ["a database that is away at the beginning", { schema: failing(away, "subscribe") }],
    ["an event that takes too long", { schema: failing(new OperationTimedOut(), "resolve") }],
  ])("%s", async (_name, more) => {
    const stream = new Taking(99);
    await run(stream, more);
    expect([stream.results, stream.over, stream.completed]).toEqual([[], true, false]);
  });

  it("a fault of ours does not: it is told", async () => {
    const stream = new Taking(99);
    await run(stream, { schema: failing(new Error("A fault"), "resolve") });
    expect(stream.results).toMatchObject([{ errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] }]);
    expect(stream.completed).toBe(true);
  });
});

describe("while nothing happens", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("a look at what was shown that fails is logged, and the stream goes on", async () => {
    const stream = new Taking(99);
    const away = new Error("Connection terminated");
    const warn = jest.fn();
    const leave = new AbortController();
    const waiting = run(stream, {
      schema: silent(leave.signal),
      signal: leave.signal,
      scope: { ...scope, log: { ...scope.log, warn } },
      stands: () => Promise.reject(away),
    });
    await jest.advanceTimersByTimeAsync(2 * KEEP_ALIVE_MS);
    expect(warn.mock.calls).toEqual([
      [{ err: away }, "standing"],
      [{ err: away }, "standing"],
    ]);
    expect([stream.results, stream.over]).toEqual([[], false]);
    leave.abort();
    await waiting;
  });
});
