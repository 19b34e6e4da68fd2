import { DecisionEntryEntity } from "../../../src/authorization/log/decision-entry.entity";
import { RecordEntity } from "../../../src/records/record/record.entity";
import { RECORD_FACT_NAMES } from "../../../src/policy/model/record-facts";
import { insertRows } from "../../../src/infra/db/query/rows";
import { newId } from "../../../src/kernel/ids";
import { SEED } from "../../support/house";
import { TestServer } from "../../support/server";
import { askerOf } from "./world";

/* Whose facts of a record count, and what becomes of those that are not understood: at AuthZEN, GraphQL and the log alike. */

const CARLA = "commitments-only@demo.test";
const MANAGER = "project-manager@demo.test";
const ADMIN = "admin@demo.test";
let server: TestServer;
let key: string;
/** PO-002 of the demo waits for an approver. */
let waiting: RecordEntity;
let synced: RecordEntity;

beforeAll(async () => {
  server = await TestServer.start();
  const scopes = ["decisions:read"];
  key = (await server.app.apiKey.create(SEED, { name: "Sync", companyIds: ["demo"], scopes })).key;
  const find = (number: string) => server.app.database.read().findOneByOrFail(RecordEntity, { number });
  waiting = await find("PO-002");
  synced = await find("SC-001");
  expect([waiting.state, synced.state]).toEqual(["awaiting", "synced"]);
}, 60_000);
afterAll(() => server.stop());

const ask = askerOf(() => ({ http: server.http, headers: { authorization: `Bearer ${key}` } }));
const user = (id: string) => ({ type: "user", id });
const stated = { project: "P-100", state: "awaiting", submittedBy: MANAGER };

interface Told {
  readonly decision: boolean;
  readonly context: {
    readonly code: string;
    readonly message: string;
    readonly facts?: string;
    readonly record?: string;
    readonly factProblems?: readonly { fact: string; code: string; message: string }[];
  };
}

async function send(id: string, facts: object = stated, type = "commitment", action = "send"): Promise<Told> {
  const properties = { company: "demo", ...facts };
  const question = { subject: user(CARLA), action: { name: action }, resource: { type, id, properties } };
  return (await ask("evaluation", question)).body as unknown as Told;
}

async function overGraphql(record: object) {
  const query = `query ($record: RecordInput) { decision(input: {
    company: "demo", subject: "${CARLA}", action: SEND, feature: COMMITMENT, record: $record
  }) { allowed code message facts record factProblems { fact code } } }`;
  const { data, errors } = await server.ask(ADMIN, query, { record });
  return { errors, decision: (data as { decision?: Record<string, unknown> } | null)?.decision };
}

