import fc from "fast-check";
import type {
  CompanyFacts,
  Facts,
  FeatureFacts,
  GrantFacts,
  RecordFacts,
  SeveralConnections,
  SubjectFacts,
} from "../../src/policy/model/facts";
import { CONTRACT_MISFITS, MISFIT_RESPONSES } from "../../src/policy/model/contract-misfits";
import {
  ACTIONS,
  CONNECTION_STATUSES,
  DIRECT_EXPORT_MODES,
  DIRECTIONS,
  FEATURES,
  LEVELS,
  PHASES,
  PROJECT_TOOLS,
  RECORD_STATES,
  RESOURCES,
  SCOPES,
  STAFF_ROLES,
  STAKEHOLDER_ROLES,
  type ConnectionStatus,
  type Feature,
} from "../../src/policy/model/vocabulary";

/*
 * Random companies, people and records. The pools are small so that things meet: a random project is often one the
 * person has, a random instant often exactly the one asked about. Weights lean towards open gates, because a
 * population in which everything is denied proves nothing.
 */

export const AT = "2026-03-10T12:00:00.000Z";
const INSTANTS = ["2026-03-10T11:59:59.999Z", AT, "2026-03-10T12:00:00.001Z", "2025-01-01T00:00:00.000Z"];
const COMPANIES = ["c1", "c2"];
const PEOPLE = ["p1", "p2", "p3"];
const PROJECTS = ["tower", "bridge", "school"];
const MINORS = [-5_000_000, -500, -1, 0, 1, 99, 100, 101, 5_000_000];

const mostly = <T>(usual: T, all: readonly T[], weight = 5): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...all) });
const orNull = <T>(arbitrary: fc.Arbitrary<T>, nulls = 1): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 1, arbitrary }, { weight: nulls, arbitrary: fc.constant(null) });

export const project = fc.constantFrom(...PROJECTS);
export const money = fc.record({ minor: fc.constantFrom(...MINORS), currency: mostly("USD", ["EUR", "JPY"], 2) });
/** Mostly it fits, or nearly. */
export const misfits = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.subarray([...CONTRACT_MISFITS], { maxLength: 2 }) },
);
/** Features that records are about most often, so that grants and questions meet. */
export const feature: fc.Arbitrary<Feature> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Feature>("commitment", "commitment_change_order", "subcontractor_invoice") },
  // Without an amount, and two of them without a project.
  { weight: 2, arbitrary: fc.constantFrom<Feature>("vendor", "cost_code", "project") },
  { weight: 1, arbitrary: fc.constantFrom(...FEATURES) },
);
export const action = fc.constantFrom(...ACTIONS);
export const resource = fc.oneof(
  { weight: 8, arbitrary: feature },
  { weight: 1, arbitrary: fc.constant("company" as const) },
  { weight: 1, arbitrary: fc.constantFrom(...RESOURCES) },
);

const featureFacts: fc.Arbitrary<FeatureFacts> = fc.record({
  exports: mostly(true, [false]),
  imports: mostly(true, [false]),
  enabled: mostly(true, [false]),
  directExport: mostly("off", DIRECT_EXPORT_MODES, 1),
});

/** Often one, of which the company's own facts speak; else several, of which a record has one, by itself or its project. */
const several: fc.Arbitrary<SeveralConnections | null> = fc.option(
  fc.record({
    connections: fc.tuple(
      ...["x1", "x2"].map((id) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constant(`Ledger ${id}`),
          status: mostly<ConnectionStatus>("authorised", CONNECTION_STATUSES, 3),
          editionSupported: mostly(true, [false], 3),
        }),
      ),
    ),
    defaultId: fc.constantFrom("x1", "x2"),
    ofProject: fc.dictionary(project, fc.constantFrom("x1", "x2"), { maxKeys: 3, noNullPrototype: true }),
  }),
  { nil: null, freq: 2 },
);

export const company: fc.Arbitrary<CompanyFacts> = fc.record({
  several,
  companyId: mostly("c1", COMPANIES),
  phase: mostly("in_use", PHASES),
  connector: fc.constant("xero"),
  connection: mostly("authorised", CONNECTION_STATUSES),
  edition: fc.constantFrom("ESTABLISHED", "EARLY", null),
  editionSupported: mostly(true, [false]),
  // A list that has none is as good as no list.
  projectsOutOfUse: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(project, { maxLength: 2 }) },
  ),
  twoPersonAbove: orNull(money, 2),
  contractControl: fc.dictionary(fc.constantFrom(...CONTRACT_MISFITS), fc.constantFrom(...MISFIT_RESPONSES), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
  features: fc.record(Object.fromEntries(FEATURES.map((name) => [name, featureFacts]))),
});

