import type { AuthzenEngine } from "../../src/authzen/engine";
import type { Evaluation, EvaluationRequest } from "../../src/authzen/messages";

const RECORDS: Readonly<Record<string, string>> = { "record-1": "active", "record-2": "archived" };
const ROLES: Readonly<Record<string, string>> = { alice: "user", bob: "admin" };

/**
 * The public certification scenario of AuthZEN 1.0: records are read by both users; active ones written by alice,
 * archived ones by administrators; deleted only softly. Properties that a caller sends win over the stored ones.
 */
export const FIXTURE_POLICY: AuthzenEngine = {
  async evaluate(_asker, { subject, action, resource }: EvaluationRequest): Promise<Evaluation> {
    if (subject.id === "broken") throw new Error("The engine is broken");
    const role = subject.properties?.role ?? ROLES[subject.id];
    const status = resource.properties?.status ?? RECORDS[resource.id];
    if (subject.type !== "user" || resource.type !== "record" || role === undefined || status === undefined)
      return { decision: false, context: { code: "UNKNOWN" } };
    if (action.name === "read") return { decision: true };
    if (action.name === "write") return { decision: status === "archived" ? role === "admin" : role === "user" };
    return { decision: action.name === "delete" && action.properties?.soft === true && role === "user" };
  },
};
