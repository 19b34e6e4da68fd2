import type { DecisionEntryEntity } from "../../../src/authorization/log/decision-entry.entity";
import { newId } from "../../../src/kernel/ids";

/** A denial as the log keeps it. */
export function decision(companyId: string, at: string): DecisionEntryEntity {
  return {
    ...{ id: newId(), companyId, at, askerKind: "person", asker: "a@acme.test", subjectId: null, facts: null },
    ...{
      subjectReference: null,
      action: "send",
      resource: "commitment",
      recordId: null,
      allowed: false,
      code: "OWN_RECORD",
    },
    ...{ reasons: ["OWN_RECORD"], grantId: null, policyRevision: 3, asOf: null, consistency: "revision" },
    ...{ traceId: null, enforced: true, seal: null, createdAt: at },
  };
}
