import { createMongoAbility } from "@casl/ability";
import { unpackRules } from "@casl/ability/extra";
import { RecordEntity } from "../../../src/records/record/record.entity";
import { SEED } from "../../support/house";
import { TestServer } from "../../support/server";
import { askerOf } from "./world";

/* From a project that is out of use nothing new goes, whichever door is asked. */

const CARLA = "commitments-only@demo.test";
const MANAGER = "project-manager@demo.test";
const ADMIN = "admin@demo.test";
let server: TestServer;
let key: string;
/** PO-002 of the demo waits for an approver. */
let waiting: RecordEntity;

beforeAll(async () => {
  server = await TestServer.start();
  const scopes = ["decisions:read"];
  key = (await server.app.apiKey.create(SEED, { name: "Sync", companyIds: ["demo"], scopes })).key;
  waiting = await server.app.database.read().findOneByOrFail(RecordEntity, { number: "PO-002" });
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

describe("a project that is out of use", () => {
  const idle = (active: boolean) => server.app.project.update(SEED, "demo", { project: "P-100", active });
  beforeAll(() => idle(false));
  afterAll(() => idle(true));

  test("sends nothing new, stored or described, over every door; what went before can still be looked at", async () => {
    for (const name of ["PO-002", "m"])
      expect([name, (await send(name)).context.code]).toEqual([name, "PROJECT_NOT_IN_USE"]);
    expect((await send("m", { ...stated, project: "P-200" })).decision).toBe(true);
    expect((await send("SC-001", {}, "commitment", "view")).decision).toBe(true);
    expect((await overGraphql({ ...stated, state: "AWAITING" })).decision).toMatchObject({
      code: "PROJECT_NOT_IN_USE",
    });
    const resource = { type: "commitment", properties: { company: "demo" } };
    const found = await ask("search/resource", { subject: user(CARLA), action: { name: "send" }, resource });
    expect((found.body.results as { id: string }[]).map(({ id }) => id)).not.toContain(waiting.id);
    const list = `{ company(id: "demo") { erpIntegration { records(iMay: SEND) { edges { node { number } } } } } }`;
    const { data } = await server.ask(CARLA, list);
    expect(JSON.stringify(data)).not.toContain("PO-002");
    const rules = await server.ask(CARLA, `{ abilityRules(company: "demo") { rules } }`);
    const packed = (rules.data as unknown as { abilityRules: { rules: never } }).abilityRules.rules;
    const ability = createMongoAbility(unpackRules<never>(packed), {
      detectSubjectType: (one) => (one as { __caslSubjectType__: string }).__caslSubjectType__,
    });
    const flags = { hasFirstApproval: false, prerequisitesBlocked: false, workflowCompleted: false };
    const view = { ...flags, submittedBy: "somebody", state: "awaiting", companyId: waiting.companyId };
    const may = (project: string | null) =>
      ability.can("send", { ...view, project, __caslSubjectType__: "commitment" } as never);
    expect([may(waiting.projectId), may("another")]).toEqual([false, true]);
  });

  test("needs no project of who has none: vendors go on", async () => {
    const told = await ask("evaluation", {
      ...{ subject: user(ADMIN), action: { name: "send" } },
      resource: { type: "vendor", id: "m", properties: { company: "demo", state: "awaiting", submittedBy: MANAGER } },
    });
    expect(told.body.decision).toBe(true);
  });

  test("was in use then: the past is asked by what was so", async () => {
    const before = new Date(Date.now() - 60_000).toISOString();
    const properties = { company: "demo", ...stated };
    const resource = { type: "commitment", id: "m", properties };
    const asked = { subject: user(CARLA), action: { name: "send" }, resource };
    const then = await ask("evaluation", { ...asked, context: { at: before } });
    expect((then.body.context as { code: string }).code).not.toBe("PROJECT_NOT_IN_USE");
    const now = await ask("evaluation", { ...asked, context: { at: new Date(Date.now() + 1000).toISOString() } });
    expect((now.body.context as { code: string }).code).toBe("PROJECT_NOT_IN_USE");
  });
});
