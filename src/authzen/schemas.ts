import { SEMANTICS } from "./messages";

const DRAFT = "http://json-schema.org/draft-07/schema#";
const properties = { type: "object" } as const;
const text = { type: "string", minLength: 1, maxLength: 1024 } as const;
const entity = { type: "object", required: ["type", "id"], properties: { type: text, id: text, properties } } as const;
const action = { type: "object", required: ["name"], properties: { name: text, properties } } as const;
const context = { type: "object" } as const;

/** How many entries a batch may have; said in the metadata and in the refusal of more. */
export const MOST_EVALUATIONS = 100;

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
    evaluations: { type: "array", maxItems: MOST_EVALUATIONS, items: { type: "object" } },
    options: {
      type: "object",
      properties: { evaluations_semantic: { enum: SEMANTICS }, reasons: { type: "boolean" } },
    },
  },
} as const;