describe("a record that Ledgergate holds", () => {
  test("is found by its id, its number and its id in the ERP, and speaks for itself", async () => {
    for (const name of [synced.id, "SC-001", synced.externalId!]) {
      const told = await send(name);
      expect([name, told.decision, told.context.code]).toEqual([name, false, "RECORD_STATE"]);
      expect(told.context).toMatchObject({ facts: "stored", record: synced.id });
      expect((await overGraphql({ id: name, state: "AWAITING" })).decision).toMatchObject({
        ...{ allowed: false, code: "RECORD_STATE", facts: "STORED", record: synced.id, factProblems: [] },
      });
    }
    expect(await send("PO-002", {})).toMatchObject({
      decision: true,
      context: { facts: "stored", record: waiting.id },
    });
  });

  test("is not taken for another because its name is almost right", async () => {
    const near = [
      " SC-001",
      "SC-001 ",
      "sc-001",
      "SC- 001",
      "ＳＣ-001",
      "SC-001\u200b",
      "SC-001\0",
      synced.id.toUpperCase(),
      `${synced.id} `,
      `${synced.id}\u200b`,
      `${synced.id}\0`,
      ` ${synced.externalId}`,
      `${synced.externalId}\u00ad`,
    ];
    for (const name of near) {
      const told = await send(name);
      expect([name, told.decision, told.context.code]).toEqual([name, false, "NOT_EVALUABLE"]);
      expect(told.context.factProblems).toMatchObject([{ fact: "id", code: "NOT_EXACT" }]);
    }
    expect((await overGraphql({ id: "sc-001", state: "AWAITING" })).decision).toMatchObject({
      ...{ allowed: false, code: "NOT_EVALUABLE", factProblems: [{ fact: "id", code: "NOT_EXACT" }] },
    });
  });

  test("has its number in its project: elsewhere it is another record", async () => {
    expect((await send("SC-001", { ...stated, project: "P-200" })).context.facts).toBe("described");
    expect((await send("SC-001", stated, "subcontractor_invoice")).context.facts).toBe("described");
  });

  test("is found beside a thousand others of one number, of which nobody can tell which is meant", async () => {
    const many = Array.from({ length: 1_100 }, (_, index) => ({
      ...{ ...waiting, number: "1", numberKey: "1" },
      ...{ id: newId(), sourceKey: `many-${index}`, externalId: null },
    }));
    await server.app.database.write((manager) => insertRows(manager, RecordEntity, many as never[]));
    const resource = (id: string) => ({
      resource: { type: "commitment", id, properties: { company: "demo", ...stated } },
    });
    const question = {
      subject: user(CARLA),
      action: { name: "send" },
      options: { reasons: true },
      evaluations: ["1", "SC-001"].map(resource),
    };
    const { evaluations } = (await ask("evaluations", question)).body as unknown as { evaluations: Told[] };
    const [one, found] = evaluations.map(({ context }) => context);
    expect(one).toMatchObject({ code: "NOT_EVALUABLE", factProblems: [{ fact: "id", code: "AMBIGUOUS" }] });
    expect(found).toMatchObject({ code: "RECORD_STATE", facts: "stored", record: synced.id });
    await server.app.database.write((manager) => manager.delete(RecordEntity, { number: "1" }));
  });

  test("is one record, however many names of a batch fit it", async () => {
    const named = (id: string, project?: string) => ({
      resource: { type: "commitment", id, properties: { company: "demo", ...(project && { project }) } },
    });
    const evaluations = [named("SC-001"), named("SC-001", "P-100"), named(synced.id), named(synced.externalId!)];
    const question = { subject: user(CARLA), action: { name: "send" }, options: { reasons: true }, evaluations };
    const answered = (await ask("evaluations", question)).body as unknown as { evaluations: Told[] };
    for (const { context } of answered.evaluations)
      expect(context).toMatchObject({ facts: "stored", record: synced.id });
  });

  test("is told as such in the log, by its own id", async () => {
    await send("SC-001");
    await send("made-up");
    await server.app.decisionLog.flush();
    const found = await server.app.database.read().find(DecisionEntryEntity, { order: { id: "DESC" }, take: 2 });
    expect(found.map(({ recordId, facts }) => [recordId, facts])).toEqual([
      ["made-up", "described"],
      [synced.id, "stored"],
    ]);
  });

  test("is found so by searches as well", async () => {
    const resource = { type: "commitment", id: "SC-001", properties: { company: "demo", ...stated } };
    const who = await ask("search/subject", { subject: { type: "user" }, action: { name: "send" }, resource });
    expect(who.body).toMatchObject({ results: [], context: { facts: "stored" } });
    const what = await ask("search/action", { subject: user(CARLA), resource: { ...resource, id: "sc-001" } });
    expect(what.body).toMatchObject({
      ...{ results: [], context: { code: "NOT_EVALUABLE", factProblems: [{ fact: "id", code: "NOT_EXACT" }] } },
    });
  });
});

