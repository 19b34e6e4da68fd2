import { createClient, type ExecutionResult } from "graphql-sse";
import { stringifyDocument } from "urql";
import { CompanyEventsDocument, type CompanyEventsSubscription } from "../generated/operations";
import type { Language } from "./words";

/** What a listener is told. */
export interface Heard {
  /** Something happened: the cursor to go on from. */
  readonly event: (cursor: string, isNews: boolean) => void;
  /** Whether events come just now. */
  readonly connected: (connected: boolean) => void;
}

/** Waited before the first try to come back; twice as long before each further one. */
const RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;
/** Of an end after which the same would be answered again. */
const FINAL = new Set<unknown>(["UNAUTHENTICATED", "BAD_INPUT", "LIMIT_EXCEEDED"]);

/** Listens to the company from the cursor on, and comes back where it was whenever the connection is lost. What it answers ends it. */
export function listen(company: string, from: string | null, language: Language, heard: Heard): () => void {
  const client = createClient({ url: "/graphql", retryAttempts: 0, headers: { "accept-language": language } });
  let after = from;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const again = () => {
    if (over) return;
    heard.connected(false);
    // Not all at once, where many have lost an instance together.
    const wait = Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** tries++) * (0.5 + Math.random() / 2);
    timer = setTimeout(begin, wait);
  };
  const next = ({ data, errors }: ExecutionResult<CompanyEventsSubscription>) => {
    if (data?.companyEvents) {
      const { cursor, areas } = data.companyEvents;
      // Without a cursor, what is on the screen may have been read before the first event.
      const isNews = after === null || areas.length > 0;
      after = cursor;
      tries = 0;
      heard.connected(true);
      heard.event(cursor, isNews);
    } else if (FINAL.has(errors?.[0]?.extensions?.["code"])) over = true;
  };
  const begin = () => {
    client.subscribe<CompanyEventsSubscription>(
      { query: stringifyDocument(CompanyEventsDocument), variables: { company, after } },
      { next, error: again, complete: again },
    );
  };
  begin();
  return () => {
    over = true;
    clearTimeout(timer);
    client.dispose();
  };
}
