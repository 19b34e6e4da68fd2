import type { DecisionCode, FactProblemCode, GateCode, Known } from "./vocabulary";

/** What the client says and hears: the OpenID Authorization API 1.0 (AuthZEN), with what Ledgergate adds to it. */

export type Properties = Readonly<Record<string, unknown>>;

/** A person (`type` "user", `id` an e-mail or id), a service ("service", the id of its API key), a feature, or a record. */
export interface Entity {
  readonly type: string;
  readonly id: string;
  readonly properties?: Properties;
}

/** A kind of entity that a search looks for. */
export type EntityKind = Omit<Entity, "id">;

export interface NamedAction {
  readonly name: string;
  readonly properties?: Properties;
}

export interface QuestionContext {
  /** As of which ISO-8601 instant; now if left out. */
  readonly at?: string;
  /** With `at`: by what was known at this instant. */
  readonly knownAt?: string;
  /** Types of obligations that you carry out. */
  readonly obligations_supported?: readonly string[];
  readonly [name: string]: unknown;
}

/** May the subject do the action with the resource? */
export interface Question {
  readonly subject: Entity;
  readonly action: NamedAction;
  readonly resource: Entity;
  readonly context?: QuestionContext;
}

/** One reason against. Codes are API, texts are not. */
export interface Reason {
  readonly code: Known<GateCode>;
  readonly message: string;
  readonly remedy?: { readonly message: string; readonly who: string };
}

/** Something that a question stated of its record and that could not be taken. */
export interface FactProblem {
  /** The property's name; "id" for the record's own. */
  readonly fact: string;
  readonly code: Known<FactProblemCode>;
  readonly message: string;
}

/** What a record must still meet, where a permission was asked for without one. */
export interface Limit {
  readonly code: Known<GateCode>;
  readonly message: string;
}

/** Of the Obligations Profile, a draft: told to who lists "custom" in `context.obligations_supported`. */
export interface Obligation {
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
}

export interface DecisionContext {
  /** ALLOWED, or the first reason against. */
  readonly code?: Known<DecisionCode>;
  readonly message?: string;
  readonly reasons?: readonly Reason[];
  readonly limits?: readonly Limit[];
  /** What whoever acts on it has to do; words where the draft profile was not asked for. */
  readonly obligations?: readonly (string | Obligation)[];
  /** Whose facts of the record counted: those that the server holds, or those of the question. Left out: it was about no record. */
  readonly facts?: "stored" | "described";
  /** Id of the record that the server holds, where its facts counted. */
  readonly record?: string;
  /** What the question stated of the record and the server could not take; with any, the answer is no. */
  readonly factProblems?: readonly FactProblem[];
  /** Id of the grant that the answer rests on. */
  readonly grant?: string;
  /** Give it back as `atLeast` where the next answer must not be older. */
  readonly policyRevision?: number;
  readonly evaluatedAt?: string;
  readonly [name: string]: unknown;
}

export interface Decision {
  readonly decision: boolean;
  readonly context?: DecisionContext;
}

/** How new an answer must be. Left out: as the server finds best. */
export interface Consistency {
  /** Not older than this policy revision, such as the one that a revocation answered. */
  readonly atLeast?: number;
  /** From the database, past every cache. */
  readonly fullyConsistent?: boolean;
}

export interface SubjectSearch {
  readonly subject: EntityKind;
  readonly action: NamedAction;
  readonly resource: Entity;
  readonly context?: QuestionContext;
}

export interface ResourceSearch {
  readonly subject: Entity;
  readonly action: NamedAction;
  readonly resource: EntityKind;
  readonly context?: QuestionContext;
}

export interface ActionSearch {
  readonly subject: Entity;
  readonly resource: Entity;
  readonly context?: QuestionContext;
}

export type FoundEntity = Pick<Entity, "type" | "id">;
export type FoundAction = Pick<NamedAction, "name">;