/** Without its id: ids are given by position, because they are unique. */
export const grant = fc.record({
  feature,
  direction: mostly("export", DIRECTIONS, 1),
  projectIds: orNull(fc.uniqueArray(project, { maxLength: 3 })),
  ceiling: orNull(money),
  validFrom: orNull(fc.constantFrom(...INSTANTS), 4),
  validUntil: orNull(fc.constantFrom(...INSTANTS), 4),
});
export const grants: fc.Arbitrary<readonly GrantFacts[]> = fc
  .array(grant, { maxLength: 6 })
  .map((loose) => loose.map((one, index) => ({ grantId: `g${index}`, ...one })));

const projectLevel = fc.record({
  projectId: project,
  tool: fc.oneof(fc.constant("commitments" as const), fc.constantFrom(...PROJECT_TOOLS)),
  level: mostly("admin", LEVELS, 2),
});

export const subject: fc.Arbitrary<SubjectFacts> = fc.record({
  subjectId: fc.constantFrom(...PEOPLE),
  companyId: mostly("c1", COMPANIES, 10),
  kind: mostly("member", ["staff", "staff", "service"], 4),
  active: mostly(true, [false], 8),
  toolLevel: mostly("standard", LEVELS, 1),
  directoryLevel: mostly("none", LEVELS, 1),
  canPushToAccounting: mostly(true, [false], 2),
  projectLevels: fc.array(projectLevel, { maxLength: 5 }),
  grants,
  staffRole: orNull(fc.constantFrom(...STAFF_ROLES)),
  stakeholderRoles: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...STAKEHOLDER_ROLES), { maxLength: 2 }) },
  ),
  assignedUntil: orNull(fc.constantFrom(...INSTANTS)),
  // People have none, and a gate that looked at theirs would be found out.
  key: fc.record({ scopes: fc.subarray([...SCOPES]), until: orNull(fc.constantFrom(...INSTANTS)) }),
});

export const facts: fc.Arbitrary<Facts> = fc.record({
  company,
  subject: fc.oneof({ weight: 20, arbitrary: subject }, { weight: 1, arbitrary: fc.constant(null) }),
  at: fc.constant(AT),
});

/** What callers send where a fact should be: nothing, null, or something of another type. */
export const junk: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  undefined,
  null,
  Number.NaN,
  "",
  0,
  true,
  "100",
  [],
  ["tower"],
  {},
  { minor: "100", currency: "USD" },
  { minor: Number.NaN, currency: "USD" },
  { minor: 1.5, currency: "USD" },
  { minor: null, currency: "USD" },
  { minor: 1 },
  { minor: 1, currency: "usd" },
  { minor: Number.MAX_SAFE_INTEGER + 2, currency: "USD" },
  { $exists: true },
  ["ZERO_INVOICE", "tower"],
  "constructor",
  "__proto__",
);
const orJunk = <T>(arbitrary: fc.Arbitrary<T>, weight = 12): fc.Arbitrary<unknown> =>
  fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: junk });

/** A record's facts; `about` and `owner` are what the question is about, so that records fit most questions. */
export function record(about: string, owner: string): fc.Arbitrary<RecordFacts> {
  const facts = {
    id: fc.constantFrom("r1", undefined),
    project: orJunk(project),
    connection: orJunk(fc.constantFrom("x1", "x2", "x3", undefined), 6),
    amount: orJunk(money),
    submittedBy: orJunk(fc.constantFrom(...PEOPLE)),
    state: orJunk(mostly("awaiting", RECORD_STATES, 2)),
    documentDate: orJunk(fc.constantFrom(...INSTANTS)),
    firstApprover: orJunk(fc.constantFrom(...PEOPLE), 2),
    prerequisitesBlocked: orJunk(fc.constantFrom(false, undefined, true), 6),
    workflowCompleted: orJunk(fc.boolean(), 3),
    grantee: orJunk(fc.constantFrom(...PEOPLE), 4),
    misfits: orJunk(misfits),
  };
  return fc.record(
    {
      companyId: mostly(owner, COMPANIES, 15),
      feature: mostly<string>(about, [...RESOURCES, "nothing"], 15),
      ...facts,
    },
    { requiredKeys: ["companyId", "feature", "project", "submittedBy", "state"] },
  );
}

/** A question that a company of these facts could be asked. */
export interface Question {
  readonly facts: Facts;
  readonly action: (typeof ACTIONS)[number];
  readonly resource: (typeof RESOURCES)[number];
  readonly record: RecordFacts;
}

export const question: fc.Arbitrary<Question> = fc
  .record({ facts, action, resource })
  .chain((asked) => record(asked.resource, asked.facts.company.companyId).map((one) => ({ ...asked, record: one })));

/** One policy, and many questions about many records of it. */
export const interview = fc
  .record({ facts, resource })
  .chain(({ facts: known, resource: about }) =>
    fc
      .array(record(about, known.company.companyId), { minLength: 4, maxLength: 8 })
      .map((records) => ({ facts: known, resource: about, records })),
  );
