/** Shapes of the OpenID Authorization API 1.0 (AuthZEN), final text, section "Information Model". */

export interface Entity {
  readonly type: string;
  readonly id: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface NamedAction {
  readonly name: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export type RequestContext = Readonly<Record<string, unknown>>;

export interface EvaluationRequest {
  readonly subject: Entity;
  readonly action: NamedAction;
  readonly resource: Entity;
  readonly context?: RequestContext;
}

export interface Evaluation {
  readonly decision: boolean;
  readonly context?: Readonly<Record<string, unknown>>;
  /** No part of the message: the evaluation's JSON, from engines that keep it ready. */
  text?(): string;
}

export const SEMANTICS = ["execute_all", "deny_on_first_deny", "permit_on_first_permit"] as const;
export type Semantic = (typeof SEMANTICS)[number];

/** Top-level entities are defaults of each entry; an entry overrides them key by key. */
export interface EvaluationsRequest extends Partial<EvaluationRequest> {
  readonly evaluations?: readonly Readonly<Record<string, unknown>>[];
  readonly options?: { readonly evaluations_semantic?: Semantic; readonly reasons?: boolean };
}

/** An entity whose id is what a search looks for; an id that is sent is ignored. */
export type EntityKind = Omit<Entity, "id">;

export interface PageRequest {
  readonly token?: string;
  readonly limit?: number;
}

interface SearchRequest {
  readonly context?: RequestContext;
  readonly page?: PageRequest;
}

export interface SubjectSearchRequest extends SearchRequest {
  readonly subject: EntityKind;
  readonly action: NamedAction;
  readonly resource: Entity;
}

export interface ResourceSearchRequest extends SearchRequest {
  readonly subject: Entity;
  readonly action: NamedAction;
  readonly resource: EntityKind;
}

export interface ActionSearchRequest extends SearchRequest {
  readonly subject: Entity;
  readonly resource: Entity;
}

export type FoundEntity = Pick<Entity, "type" | "id">;
export type FoundAction = Pick<NamedAction, "name">;

/** A page of what a search found; `next_token` is empty on the last. `total` is of all pages, where it is at hand. */
export interface SearchAnswer<Found> {
  readonly page: { readonly next_token: string; readonly count: number; readonly total?: number };
  readonly context?: Readonly<Record<string, unknown>>;
  readonly results: readonly Found[];
}
