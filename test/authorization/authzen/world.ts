import type { FastifyInstance } from "fastify";
import type { Entity, NamedAction } from "../../../src/authorization/authzen/transport/messages";

export interface Triple {
  readonly subject: Entity;
  readonly action: NamedAction;
  readonly resource: Entity;
}

/** A policy to be tested: how to reach it, and what it says to a few questions. */
export interface World {
  readonly http: FastifyInstance;
  readonly headers: Readonly<Record<string, string>>;
  readonly publicUrl: string;
  /** What its metadata say beside the endpoints and our limits. */
  readonly metadata?: object;
  readonly yes: Triple;
  readonly no: Triple;
  /** Like `yes` and `no`, but told apart by properties alone. */
  readonly yesByProperties: Triple;
  readonly noByProperties: Triple;
  /** A resource type whose search finds `yes.resource`. */
  readonly kind: Omit<Entity, "id">;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

export type Ask = (path: string, payload: unknown, headers?: Record<string, string>) => Promise<Answer>;

export function askerOf(world: () => Pick<World, "http" | "headers">): Ask {
  return async (path, payload, more = {}) => {
    const { http, headers } = world();
    const raw = typeof payload === "string";
    const answer = await http.inject({
      method: "POST",
      url: `/access/v1/${path}`,
      headers: { ...(raw ? { "content-type": "application/json" } : {}), ...headers, ...more },
      payload: payload as object,
    });
    const body = answer.body === "" ? {} : answer.json<Record<string, unknown>>();
    return { status: answer.statusCode, headers: answer.headers, body, text: answer.body };
  };
}

export const PATHS = ["evaluation", "evaluations", "search/subject", "search/resource", "search/action"] as const;

/** A well-formed request of each endpoint. */
export function requestsOf({ yes, kind }: World): Record<(typeof PATHS)[number], Record<string, unknown>> {
  const { subject, action, resource } = yes;
  const properties = kind.properties ? { properties: kind.properties } : {};
  return {
    evaluation: { subject, action, resource },
    evaluations: { subject, action, evaluations: [{ resource }] },
    "search/subject": { subject: { type: "user" }, action, resource },
    "search/resource": { subject, action, resource: { type: kind.type, ...properties } },
    "search/action": { subject, resource },
  };
}
