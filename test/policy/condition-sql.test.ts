import fc from "fast-check";
import type { Database } from "../../src/infra/db/database";
import { alternatives, evaluate } from "../../src/policy/model/condition";
import { sqlFilter, type FactColumns, type SqlFilter } from "../../src/policy/judgement/condition-sql";
import { isAllowed } from "../../src/policy/judgement/decide";
import type { RecordFacts } from "../../src/policy/model/facts";
import { routes } from "../../src/policy/judgement/judge";
import { MemberPolicy } from "../../src/policy/judgement/member-policy";
import { recordView } from "../../src/policy/model/record-view";
import { ACTIONS, type Resource } from "../../src/policy/model/vocabulary";
import { misfitsText } from "../../src/records/record/misfits";
import { openTestDatabase } from "../support/database";
import { facts } from "./arbitraries";
import { condition, factsOf, livelyRow, row, type Row } from "./condition-arbitraries";
import { ACTIONS_ASKED, divided, FEATURES_ASKED } from "./divided-company";
import { COMPANY } from "./facts-builder";
import { runs } from "./runs";

/* Runs on either database: TEST_DATABASE=postgres takes the other one. */

const COLUMNS: FactColumns = {
  companyId: "r.company",
  project: "r.project",
  connection: "r.connection",
  amountMinor: "r.minor",
  amountCurrency: "r.currency",
  submittedBy: "r.submitted_by",
  state: "r.state",
  documentDate: "r.document_date",
  firstApprover: "r.first_approver",
  hasFirstApproval: "r.has_first_approval",
  prerequisitesBlocked: "r.blocked",
  workflowCompleted: "r.workflow",
  grantee: "r.grantee",
  misfits: "r.misfits",
};
const TEXT_COLUMNS =
  "id, company, feature, project, connection, currency, submitted_by, state, document_date, first_approver, grantee, misfits".split(
    ", ",
  );
const FLAG_COLUMNS = ["has_first_approval", "blocked", "workflow"];

interface Stored {
  readonly id: string;
  readonly record: RecordFacts;
}

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

/** A table of its own with the rows in it; `company` and `feature` say whose and what each row is. */
async function stored(table: string, rows: readonly (Row & { company: string; feature: string })[]): Promise<Stored[]> {
  const columns = [
    ...TEXT_COLUMNS.map((name) => `${name} text`),
    "minor bigint",
    ...FLAG_COLUMNS.map((name) => `${name} boolean`),
  ];
  const values = rows.map((one, index) => ({
    id: `r${index}`,
    company: one.company,
    feature: one.feature,
    project: one.project,
    connection: one.connection,
    currency: one.amountCurrency,
    submitted_by: one.submittedBy,
    state: one.state,
    document_date: one.documentDate,
    first_approver: one.firstApprover,
    grantee: one.grantee,
    minor: one.amountMinor,
    has_first_approval: one.firstApprover ? true : index % 2 === 0 ? false : null,
    blocked: one.prerequisitesBlocked,
    workflow: one.workflowCompleted,
    misfits: one.misfits && misfitsText(one.misfits),
  }));
  await database.write(async (manager) => {
    await manager.query(`CREATE TABLE ${table} (${columns.join(", ")})`);
    for (const value of values) {
      await manager.createQueryBuilder().insert().into(table, Object.keys(value)).values(value).execute();
    }
  });
  return rows.map((one, index) => ({ id: `r${index}`, record: factsOf(one, one.company, one.feature) }));
}

async function selected(table: string, filter: SqlFilter, feature?: string): Promise<string[]> {
  const query = database.read().createQueryBuilder().select("r.id", "id").from(table, "r");
  query.where(filter.where, filter.parameters);
  if (feature !== undefined) query.andWhere("r.feature = :feature", { feature });
  const rows = await query.getRawMany<{ id: string }>();
  return rows.map(({ id }) => id).sort();
}

const ids = (rows: readonly Stored[], keep: (record: RecordFacts) => boolean) =>
  rows
    .filter(({ record }) => keep(record))
    .map(({ id }) => id)
    .sort();

