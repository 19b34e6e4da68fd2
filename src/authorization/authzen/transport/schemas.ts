import { SEMANTICS } from "./messages";

const DRAFT = "http://json-schema.org/draft-07/schema#";
const properties = { type: "object" } as const;
export const MAX_TEXT_LENGTH = 1024;
const text = { type: "string", minLength: 1, maxLength: MAX_TEXT_LENGTH } as const;
const entity = { type: "object", required: ["type", "id"], properties: { type: text, id: text, properties } } as const;
const action = { type: "object", required: ["name"], properties: { name: text, properties } } as const;
const context = { type: "object" } as const;

/** How many entries a batch may have; said in the published schema and in the refusal of more. */
export const MAX_EVALUATIONS = 100;

/** Request of /access/v1/evaluation. Unknown keys are ignored, as the standard demands. */
export const EVALUATION_SCHEMA = {
  $schema: DRAFT,
  title: "AuthZEN 1.0 Access Evaluation request",
  type: "object",
  required: ["subject", "action", "resource"],
  properties: { subject: entity, action, resource: entity, context },
} as const;

/**
 * Request of /access/v1/evaluations. Entries and defaults may each be incomplete: what an entry comes to is looked at
 * once both are merged, and an incomplete one is a false decision at its place, not a refused request.
 */
export const EVALUATIONS_SCHEMA = {
  $schema: DRAFT,
  title: "AuthZEN 1.0 Access Evaluations request",
  type: "object",
  properties: {
    subject: { type: "object" },
    action: { type: "object" },
    resource: { type: "object" },
    context,
    evaluations: { type: "array", maxItems: MAX_EVALUATIONS, items: { type: "object" } },
    options: {
      type: "object",
      properties: { evaluations_semantic: { enum: SEMANTICS }, reasons: { type: "boolean" } },
    },
  },
} as const;

/** The searched entity: its id is ignored, whatever it is. */
const kind = { type: "object", required: ["type"], properties: { type: text, properties } } as const;
const page = {
  type: "object",
  properties: { token: { type: "string", maxLength: 4096 }, limit: { type: "integer", minimum: 1 } },
} as const;

/** Results on a page at most, and how many where the request says nothing. More are asked for in vain, not refused. */
export const MAX_RESULTS = 200;
export const USUAL_RESULTS = 50;

/** Request of /access/v1/search/subject. */
export const SUBJECT_SEARCH_SCHEMA = {
  $schema: DRAFT,
  title: "AuthZEN 1.0 Subject Search request",
  type: "object",
  required: ["subject", "action", "resource"],
  properties: { subject: kind, action, resource: entity, context, page },
} as const;

/** Request of /access/v1/search/resource. */
export const RESOURCE_SEARCH_SCHEMA = {
  $schema: DRAFT,
  title: "AuthZEN 1.0 Resource Search request",
  type: "object",
  required: ["subject", "action", "resource"],
  properties: { subject: entity, action, resource: kind, context, page },
} as const;

/** Request of /access/v1/search/action. It has no action; one that is sent is ignored. */
export const ACTION_SEARCH_SCHEMA = {
  $schema: DRAFT,
  title: "AuthZEN 1.0 Action Search request",
  type: "object",
  required: ["subject", "resource"],
  properties: { subject: entity, resource: entity, context, page },
} as const;
