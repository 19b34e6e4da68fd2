import type { FastifyInstance, FastifyRequest, onRequestHookHandler, preValidationHookHandler } from "fastify";
import type { Asker, AuthzenEngine, Findings, SearchWindow } from "./engine";
import type { PageRequest, SearchAnswer } from "./messages";
import { pageToken, readPageToken } from "./page-token";
import {
  ACTION_SEARCH_SCHEMA,
  MAX_RESULTS,
  RESOURCE_SEARCH_SCHEMA,
  SUBJECT_SEARCH_SCHEMA,
  USUAL_RESULTS,
} from "./schemas";
import { inTime } from "../../../infra/http/in-time";
import { BilingualRefusal } from "../../../kernel/errors";
import { AUTHZEN_TEXTS } from "./authzen-texts";

export const SUBJECT_SEARCH_PATH = "/access/v1/search/subject";
export const RESOURCE_SEARCH_PATH = "/access/v1/search/resource";
export const ACTION_SEARCH_PATH = "/access/v1/search/action";

type Question = Readonly<Record<string, unknown>> & { readonly page?: PageRequest };

interface Search<Found> {
  readonly path: string;
  readonly schema: object;
  readonly ask: (asker: Asker, question: never, window: SearchWindow) => Promise<Findings<Found>>;
  /** Only what the standard names, in its order. */
  readonly show: (found: Found) => Found;
}

export interface SearchRoutes {
  readonly engine: AuthzenEngine;
  /** Refuses whoever has not said who they are. */
  readonly onRequest: onRequestHookHandler;
  /** Makes of the body what the schemas look at. */
  readonly preValidation: preValidationHookHandler;
  readonly askerOf: (request: FastifyRequest) => Asker;
  /** How long a search may take. */
  readonly seconds: number;
}

/** The three searches of the standard, paged. */
export function addSearches(app: FastifyInstance, parts: SearchRoutes): void {
  const { engine } = parts;
  const entity = ({ type, id }: { type: string; id: string }) => ({ type, id });
  addSearch(app, parts, {
    path: SUBJECT_SEARCH_PATH,
    schema: SUBJECT_SEARCH_SCHEMA,
    ask: (asker, question, window) => engine.searchSubjects(asker, question, window),
    show: entity,
  });
  addSearch(app, parts, {
    path: RESOURCE_SEARCH_PATH,
    schema: RESOURCE_SEARCH_SCHEMA,
    ask: (asker, question, window) => engine.searchResources(asker, question, window),
    show: entity,
  });
  addSearch(app, parts, {
    path: ACTION_SEARCH_PATH,
    schema: ACTION_SEARCH_SCHEMA,
    ask: (asker, question, window) => engine.searchActions(asker, question, window),
    show: ({ name }: { name: string }) => ({ name }),
  });
}

function addSearch<Found>(
  app: FastifyInstance,
  { askerOf, onRequest, preValidation, seconds }: SearchRoutes,
  { path, schema, ask, show }: Search<Found>,
): void {
  const options = { schema: { body: schema }, onRequest, preValidation };
  app.post<{ Body: Question }>(path, options, async (request, reply): Promise<SearchAnswer<Found>> => {
    const asker = askerOf(request);
    const { page, ...question } = request.body;
    const window = windowOf(page ?? {}, question, asker);
    const found = await inTime(reply, seconds, () => ask(asker, question as never, window));
    const { results, next, context } = found;
    const { limit, after } = window;
    // A first page that is the last one holds them all.
    const total = found.total ?? (after === null && next === null ? results.length : undefined);
    const next_token = next === null ? "" : pageToken({ after: next, limit }, question, asker.caller);
    return {
      page: { next_token, count: results.length, ...(total === undefined ? {} : { total }) },
      ...(context ? { context } : {}),
      results: results.map(show),
    };
  });
}

/** A token goes with the limit that it was made for; an empty one is none. */
function windowOf({ token, limit }: PageRequest, question: object, { caller }: Asker): SearchWindow {
  const size = Math.min(limit ?? USUAL_RESULTS, MAX_RESULTS);
  if (token === undefined || token === "") return { limit: size, after: null };
  const position = readPageToken(token, question, caller);
  if (limit !== undefined && size !== position.limit) throw new BilingualRefusal("BAD_INPUT", AUTHZEN_TEXTS.pageLimit);
  return position;
}