describe("a condition in SQL", () => {
  it("selects exactly the company's rows for which the evaluator says true", async () => {
    const sample = fc.sample(row, { numRuns: 250, seed: 3 });
    const rows = await stored(
      "condition_row",
      sample.map((one, index) => ({ ...one, company: index % 5 === 0 ? "c2" : "c1", feature: "commitment" })),
    );
    await fc.assert(
      fc.asyncProperty(condition, async (wanted) => {
        const found = await selected("condition_row", sqlFilter("c1", alternatives(wanted), COLUMNS));
        const expected = ids(
          rows,
          (record) => record.companyId === "c1" && evaluate(wanted, recordView(record)).truth === true,
        );
        expect(found).toEqual(expected);
      }),
      runs(400),
    );
  });

  it("selects nothing where nothing may pass, and keeps two filters in one query apart", async () => {
    await stored(
      "filter_row",
      fc.sample(row, 3).map((one) => ({ ...one, company: "c1", feature: "commitment" })),
    );
    expect(await selected("filter_row", sqlFilter("c1", [], COLUMNS))).toEqual([]);
    expect(await selected("filter_row", sqlFilter("c1", [[]], COLUMNS))).toHaveLength(3);
    const one = sqlFilter("c1", [[]], COLUMNS, "one");
    const two = sqlFilter("c2", [[]], COLUMNS, "two");
    const either = { where: `(${one.where}) OR (${two.where})`, parameters: { ...one.parameters, ...two.parameters } };
    expect(await selected("filter_row", either)).toHaveLength(3);
  });
});

describe("the list of records a person may act on", () => {
  it("is exactly the records that are allowed one by one", async () => {
    const features: Resource[] = ["commitment", "commitment_change_order", "subcontractor_invoice"];
    const sample = fc.sample(livelyRow, { numRuns: 300, seed: 5 });
    const rows = await stored(
      "listed_row",
      sample.map((one, index) => ({
        ...one,
        company: index % 7 === 0 ? "c2" : "c1",
        feature: features[index % features.length]!,
      })),
    );
    let listed = 0;
    // Of one connection: these rows are not stored in their projects' books, as the next law's are.
    const ofOneConnection = facts.map((known) => ({ ...known, company: { ...known.company, several: null } }));
    await fc.assert(
      fc.asyncProperty(
        ofOneConnection,
        fc.constantFrom(...ACTIONS),
        fc.constantFrom(...features),
        async (person, action, resource) => {
          // These rows lie in no company's books; those that do are asked about below.
          const known = { ...person, company: { ...person.company, several: null } };
          const policy = new MemberPolicy(known);
          const conjunctions = routes(known, action, resource).flatMap((route) => route.conjunctions);
          const filter = sqlFilter(known.company.companyId, conjunctions, COLUMNS);
          const found = await selected("listed_row", filter, resource);
          expect(found).toEqual(ids(rows, (record) => isAllowed(policy, { action, resource, record })));
          listed += found.length;
        },
      ),
      runs(400),
    );
    expect(listed).toBeGreaterThan(0);
  });

  it("is so too where some of the company's ledgers are shut", async () => {
    // As stored: what is in a project is in its books, and only what has none says for itself.
    const books = { defaultId: "x1", ofProject: { bridge: "x2", school: "x3" } };
    const inBooks = (one: Row) => ({
      ...one,
      connection: one.project ? (books.ofProject[one.project as "bridge"] ?? books.defaultId) : one.connection,
    });
    const rows = await stored(
      "ledger_row",
      fc.sample(livelyRow, { numRuns: 300, seed: 9 }).map((one, index) => ({
        ...inBooks(one),
        company: COMPANY,
        feature: FEATURES_ASKED[index % FEATURES_ASKED.length]!,
      })),
    );
    let listed = 0;
    const asked = [divided(books), fc.constantFrom(...ACTIONS_ASKED), fc.constantFrom(...FEATURES_ASKED)] as const;
    await fc.assert(
      fc.asyncProperty(...asked, async (known, action, resource) => {
        const policy = new MemberPolicy(known);
        const ways = routes(known, action, resource).flatMap(({ conjunctions }) => conjunctions);
        const found = await selected("ledger_row", sqlFilter(COMPANY, ways, COLUMNS), resource);
        expect(found).toEqual(ids(rows, (record) => isAllowed(policy, { action, resource, record })));
        listed += found.length;
      }),
      runs(200),
    );
    expect(listed).toBeGreaterThan(500);
  });
});