describe("what is stated and not understood", () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ["prerequisiteBlocked", true],
    ["toString", "x"],
    ["amount", "120.00"],
    ["amount", { value: "1,20", currency: "USD" }],
    ["amount", { value: "120.00", currency: "ZZZ" }],
    ["state", "done"],
    ["documentDate", "yesterday"],
    ["prerequisitesBlocked", "false"],
    ["workflowCompleted", 1],
    ["submittedBy", [MANAGER]],
    ["project", { id: "P-100" }],
    ["firstApprover", " "],
  ];

  test.each(wrong)("%s: %j is named, and nothing is allowed", async (fact, value) => {
    const told = await send("made-up", { ...stated, [fact]: value });
    const code = RECORD_FACT_NAMES.some((name) => name === fact) ? "NOT_READABLE" : "UNKNOWN_FACT";
    expect(told).toMatchObject({ decision: false, context: { facts: "described", factProblems: [{ fact, code }] } });
    expect(told.context.message).toContain(`"${fact}"`);
    const batch = await ask("evaluations", {
      ...{ subject: user(CARLA), action: { name: "send" } },
      evaluations: [
        { resource: { type: "commitment", id: "m", properties: { company: "demo", ...stated, [fact]: value } } },
      ],
    });
    expect(batch.body).toEqual({ evaluations: [{ decision: false }] });
  });

  test("null is left out", async () => {
    const nothing = Object.fromEntries([...RECORD_FACT_NAMES, "anything"].map((name) => [name, null]));
    expect((await send("made-up", { ...nothing, ...stated })).decision).toBe(true);
  });

  test("facts of a feature are those of a record without a name; of a kind of records they count for nothing", async () => {
    const feature = await send("commitment", stated, "feature");
    expect(feature).toMatchObject({ decision: true, context: { facts: "described" } });
    expect((await send("commitment", { ...stated, prerequisitesBlocked: true }, "feature")).context.code).toBe(
      "PREREQUISITE_NOT_SYNCED",
    );
    const kind = { type: "commitment", properties: { company: "demo", project: "P-200" } };
    const found = await ask("search/resource", { subject: user(CARLA), action: { name: "send" }, resource: kind });
    expect(found.body).toMatchObject({
      ...{ results: [], context: { factProblems: [{ fact: "project", code: "NOT_ASKED" }] } },
    });
  });

  test("GraphQL refuses at the field what is of no form, and tells the rest in the decision", async () => {
    const amount = await overGraphql({ amount: { value: "1,20", currency: "USD" } });
    expect(amount.errors).toMatchObject([{ extensions: { code: "BAD_INPUT", field: ["input", "record", "amount"] } }]);
    const project = await overGraphql({ ...stated, state: "AWAITING", project: "P-999" });
    expect(project.decision).toMatchObject({
      ...{ allowed: false, code: "NOT_EVALUABLE", factProblems: [{ fact: "project", code: "NOT_FOUND" }] },
    });
    const query = `{ whoCan(company: "demo", action: SEND, feature: COMMITMENT, record: { submittedBy: "x" }) { pageInfo { hasNextPage } } }`;
    const { errors } = await server.ask(ADMIN, query);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT", field: ["record", "submittedBy"] } }]);
  });
});

describe("the first of two approvers", () => {
  const BOTH = "commitments-and-invoices@demo.test";
  const large = { ...stated, amount: { value: "-900.00", currency: "USD" } };
  const limit = (minor: number | null) =>
    server.app.company.update(SEED, "demo", { twoPersonAbove: minor === null ? null : { minor, currency: "USD" } });
  beforeAll(() => limit(10_000));
  afterAll(() => limit(null));

  test("counts where they could have sent the record and did not submit it", async () => {
    expect((await send("m", large)).context.code).toBe("SECOND_APPROVAL_NEEDED");
    expect((await send("m", { ...large, firstApprover: BOTH })).decision).toBe(true);
    expect((await send("m", { ...large, firstApprover: CARLA })).context.code).toBe("SECOND_APPROVAL_NEEDED");
    for (const firstApprover of [MANAGER, "read-only@demo.test", "specialist@vendor.test"]) {
      const told = await send("m", { ...large, firstApprover });
      expect(told).toMatchObject({ decision: false, context: { code: "SECOND_APPROVAL_NEEDED" } });
      expect(told.context.factProblems).toMatchObject([{ fact: "firstApprover", code: "COULD_NOT_APPROVE" }]);
    }
    const told = await send("m", { ...large, firstApprover: "nobody@demo.test" });
    expect(told.context.factProblems).toMatchObject([{ fact: "firstApprover", code: "NOT_FOUND" }]);
  });
});
