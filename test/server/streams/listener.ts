import { createClient, type ExecutionResult } from "graphql-sse";
import type { TestServer } from "../../support/server";

/** One event as a listener of the tests asks for it. */
export interface ToldEvent {
  readonly cursor: string;
  readonly areas: readonly string[];
  readonly readAnew: boolean;
  readonly policyRevision: number;
  readonly records: readonly { readonly id: string; readonly state: string }[];
  readonly company: {
    readonly erpIntegration: { readonly counts: readonly { filter: string; count: number }[] } | null;
  };
}

const EVENTS = `subscription ($company: ID!, $after: String) {
  companyEvents(company: $company, after: $after) {
    cursor areas readAnew policyRevision
    records { id state }
    company { id erpIntegration { counts(iMay: SEND) { filter count } } }
  }
}`;

/** Somebody who listens over GraphQL over SSE, by the library that the protocol comes with. */
export class Listener {
  private constructor(
    private readonly results: AsyncIterableIterator<ExecutionResult>,
    readonly dispose: () => void,
  ) {}

  static async of(
    address: string,
    headers: Record<string, string>,
    variables: { company: string; after?: string | null },
    query = EVENTS,
  ): Promise<Listener> {
    const client = createClient({ url: `${address}/graphql`, headers, retryAttempts: 0 });
    return new Listener(client.iterate({ query, variables }), () => client.dispose());
  }

  static async person(server: TestServer, email: string, company: string, after?: string): Promise<Listener> {
    const authorization = `Bearer ${await server.token(email)}`;
    return Listener.of(addressOf(server), { authorization }, { company, after });
  }

  /** What is told next; null: the stream was completed. */
  async next(): Promise<ExecutionResult | null> {
    const { done, value } = (await this.results.next()) as IteratorResult<ExecutionResult, undefined>;
    return done ? null : (value ?? null);
  }

  /** The next event; there must be one. */
  async event(): Promise<ToldEvent> {
    const result = await this.next();
    expect(result?.errors).toBeUndefined();
    return (result?.data as { companyEvents: ToldEvent }).companyEvents;
  }

  /** The next event that tells of the area; what else happens goes by. */
  async eventOf(area: string): Promise<ToldEvent> {
    for (;;) {
      const event = await this.event();
      if (event.areas.includes(area)) return event;
    }
  }

  /** The code of the error that ends the stream; what happened before goes by. */
  async refused(): Promise<unknown> {
    for (;;) {
      const result = await this.next();
      if (result?.data) continue;
      expect(await this.next()).toBeNull();
      return result?.errors?.[0]?.extensions?.["code"];
    }
  }
}

/** Of a server that listens. */
export function addressOf(server: TestServer): string {
  const address = server.http.server.address();
  if (address === null || typeof address === "string") throw new Error("The server does not listen");
  return `http://127.0.0.1:${address.port}`;
}
