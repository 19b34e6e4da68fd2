import type { AuthzenEngine, Findings, SearchWindow } from "../../../src/authorization/authzen/transport/engine";
import type { Evaluation, EvaluationRequest } from "../../../src/authorization/authzen/transport/messages";

const RECORDS: Readonly<Record<string, string>> = { "record-1": "active", "record-2": "archived" };
const ROLES: Readonly<Record<string, string>> = { alice: "user", bob: "admin" };
const ACTIONS = ["read", "write", "delete"];

/** Own keys only: nobody is called "constructor". */
const of = (table: Readonly<Record<string, string>>, id: string) => (Object.hasOwn(table, id) ? table[id] : undefined);

/**
 * The public certification scenario of AuthZEN 1.0: records are read by both users; active ones written by alice,
 * archived ones by administrators; deleted only softly. Properties that a caller sends win over the stored ones.
 */
export const FIXTURE_POLICY: AuthzenEngine = {
  evaluate: async (_asker, request) => decide(request),

  async searchSubjects(_asker, { subject, ...rest }, window) {
    breakFor(rest.resource.id);
    const ids = subject.type === "user" ? Object.keys(ROLES) : [];
    return pageOf(
      ids,
      window,
      (id) => ({ type: "user", id }),
      (found) => decide({ ...rest, subject: found }),
    );
  },

  async searchResources(_asker, { resource, ...rest }, window) {
    const ids = resource.type === "record" ? Object.keys(RECORDS) : [];
    return pageOf(
      ids,
      window,
      (id) => ({ type: "record", id }),
      (found) => decide({ ...rest, resource: found }),
    );
  },

  async searchActions(_asker, rest, window) {
    return pageOf(
      [...ACTIONS].sort(),
      window,
      (name) => ({ name }),
      (action) => decide({ ...rest, action }),
    );
  },
};

function decide({ subject, action, resource }: EvaluationRequest): Evaluation {
  breakFor(subject.id);
  const role = subject.properties?.role ?? of(ROLES, subject.id);
  const status = resource.properties?.status ?? of(RECORDS, resource.id);
  if (subject.type !== "user" || resource.type !== "record" || role === undefined || status === undefined)
    return { decision: false, context: { code: "UNKNOWN" } };
  if (action.name === "read") return { decision: true };
  if (action.name === "write") return { decision: status === "archived" ? role === "admin" : role === "user" };
  return { decision: action.name === "delete" && action.properties?.soft === true && role === "user" };
}

/** For tests of what becomes of an engine's failure. */
function breakFor(id: string): void {
  if (id === "broken") throw new Error("The engine is broken");
}

function pageOf<Found>(
  keys: readonly string[],
  { after, limit }: SearchWindow,
  make: (key: string) => Found,
  decideOn: (found: Found) => Evaluation,
): Findings<Found> {
  const allowed = keys.filter((key) => (after === null || key > after) && decideOn(make(key)).decision);
  const shown = allowed.slice(0, limit);
  return { results: shown.map(make), next: shown.length < allowed.length ? (shown.at(-1) ?? null) : null };
}
