import fc from "fast-check";
import type {
  CompanyFacts,
  ConnectionFacts,
  Facts,
  RecordFacts,
  SeveralConnections,
} from "../../src/policy/model/facts";
import { CONNECTION_STATUSES } from "../../src/policy/model/vocabulary";
import { company, approver, AT, COMPANY, grant } from "./facts-builder";

/* Companies of three ledgers of which some are shut, and people who lack nothing but, here and there, a project. */

export const PLACES = ["tower", "bridge", "school", "harbour"];
const LEDGERS = ["x1", "x2", "x3"];
export const FEATURES_ASKED = ["commitment", "subcontractor_invoice", "vendor"] as const;
export const ACTIONS_ASKED = ["send", "reject", "submit", "resubmit", "link", "unlink"] as const;

const ledger = (id: string): fc.Arbitrary<ConnectionFacts> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Ledger ${id}`),
    status: fc.oneof(fc.constant("authorised" as const), fc.constantFrom(...CONNECTION_STATUSES)),
    editionSupported: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, fc.constant(false)),
  });

const places = fc.oneof(fc.constant(null), fc.uniqueArray(fc.constantFrom(...PLACES), { minLength: 1, maxLength: 2 }));

/** @param books the projects that are bound, by project; random if left out */
export function divided(books?: Pick<SeveralConnections, "defaultId" | "ofProject">): fc.Arbitrary<Facts> {
  const several = fc.record({
    connections: fc.tuple(...LEDGERS.map(ledger)),
    defaultId: books ? fc.constant(books.defaultId) : fc.constantFrom(...LEDGERS),
    ofProject: books
      ? fc.constant(books.ofProject)
      : fc.dictionary(fc.constantFrom(...PLACES), fc.constantFrom(...LEDGERS), { maxKeys: 4, noNullPrototype: true }),
  });
  const subject = fc
    .record({ scopes: fc.array(places, { minLength: 1, maxLength: 2 }), adminIn: places })
    .map(({ scopes, adminIn }) => {
      const levels = (adminIn ?? PLACES).map(
        (projectId) => ({ projectId, tool: "commitments", level: "admin" }) as const,
      );
      const held = scopes.flatMap((projectIds, at) =>
        FEATURES_ASKED.map((feature) => ({ ...grant(feature, { projectIds }), grantId: `${feature}-${at}` })),
      );
      return approver(held, { projectLevels: levels });
    });
  return fc
    .record({ several, subject })
    .map(({ several: own, subject: who }) => ({ company: company({ several: own }), subject: who, at: AT }));
}

/** The same company with every ledger open. */
export function opened(known: CompanyFacts): CompanyFacts {
  const connections = known.several!.connections.map((one) => ({
    ...one,
    status: "authorised" as const,
    editionSupported: true,
  }));
  return { ...known, several: { ...known.several!, connections } };
}

/** Every record that there could be: in each project, or in none and in the books that it names. */
export function everyRecord(feature: string): readonly RecordFacts[] {
  const books = [
    ...PLACES.map((project) => ({ project })),
    ...LEDGERS.map((connection) => ({ connection })),
    ...PLACES.flatMap((project) => LEDGERS.map((connection) => ({ project, connection }))),
  ];
  return books.flatMap((place) =>
    ["draft", "awaiting", "rejected", "synced", "failed", "staged"].map((state) => ({
      ...place,
      companyId: COMPANY,
      feature,
      state,
      submittedBy: "bruno",
    })),
  );
}
