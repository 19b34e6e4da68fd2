import { MAX_TEXT_LENGTH } from "../transport/schemas";

const text = { type: "string", minLength: 1, maxLength: MAX_TEXT_LENGTH } as const;
const properties = { type: "object" } as const;
const entity = { type: "object", required: ["type", "id"], properties: { type: text, id: text, properties } } as const;

/** Request of the endpoint for requests (draft, "Access Request Submission"), of one denial; what is not named is passed over. */
export const ACCESS_REQUEST_SCHEMA = {
  type: "object",
  required: ["subject", "action", "resource", "denial"],
  properties: {
    subject: entity,
    action: { type: "object", required: ["name"], properties: { name: text, properties } },
    resource: entity,
    context: { type: "object", properties: { business_justification: { type: "string" } } },
    requested_access: { type: "object", properties: { requested_until: { type: "string" } } },
    denial: {
      type: "object",
      required: ["expires_at"],
      properties: { expires_at: text, binding_token: { type: "string", minLength: 1, maxLength: 16_384 } },
    },
  },
} as const;
